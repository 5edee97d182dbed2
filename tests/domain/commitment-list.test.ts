import { describe, expect, test } from "vitest";
import { commitmentFilters, countStatuses, type ListedCommitment, listCommitments } from "@/domain/commitment-list";

type Row = ListedCommitment & { title: string };

const row = (number: number, changes: Partial<Row> = {}): Row => ({
  number,
  title: `عنوان ${number}`,
  status: null,
  statusSince: null,
  lead: null,
  latestNote: null,
  evidenceCount: 0,
  openFollowUps: 0,
  overdueFollowUps: 0,
  attentions: [],
  ...changes,
});
const rows = [
  row(1, { status: "COMPLETE", statusSince: "2021-06-28", attentions: ["STALE"] }),
  row(2, { title: "الْتِزَامٌ بالمساءلة", lead: { memberId: "m1", name: "ليلى" } }),
  row(3, { status: "LIMITED", statusSince: "2020-01-01", evidenceCount: 10, openFollowUps: 2, overdueFollowUps: 1 }),
  row(10, { status: "NO_EVIDENCE", statusSince: "2026-01-01", evidenceCount: 9, openFollowUps: 3 }),
];
const words = {
  title: (each: Row) => each.title,
  searched: (each: Row) => `${each.number} ${each.title}`,
  compare: (one: string, other: string) => one.localeCompare(other, "ar", { numeric: true }),
};
const numbers = (query: Record<string, unknown>) =>
  listCommitments(rows, commitmentFilters.parse(query), words).map(({ number }) => number);

describe("the address of the overview", () => {
  test("gives all rows by number when it says nothing, or nothing that can be read", () => {
    expect(numbers({})).toEqual([1, 2, 3, 10]);
    expect(numbers({ q: "", status: "", lead: "", attention: "", sort: "", order: "" })).toEqual([1, 2, 3, 10]);
    expect(numbers({ status: "DONE", attention: "x", sort: "; DROP", order: "sideways" })).toEqual([1, 2, 3, 10]);
  });

  test("takes the first of a name that it says several times", () => {
    expect(numbers({ status: ["LIMITED", "COMPLETE"] })).toEqual([3]);
  });

  test("narrows to a status, never assessed being one, to a lead or none, and to what needs attention", () => {
    expect(numbers({ status: "NOT_ASSESSED" })).toEqual([2]);
    expect(numbers({ status: "NO_EVIDENCE" })).toEqual([10]);
    expect(numbers({ lead: "m1" })).toEqual([2]);
    expect(numbers({ lead: "none" })).toEqual([1, 3, 10]);
    expect(numbers({ attention: "STALE" })).toEqual([1]);
    expect(numbers({ attention: "ANY" })).toEqual([1]);
  });

  test("finds words however they are spelt", () => {
    expect(numbers({ q: "التزام" })).toEqual([2]);
    expect(numbers({ q: "المساءله  الْتِزام" })).toEqual([2]);
    expect(numbers({ q: "١٠" })).toEqual([10]);
  });

  test("orders by every column, what is empty last in either direction", () => {
    expect(numbers({ sort: "since" })).toEqual([3, 1, 10, 2]);
    expect(numbers({ sort: "since", order: "desc" })).toEqual([10, 1, 3, 2]);
    expect(numbers({ sort: "status" })).toEqual([10, 3, 1, 2]);
    expect(numbers({ sort: "evidence", order: "desc" })).toEqual([3, 10, 1, 2]);
    expect(numbers({ sort: "followUps", order: "desc" })).toEqual([3, 10, 1, 2]);
    expect(numbers({ sort: "lead" })).toEqual([2, 1, 3, 10]);
    expect(numbers({ order: "desc" })).toEqual([10, 3, 2, 1]);
  });
});

test("counting keeps the order of the scale and counts what nobody assessed apart", () => {
  expect(countStatuses(rows).map(({ status, count }) => [status, count])).toEqual([
    [null, 1],
    ["NO_EVIDENCE", 1],
    ["NOT_STARTED", 0],
    ["LIMITED", 1],
    ["SUBSTANTIAL", 0],
    ["COMPLETE", 1],
  ]);
});
