import assert from "node:assert/strict";
import { test } from "node:test";
import { readNotice } from "core/notices";

const cookie = (value: unknown): string => `__Host-pannier-notices=${Buffer.from(JSON.stringify(value)).toString("base64url")}.c2ln`;

test("Reads_the_text_whatever_its_script", () => {
  assert.deepEqual(readNotice(`a=b; ${cookie({ key: "x", parts: [], text: "2 arkiverade · 写真 <b>", tone: "Done" })}; c=d`), { text: "2 arkiverade · 写真 <b>", tone: "done" });
});

test("What_did_not_go_well_is_told_apart", () => {
  assert.equal(readNotice(cookie({ text: "Not sent", tone: "Trouble" }))?.tone, "trouble");
  assert.equal(readNotice(cookie({ text: "Sent", tone: "anything" }))?.tone, "done");
});

test("No_cookie_is_no_notice", () => {
  assert.equal(readNotice(""), null);
  assert.equal(readNotice("__Host-pannier-notices="), null);
});

test("What_is_not_ours_is_no_notice", () => {
  assert.equal(readNotice("__Host-pannier-notices=%%%"), null);
  assert.equal(readNotice("__Host-pannier-notices=bm90IGpzb24"), null);
  assert.equal(readNotice(cookie({ text: 7 })), null);
  assert.equal(readNotice(cookie(null)), null);
});
