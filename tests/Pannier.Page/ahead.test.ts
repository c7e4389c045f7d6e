import assert from "node:assert/strict";
import { test } from "node:test";
import { wipeCache } from "core/cache";
import { dropHeld, hold, takeHeld } from "core/held";
import { aheadOf } from "modules/Messages/ahead";

const page = {} as DocumentFragment;

test("What_is_held_is_given_once_and_for_its_own_address_alone", () => {
  hold("https://a/message/1", page);
  assert.equal(takeHeld("https://a/message/2"), null);
  assert.equal(takeHeld("https://a/message/1"), page);
  assert.equal(takeHeld("https://a/message/1"), null);
});

test("An_act_forgets_it", () => {
  hold("https://a/message/1", page);
  dropHeld();
  assert.equal(takeHeld("https://a/message/1"), null);
});

test("What_ends_the_session_forgets_it_too", () => {
  hold("https://a/message/1", page);
  wipeCache();
  assert.equal(takeHeld("https://a/message/1"), null);
});

test("It_grows_old_before_its_frame_does", (context) => {
  let now = 0;
  context.mock.method(performance, "now", () => now);
  hold("https://a/message/1", page);
  now = 100_001;
  assert.equal(takeHeld("https://a/message/1"), null);
});

test("The_server_is_told_that_nobody_has_asked_yet", () => {
  assert.equal(aheadOf("https://a/message/1?in=inbox&q=x"), "https://a/message/1?in=inbox&q=x&ahead=on");
});
