import assert from "node:assert/strict";
import { test } from "node:test";
import { keep, keysOf, keeps, recall } from "core/cache";
import { encode } from "core/seal";
import { most, put } from "core/room";

/** As a browser's: it refuses what is beyond its quota. */
class Shelf implements Storage {
  [name: string]: unknown;
  readonly #held = new Map<string, string>();
  #quota: number;

  constructor(quota = 5_000_000) { this.#quota = quota; }

  get length(): number { return this.#held.size; }
  get names(): string[] { return [...this.#held.keys()].filter((name) => name !== "pannier.order"); }
  key(at: number): string | null { return [...this.#held.keys()][at] ?? null; }
  getItem(name: string): string | null { return this.#held.get(name) ?? null; }
  removeItem(name: string): void { this.#held.delete(name); }
  clear(): void { this.#held.clear(); }
  setItem(name: string, value: string): void {
    const before = [...this.#held].reduce((sum, [one, text]) => one === name ? sum : sum + text.length, 0);
    if (before + value.length > this.#quota) throw new DOMException("full", "QuotaExceededError");
    this.#held.set(name, value);
  }
}

const third = "x".repeat(Math.floor(most / 3) - 10);

test("What_was_used_least_makes_room", () => {
  const shelf = new Shelf();
  for (const name of ["one", "two", "three"]) put(shelf, name, third);
  put(shelf, "one", third); // used again
  put(shelf, "four", third);
  assert.deepEqual(shelf.names.sort(), ["four", "one", "three"]);
  put(shelf, "five", third);
  assert.deepEqual(shelf.names.sort(), ["five", "four", "one"]);
});

test("A_value_is_exchanged_in_its_place", () => {
  const shelf = new Shelf();
  for (let times = 0; times < 10; times += 1) put(shelf, "one", third);
  assert.deepEqual(shelf.names, ["one"]);
  assert.equal(shelf.getItem("pannier.order"), "one");
});

test("A_browser_that_gives_less_room_begins_anew_and_breaks_nothing", () => {
  const shelf = new Shelf(most / 2);
  put(shelf, "one", third);
  put(shelf, "two", third);
  assert.deepEqual(shelf.names, []);
  put(shelf, "three", third);
  assert.deepEqual(shelf.names, ["three"]);
});

test("A_secret_gives_one_key_to_seal_and_one_to_name_and_neither_can_be_taken_out", async () => {
  const { sealing, naming } = await keysOf(encode(new Uint8Array(32).fill(9)));
  assert.deepEqual([sealing.algorithm.name, sealing.extractable, [...sealing.usages].sort()], ["AES-GCM", false, ["decrypt", "encrypt"]]);
  assert.deepEqual([naming.algorithm.name, naming.extractable, naming.usages], ["HMAC", false, ["sign"]]);
});

test("Nothing_is_kept_where_the_site_keeps_nothing", async () => {
  assert.equal(keeps, false);
  await keep("https://mail.example/mail/inbox", "<div data-kept></div>");
  assert.equal(await recall("https://mail.example/mail/inbox"), null);
});
