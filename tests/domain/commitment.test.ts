import { expect, test } from "vitest";
import { attentionsOf, daysBetween } from "@/domain/commitment";

const quiet = { assessedOn: "2026-01-01", completion: "LIMITED", restsOnCount: 1, overdueCount: 0 } as const;

test("nothing needs attention where a fresh status rests on evidence", () => {
  expect(attentionsOf(quiet, "2026-03-01", 180)).toEqual([]);
});

test("never assessed is said alone, not together with stale or without evidence", () => {
  expect(attentionsOf({ ...quiet, assessedOn: null, restsOnCount: 0 }, "2026-03-01", 180)).toEqual(["NEVER_ASSESSED"]);
});

test("a status is stale from the day after the last day it counts", () => {
  expect(attentionsOf(quiet, "2026-06-30", 180)).toEqual([]);
  expect(attentionsOf(quiet, "2026-07-01", 180)).toEqual(["STALE"]);
});

test("what is complete does not go stale", () => {
  expect(attentionsOf({ ...quiet, completion: "COMPLETE" }, "2036-01-01", 180)).toEqual([]);
});

test("that nothing was found is no status without evidence", () => {
  expect(attentionsOf({ ...quiet, completion: "NO_EVIDENCE", restsOnCount: 0 }, "2026-01-02", 180)).toEqual([]);
});

test("a status without evidence and an overdue follow-up are said beside each other", () => {
  expect(attentionsOf({ ...quiet, restsOnCount: 0, overdueCount: 2 }, "2026-01-02", 180)).toEqual([
    "NO_EVIDENCE_BEHIND_STATUS",
    "OVERDUE_FOLLOW_UP",
  ]);
});

test("days are counted by the calendar, over a change of clocks too", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
});
