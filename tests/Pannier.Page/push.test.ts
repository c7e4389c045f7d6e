import assert from "node:assert/strict";
import { test } from "node:test";
import { pause, readNews } from "modules/Push/events";
import { concerns } from "modules/Push/refresh";
import { titled } from "modules/Push/title";

const news = { changed: ["a1-m1"], filled: ["a1-m2"], accounts: ["b2"], arrived: [] };

test("News_are_read_and_what_is_not_ours_is_none", () => {
  assert.deepEqual(readNews(JSON.stringify({ ...news, arrived: ["k", 7] })), { ...news, arrived: ["k"] });
  assert.deepEqual(readNews("{}"), { changed: [], filled: [], accounts: [], arrived: [] });
  assert.equal(readNews("not json"), null);
  assert.equal(readNews("null"), null);
});

test("A_list_is_asked_for_again_when_its_mailbox_or_account_changed", () => {
  assert.equal(concerns("a1-m1", news), true);
  assert.equal(concerns("a1-m2", news), true);
  assert.equal(concerns("b2-m9", news), true);
  assert.equal(concerns("a1-m3", news), false);
});

test("A_combined_view_is_asked_for_again_at_every_change_and_all_lists_when_the_place_is_lost", () => {
  assert.equal(concerns("inbox", news), true);
  assert.equal(concerns("a1-m3", null), true);
});

test("The_title_carries_one_count", () => {
  assert.equal(titled("Inbox · Pannier", 3), "(3) Inbox · Pannier");
  assert.equal(titled("(3) Inbox · Pannier", 12), "(12) Inbox · Pannier");
  assert.equal(titled("(12) Inbox · Pannier", 0), "Inbox · Pannier");
});

test("A_broken_line_is_tried_again_ever_later_but_at_least_once_a_minute", () => {
  assert.equal(pause(0, 0), 500);
  assert.equal(pause(0, 1), 1_000);
  assert.equal(pause(3, 1), 8_000);
  assert.equal(pause(30, 1), 60_000);
});
