import { expect, test } from "vitest";
import { commitmentFilters, countStatuses } from "@/domain/commitment-list";
import type { Status } from "@/domain/scales";

const read = (query: Record<string, unknown>) => JSON.parse(JSON.stringify(commitmentFilters.parse(query)));

test("the address of the overview counts what it does not say, or what cannot be read, as not set", () => {
  expect(read({})).toEqual({});
  expect(read({ q: "", status: "", lead: "", attention: "", sort: "", order: "", page: "" })).toEqual({});
  const hostile = { status: "DONE", lead: "a\0b", attention: "x", sort: "; DROP", order: "sideways", page: "-1" };
  expect(read(hostile)).toEqual({});
});

test("the address of the overview takes the first of a name that it says several times", () => {
  expect(read({ status: ["LIMITED", "COMPLETE"], page: ["2", "3"] })).toEqual({ status: "LIMITED", page: 2 });
});

test("counting keeps the order of the scale and counts what nobody assessed apart", () => {
  const statuses: Status[] = ["COMPLETE", null, "LIMITED", "NO_EVIDENCE"];
  expect(countStatuses(statuses.map((status) => ({ status }))).map(({ status, count }) => [status, count])).toEqual([
    [null, 1],
    ["NO_EVIDENCE", 1],
    ["NOT_STARTED", 0],
    ["LIMITED", 1],
    ["SUBSTANTIAL", 0],
    ["COMPLETE", 1],
  ]);
});
