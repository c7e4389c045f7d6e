import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { agree, decode, encode, inflate, makePair, openAnswer, openEvent, sealOf, unseal, type Seal } from "core/seal";

// Written by the server's own tests (SessionHalfTests): what one side seals, the other opens.
const vector = JSON.parse(readFileSync(join(process.cwd(), "../../tests/Pannier.Page/seal.vector.json"), "utf8")) as Record<string, string>;
const field = (name: string): string => vector[name] ?? "";
const box = (): ArrayBuffer => decode(field("box")).buffer;
const url = "https://mail.example/mail/inbox?q=a%20b#row";

async function sealed(): Promise<Seal> {
  const privateKey = await crypto.subtle.importKey("pkcs8", decode(field("pagePrivate")), { name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
  const publicKey = await crypto.subtle.importKey("raw", decode(field("pageHalf")), { name: "ECDH", namedCurve: "P-256" }, true, []);
  const agreed = await agree({ privateKey, publicKey }, field("sessionHalf"));
  assert.equal(agreed.half, field("pageHalf"));
  return { ...sealOf(agreed), nonce: field("nonce") };
}

test("What_the_server_seals_opens_here", async () => {
  assert.deepEqual(await openAnswer(await sealed(), box(), "GET", url, 200), { type: "text/html; charset=utf-8", next: "/next", body: field("body") });
  assert.equal(await openEvent(await sealed(), 3, "news", "run.7", field("event")), "{\"changed\":[]}");
});

test("It_opens_as_the_answer_to_nothing_else", async () => {
  const seal = await sealed();
  await assert.rejects(openAnswer(seal, box(), "POST", url, 200));
  await assert.rejects(openAnswer(seal, box(), "GET", "https://mail.example/mail/inbox", 200));
  await assert.rejects(openAnswer(seal, box(), "GET", url, 404));
  await assert.rejects(openAnswer({ ...seal, nonce: sealOf({ half: "", key: seal.key }).nonce }, box(), "GET", url, 200));
  await assert.rejects(openEvent(seal, 4, "news", "run.7", field("event")));
  await assert.rejects(openEvent(seal, 3, "reload", "run.7", field("event")));
  const other = sealOf(await agree(await makePair(), field("sessionHalf")));
  await assert.rejects(openAnswer({ ...other, nonce: field("nonce") }, box(), "GET", url, 200));
});

test("Every_changed_octet_is_refused", async () => {
  const seal = await sealed();
  for (const at of [0, 11, 12, 40, box().byteLength - 1]) {
    const changed = new Uint8Array(box());
    changed[at] = (changed[at] ?? 0) ^ 1;
    await assert.rejects(openAnswer(seal, changed.buffer, "GET", url, 200));
  }
  await assert.rejects(openAnswer(seal, box().slice(0, 20), "GET", url, 200));
});

test("No_key_of_the_page_can_be_taken_out", async () => {
  const pair = await makePair();
  const agreed = await agree(pair, field("sessionHalf"));
  await assert.rejects(crypto.subtle.exportKey("pkcs8", pair.privateKey));
  await assert.rejects(crypto.subtle.exportKey("raw", agreed.key));
});

test("Each_request_has_a_number_of_its_own", async () => {
  const agreed = await agree(await makePair(), field("sessionHalf"));
  const [one, two] = [sealOf(agreed), sealOf(agreed)];
  assert.notEqual(one.nonce, two.nonce);
  assert.equal(one.header, `${agreed.half}.${one.nonce}`);
  assert.equal(decode(one.nonce).length, 16);
});

test("A_half_that_is_none_agrees_on_nothing", async () => {
  await assert.rejects(agree(await makePair(), ""));
  await assert.rejects(agree(await makePair(), encode(new Uint8Array(65).fill(4))));
});

test("Both_alphabets_of_base64_are_read_and_long_ones_too", async () => {
  const long = crypto.getRandomValues(new Uint8Array(60_000));
  assert.deepEqual(decode(encode(long)), long);
  assert.deepEqual(decode("-_8="), decode("+/8="));
  await assert.rejects(inflate(new Uint8Array([7, 7, 7])));
  await assert.rejects(unseal((await sealed()).key, "", new Uint8Array(3)));
});
