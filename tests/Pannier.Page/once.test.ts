import assert from "node:assert/strict";
import { test } from "node:test";
import { isTwice } from "core/once";

test("A_form_that_was_just_sent_is_not_sent_again", () => {
  assert.equal(isTwice(undefined, 10), false);
  assert.equal(isTwice(1_000, 1_150), true);
  assert.equal(isTwice(1_000, 5_999), true);
});

test("Later_it_is_meant", () => {
  assert.equal(isTwice(1_000, 6_000), false);
});
