import { describe, expect, test } from "vitest";
import { firstCrosswalk, otherScales, printedScore } from "@/domain/crosswalk";
import { completions } from "@/domain/scales";

const vectors = [
  [null, false, null, null, null],
  [null, true, null, null, null],
  ["NO_EVIDENCE", false, null, null, null],
  ["NO_EVIDENCE", true, "-1", "E", null],
  ["NOT_STARTED", false, "-1", "C", "NOT_KEPT_YET"],
  ["NOT_STARTED", true, "-1", "E", "NOT_KEPT_YET"],
  ["LIMITED", false, "0", "C", "IN_THE_WORKS"],
  ["LIMITED", true, "-1", "E", "IN_THE_WORKS"],
  ["SUBSTANTIAL", false, "0", "B", "IN_THE_WORKS"],
  ["SUBSTANTIAL", true, "-1", "E", "IN_THE_WORKS"],
  ["COMPLETE", false, "+1", "A", "KEPT"],
  ["COMPLETE", true, "-1", "E", "KEPT"],
] as const;

describe("the crosswalk of the first codebook", () => {
  test.each(vectors)("%s, acted against: %s", (completion, counterAction, g7, un, promise) => {
    expect(otherScales({ completion, counterAction }, firstCrosswalk)).toEqual({ g7, un, promise });
  });

  test("is tried with every value there is", () => {
    expect(vectors.length).toBe((completions.length + 1) * 2);
  });
});

test("a team's own crosswalk decides alone", () => {
  const own = structuredClone(firstCrosswalk);
  own.completion.LIMITED.un = "B";
  own.counterAction = { g7: null, un: "D", promise: "NOT_KEPT_YET" };
  expect(otherScales({ completion: "LIMITED", counterAction: false }, own).un).toBe("B");
  expect(otherScales({ completion: "LIMITED", counterAction: true }, own)).toEqual({
    g7: "0",
    un: "D",
    promise: "NOT_KEPT_YET",
  });
});

test("a score is printed with a minus, so that no line breaks after it", () => {
  expect(["+1", "0", "-1"].map((score) => printedScore(score as "0"))).toEqual(["+1", "0", "−1"]);
});
