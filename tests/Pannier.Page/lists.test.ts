import assert from "node:assert/strict";
import { test } from "node:test";
import { step } from "modules/Lists/roving";
import { between } from "modules/Lists/select";

test("A_range_holds_both_ends_in_either_direction", () => {
  assert.deepEqual(between(2, 4), [2, 3, 4]);
  assert.deepEqual(between(4, 2), [2, 3, 4]);
  assert.deepEqual(between(3, 3), [3]);
});

test("Steps_stay_within_the_list", () => {
  assert.equal(step(0, -1, 5), 0);
  assert.equal(step(4, 1, 5), 4);
  assert.equal(step(2, 1, 5), 3);
});

test("From_outside_one_enters_at_the_near_end", () => {
  assert.equal(step(-1, 1, 5), 0);
  assert.equal(step(-1, -1, 5), 4);
});
