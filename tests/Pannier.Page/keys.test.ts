import assert from "node:assert/strict";
import { test } from "node:test";
import { resolve } from "core/keys";

const declared = ["e", "g i", "g u", "i", "Mod+Enter"];

test("A_single_key_acts_at_once", () => {
  assert.deepEqual(resolve("", "e", declared), { act: "e", wait: "" });
});

test("The_first_key_of_a_sequence_waits_for_the_second", () => {
  assert.deepEqual(resolve("", "g", declared), { act: null, wait: "g" });
  assert.deepEqual(resolve("g", "i", declared), { act: "g i", wait: "" });
});

test("A_key_that_ends_no_sequence_counts_by_itself", () => {
  assert.deepEqual(resolve("g", "e", declared), { act: "e", wait: "" });
});

test("A_key_that_nothing_declares_forgets_the_sequence", () => {
  assert.deepEqual(resolve("g", "z", declared), { act: null, wait: "" });
});
