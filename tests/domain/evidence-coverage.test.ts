import { expect, test } from "vitest";
import { type Coverage, gapsOf } from "@/domain/evidence-coverage";

const none: Coverage = { sources: 0, unrated: 0, dead: 0, quotesMissing: 0, SUPPORTS: 0, CONTRADICTS: 0, CONTEXT: 0 };

test("a commitment that several graded, living sources look at from both sides lacks nothing", () => {
  expect(gapsOf({ ...none, sources: 2, SUPPORTS: 1, CONTRADICTS: 1 })).toEqual([]);
});

test("each gap is told by itself, and together in one order", () => {
  expect(gapsOf(none)).toEqual(["NO_SOURCE"]);
  expect(gapsOf({ ...none, sources: 1, CONTEXT: 1 })).toEqual(["ONE_SOURCE"]);
  expect(gapsOf({ ...none, sources: 3, CONTRADICTS: 3 })).toEqual(["ONE_SIDED"]);
  expect(gapsOf({ ...none, sources: 1, unrated: 1, dead: 1, quotesMissing: 1, SUPPORTS: 1 })).toEqual([
    "ONE_SOURCE",
    "UNRATED",
    "DEAD",
    "ONE_SIDED",
    "QUOTES_MISSING",
  ]);
});
