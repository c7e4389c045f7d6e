import assert from "node:assert/strict";
import { test } from "node:test";
import { readFrame } from "modules/Messages/frame";

test("Reads_a_height_and_a_key", () => {
  assert.deepEqual(readFrame({ pannier: "height", value: 410.2 }), { kind: "height", value: 411 });
  assert.deepEqual(readFrame({ pannier: "key", key: "j", shift: false }), { kind: "key", key: "j" });
});

test("Anything_else_means_nothing", () => {
  for (const data of [null, 7, "height", {}, { pannier: "height" }, { pannier: "height", value: "9" }, { pannier: "height", value: Infinity }, { pannier: "height", value: -1 }, { pannier: "key", key: 5 }, { pannier: "key", key: "x".repeat(20) }, { pannier: "go", url: "/" }]) assert.equal(readFrame(data), null);
});
