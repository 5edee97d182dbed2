import { describe, expect, test } from "vitest";
import { needsEvidence, standing } from "@/domain/assessment";
import { completions } from "@/domain/scales";

const judged = (completion: (typeof completions)[number], asOf: string, recordedAt = asOf) => ({
  completion,
  asOf,
  recordedAt: new Date(`${recordedAt}T12:00:00Z`),
});

describe("what stands", () => {
  test("nothing, while nobody has assessed", () => {
    expect(standing([])).toBeNull();
  });

  test("the latest by date judged, not by when it was recorded", () => {
    const found = standing([
      judged("LIMITED", "2022-01-01", "2022-02-01"),
      judged("COMPLETE", "2020-01-01", "2023-01-01"),
    ]);
    expect(found).toMatchObject({ current: { completion: "LIMITED" }, since: "2022-01-01" });
  });

  test("of two for the same day, the one recorded last", () => {
    const found = standing([
      judged("LIMITED", "2022-01-01", "2022-01-03"),
      judged("NOT_STARTED", "2022-01-01", "2022-01-02"),
    ]);
    expect(found?.current.completion).toBe("LIMITED");
  });

  test("since the start of its unbroken run, not since an earlier time when it had the same value", () => {
    const found = standing([
      judged("LIMITED", "2019-12-01"),
      judged("NOT_STARTED", "2020-06-01"),
      judged("LIMITED", "2021-01-01"),
      judged("LIMITED", "2021-06-01"),
    ]);
    expect(found?.since).toBe("2021-01-01");
  });
});

test("only the two highest values need evidence", () => {
  expect(completions.filter(needsEvidence)).toEqual(["SUBSTANTIAL", "COMPLETE"]);
});
