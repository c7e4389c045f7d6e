import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords, isUnderWay, nextStep, warnFrom } from "modules/Sessions/idling";

test("A_session_is_left_alone_then_warned_about_then_left", () => {
  assert.equal(nextStep(1_800, 1_800, false), "wait");
  assert.equal(nextStep(121, 1_800, false), "wait");
  assert.equal(nextStep(120, 1_800, false), "warn");
  assert.equal(nextStep(0.5, 1_800, false), "warn");
  assert.equal(nextStep(0, 1_800, false), "leave");
  assert.equal(nextStep(-5, 1_800, true), "leave");
});

test("Who_types_or_scrolls_stays_and_the_server_is_not_told_at_every_key", () => {
  assert.equal(nextStep(1_700, 1_800, true), "wait");
  assert.equal(nextStep(899, 1_800, true), "stay");
});

test("A_short_session_is_warned_about_in_its_last_third", () => {
  assert.equal(warnFrom(300), 100);
  assert.equal(warnFrom(1_800), 120);
});

test("A_page_that_waits_for_an_answer_is_not_left", () => {
  assert.equal(isUnderWay(true, -Infinity, 5), true);
  assert.equal(isUnderWay(false, 1_000, 30_999), true);
  assert.equal(isUnderWay(false, 1_000, 31_000), false);
  assert.equal(isUnderWay(false, -Infinity, 5), false);
});

test("Time_left_is_told_in_steps", () => {
  assert.equal(inWords(119, "en"), "2 minutes");
  assert.equal(inWords(61, "en"), "2 minutes");
  assert.equal(inWords(60, "en"), "60 seconds");
  assert.equal(inWords(21, "en"), "30 seconds");
  assert.equal(inWords(2, "en"), "10 seconds");
});
