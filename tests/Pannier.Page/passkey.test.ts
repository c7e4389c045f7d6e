import assert from "node:assert/strict";
import { test } from "node:test";
import { hasPrf, isBareAddress, keyOf, outputOf, readQuestion, sendable } from "modules/SignIn/ceremony";

test("What_a_passkey_gives_becomes_a_key_by_HKDF_and_is_not_the_key_itself", async () => {
  const given = new Uint8Array(32).fill(1);
  assert.equal(await keyOf(given), "zP-dLLE87QNHc0qAorWc3jbQy2guIdNSdDamGExnPtI"); // RFC 5869, computed apart from this program
  assert.equal(await keyOf(given.buffer), await keyOf(given));
});

test("What_is_sent_holds_nothing_that_extensions_gave", () => {
  const sent = sendable({ id: "AAAA", response: { signature: "BBBB" }, clientExtensionResults: { prf: { enabled: true, results: { first: "secret" } } } });
  assert.deepEqual(JSON.parse(sent), { id: "AAAA", response: { signature: "BBBB" }, clientExtensionResults: {} });
});

test("A_question_is_parted_into_options_and_the_one_input", () => {
  const asked = readQuestion(JSON.stringify({ challenge: "AAAA", extensions: { prf: { eval: { first: "cGFubmllcg" } } } }));
  assert.deepEqual(asked.options, { challenge: "AAAA" });
  assert.equal(new TextDecoder().decode(asked.input ?? new Uint8Array()), "pannier");
  assert.equal(asked.wantsPrf, true);
  assert.deepEqual(readQuestion("{\"extensions\":{\"prf\":{}}}"), { options: {}, input: null, wantsPrf: true });
  assert.deepEqual(readQuestion("{}"), { options: {}, input: null, wantsPrf: false });
  assert.throws(() => readQuestion("7"));
  assert.throws(() => readQuestion(""));
});

test("Results_are_read_as_they_come_and_nothing_else_passes_for_them", () => {
  const first = new Uint8Array([1, 2, 3]);
  assert.equal(outputOf({ prf: { results: { first } } }), first);
  assert.equal(outputOf({ prf: { results: { first: first.buffer } } }), first.buffer);
  for (const none of [undefined, null, {}, { prf: {} }, { prf: { results: {} } }, { prf: { results: { first: "AQID" } } }]) assert.equal(outputOf(none), null);
  assert.equal(hasPrf({ prf: { enabled: true } }), true);
  assert.equal(hasPrf({ prf: { enabled: "yes" } }), false);
  assert.equal(hasPrf({}), false);
});

test("Bare_addresses_are_told_from_names", () => {
  assert.deepEqual(["127.0.0.1", "[::1]", "localhost", "mail.example.org", "10.example"].map(isBareAddress), [true, true, false, false, false]);
});
