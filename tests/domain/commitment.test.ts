import { expect, test } from "vitest";
import { attentionsOf, daysBetween } from "@/domain/commitment";

const quiet = {
  assessedOn: "2026-01-01",
  completion: "LIMITED",
  restsOnCount: 1,
  overdueCount: 0,
  dueOn: null,
  doneOn: null,
  heardOn: "2026-01-01",
} as const;
const limits = { staleAfterDays: 180, silentAfterMonths: 12 };

test("nothing needs attention where a fresh status rests on evidence", () => {
  expect(attentionsOf(quiet, "2026-03-01", limits)).toEqual([]);
});

test("never assessed is said alone, not together with stale or without evidence", () => {
  expect(attentionsOf({ ...quiet, assessedOn: null, restsOnCount: 0 }, "2026-03-01", limits)).toEqual([
    "NEVER_ASSESSED",
  ]);
});

test("a status is stale from the day after the last day it counts", () => {
  expect(attentionsOf(quiet, "2026-06-30", limits)).toEqual([]);
  expect(attentionsOf(quiet, "2026-07-01", limits)).toEqual(["STALE"]);
});

test("what is complete does not go stale, may be silent, and is not called overdue where its day was not recorded", () => {
  expect(attentionsOf({ ...quiet, completion: "COMPLETE", dueOn: "2020-12-31" }, "2036-01-01", limits)).toEqual([]);
});

test("that nothing was found is no status without evidence", () => {
  expect(attentionsOf({ ...quiet, completion: "NO_EVIDENCE", restsOnCount: 0 }, "2026-01-02", limits)).toEqual([]);
});

test("a status without evidence and an overdue follow-up are said beside each other", () => {
  expect(attentionsOf({ ...quiet, restsOnCount: 0, overdueCount: 2 }, "2026-01-02", limits)).toEqual([
    "NO_EVIDENCE_BEHIND_STATUS",
    "OVERDUE_FOLLOW_UP",
  ]);
});

test("a day that has passed with nothing done is overdue, until the day on which it was done is known", () => {
  const due = { ...quiet, dueOn: "2026-02-01" };
  expect(attentionsOf(due, "2026-02-01", limits)).toEqual([]);
  expect(attentionsOf(due, "2026-02-02", limits)).toEqual(["OVERDUE"]);
  expect(attentionsOf({ ...due, doneOn: "2026-02-02" }, "2026-02-02", limits)).toEqual([]);
});

test("a commitment is silent from the day after the last month in which something was heard of it", () => {
  const silent = (heardOn: string, today: string, silentAfterMonths: number) =>
    attentionsOf({ ...quiet, assessedOn: null, heardOn }, today, { ...limits, silentAfterMonths }).includes("SILENT");
  expect(silent("2026-01-15", "2027-01-15", 12)).toBe(false);
  expect(silent("2026-01-15", "2027-01-16", 12)).toBe(true);
  expect(silent("2026-01-31", "2026-02-28", 1)).toBe(false);
  expect(silent("2026-01-31", "2026-03-01", 1)).toBe(true);
  expect(silent("2024-01-31", "2024-02-29", 1)).toBe(false);
});

test("days are counted by the calendar, over a change of clocks too", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
});
