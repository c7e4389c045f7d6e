import assert from "node:assert/strict";
import { test } from "node:test";
import { finish, unfinished } from "modules/Compose/addressees";
import { exchange } from "modules/Compose/exchange";

test("The_unfinished_address_is_what_follows_the_last_comma", () => {
  assert.equal(unfinished("Jonas <jonas@eklund.example>, no"), "no");
  assert.equal(unfinished("no"), "no");
  assert.equal(unfinished("a@b.example, "), "");
});

test("A_comma_inside_quotes_parts_nothing", () => {
  assert.equal(unfinished('"Eklund, Jon'), '"Eklund, Jon');
  assert.equal(unfinished('"Eklund, \\"J\\"" <j@e.example>, pri'), "pri");
});

test("Finishing_keeps_what_stands_before", () => {
  assert.equal(finish("a@b.example, no", "Noor <noor@c.example>"), "a@b.example, Noor <noor@c.example>, ");
  assert.equal(finish("no", "Noor <noor@c.example>"), "Noor <noor@c.example>, ");
});

test("Another_sender_changes_the_signature_unless_it_was_touched", () => {
  assert.equal(exchange("Hi\n\n-- \nAda\n", "\n\n-- \nAda\n", "\n\n-- \nClub\n"), "Hi\n\n-- \nClub\n");
  assert.equal(exchange("Hi\n\n-- \nAda L.\n", "\n\n-- \nAda\n", "\n\n-- \nClub\n"), "Hi\n\n-- \nAda L.\n");
  assert.equal(exchange("Hi", "", "\n\n-- \nClub\n"), "Hi\n\n-- \nClub\n");
});
