import assert from "node:assert/strict";
import { pbkdf2Sync } from "node:crypto";
import { test } from "node:test";
import { solve } from "modules/SignIn/solve";

const puzzle = "1.1764000000.6.50.AAAAAAAAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";
const zeros = (number: number): number => Math.clz32(pbkdf2Sync(puzzle, String(number), 50, 4, "sha256").readUInt32BE(0));

test("The_number_that_is_found_is_the_first_that_the_server_takes", async () => {
  const found = await solve(puzzle, 6, 50);
  assert.ok(zeros(found) >= 6);
  for (let number = 0; number < found; number++) assert.ok(zeros(number) < 6);
});
