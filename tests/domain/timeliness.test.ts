import { expect, test } from "vitest";
import { timelinessOf } from "@/domain/timeliness";

test.each([
  ["2020-12-31", "2020-06-01", "2026-01-01", "ON_TIME"],
  ["2020-12-31", "2020-12-31", "2026-01-01", "ON_TIME"],
  ["2020-12-31", "2021-01-01", "2026-01-01", "LATE"],
  ["2020-12-31", "2021-06-28", "2026-01-01", "LATE"],
  ["2020-12-31", null, "2021-01-01", "OVERDUE"],
  ["2020-12-31", null, "2020-12-31", null],
  ["2020-12-31", null, "2020-01-01", null],
  ["2020-12-31", "2020-01-05", "2020-02-01", "ON_TIME"],
  [null, null, "2026-01-01", "NO_DATE"],
  [null, "2021-06-28", "2026-01-01", "NO_DATE"],
] as const)("due on %s and done on %s is, on %s, %s", (dueOn, doneOn, today, timeliness) => {
  expect(timelinessOf({ dueOn, doneOn }, today)).toBe(timeliness);
});
