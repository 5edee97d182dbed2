import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { steadily } from "@/scripts/bench/load";
import { percentile, tableOf } from "@/scripts/bench/table";

test("a percentile is one of the values, the smallest that so many do not exceed", () => {
  const values = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(percentile(values, 0.5)).toBe(10);
  expect(percentile(values, 0.95)).toBe(19);
  expect(percentile([7], 0.95)).toBe(7);
});

test("a table has columns as wide as what stands in them", () => {
  expect(tableOf(["format", "time"], [["pdf", "12.30 s"]])).toBe(
    "  format     time\n  ------  -------\n  pdf     12.30 s",
  );
});

test("a server that stands still is measured from when each request was due", async () => {
  const answered = pause(450);
  const [latency] = await steadily([() => answered], pause(350));
  expect(latency?.count).toBeGreaterThanOrEqual(3);
  expect(latency?.p95).toBeGreaterThan(400);
  expect(latency?.p50).toBeLessThan(400);
});
