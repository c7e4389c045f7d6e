import assert from "node:assert/strict";
import { test } from "node:test";
import { wipeCache } from "core/cache";
import { dropHeld, hold, takeHeld } from "core/held";
import { aheadOf } from "modules/Messages/ahead";

const page = {} as DocumentFragment;

test("What_is_held_is_given_once_and_for_its_own_address_alone", () => {
  hold("https://a/message/1", "main", page);
  assert.equal(takeHeld("https://a/message/2", "main"), null);
  assert.equal(takeHeld("https://a/message/1", "main"), page);
  assert.equal(takeHeld("https://a/message/1", "main"), null);
});

test("A_message_for_its_pane_is_no_page", () => {
  hold("https://a/message/1", "reading", page);
  assert.equal(takeHeld("https://a/message/1", "main"), null);
  assert.equal(takeHeld("https://a/message/1", "reading"), page);
});

test("An_act_forgets_it", () => {
  hold("https://a/message/1", "main", page);
  dropHeld();
  assert.equal(takeHeld("https://a/message/1", "main"), null);
});

test("What_ends_the_session_forgets_it_too", () => {
  hold("https://a/message/1", "main", page);
  wipeCache();
  assert.equal(takeHeld("https://a/message/1", "main"), null);
});

test("It_grows_old_before_its_frame_does", (context) => {
  let now = 0;
  context.mock.method(performance, "now", () => now);
  hold("https://a/message/1", "main", page);
  now = 100_001;
  assert.equal(takeHeld("https://a/message/1", "main"), null);
});

test("The_server_is_told_that_nobody_has_asked_yet", () => {
  assert.equal(aheadOf("https://a/message/1?in=inbox&q=x"), "https://a/message/1?in=inbox&q=x&ahead=on");
});
