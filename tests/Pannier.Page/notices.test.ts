import assert from "node:assert/strict";
import { test } from "node:test";
import { readNotice } from "core/notices";

const cookie = (value: unknown): string => `__Host-pannier-notices=${Buffer.from(JSON.stringify(value)).toString("base64url")}.c2ln`;

test("Reads_the_text_whatever_its_script", () => {
  assert.equal(readNotice(`a=b; ${cookie({ key: "x", parts: [], text: "2 arkiverade · 写真 <b>" })}; c=d`), "2 arkiverade · 写真 <b>");
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
