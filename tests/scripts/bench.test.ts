import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { throughput, together, workTogether } from "@/scripts/bench/crowd";
import { slopeThrough } from "@/scripts/bench/growth";
import { steadily } from "@/scripts/bench/load";
import { countElements } from "@/scripts/bench/server";
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

test("of people who work together each waits for their own answer, and what is under way at the end counts", async () => {
  const acts: number[] = [];
  const answers = await workTogether({ people: 3, seconds: 0.01 }, async (person) => {
    acts.push(person);
    await pause(60);
    if (person === 2) throw new Error("busy");
  });
  expect(acts).toEqual([0, 1, 2]);
  expect(answers.times).toHaveLength(2);
  expect(answers.failed).toBe(1);
  expect(answers.seconds).toBeGreaterThan(0.05);
});

test("several rounds count as one", () => {
  const both = together([
    { times: [1, 2, 3], failed: 1, seconds: 2 },
    { times: [4], failed: 0, seconds: 2 },
  ]);
  expect(both).toEqual({ times: [1, 2, 3, 4], failed: 1, seconds: 4 });
  expect(throughput(both)).toBe(1);
});

test("a slope is what one more adds", () => {
  expect(
    slopeThrough([
      [0, 5],
      [1, 8],
      [10, 35],
    ]),
  ).toBeCloseTo(3);
});

test("the elements of a page are those that are shown, not what scripts carry", () => {
  expect(countElements('<html><body><p>1 < 2</p><script nonce="a">"<p>"\n</script><br></body></html>')).toBe(4);
});
