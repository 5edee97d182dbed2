import { describe, expect, test } from "vitest";
import { countIn, countsOf, reportChoices, reportSections } from "@/domain/report";

/** The message key at each field that is refused. */
const refused = (given: Record<string, unknown>) =>
  Object.fromEntries(
    (reportChoices.safeParse(given).error?.issues ?? []).map(({ path, message }) => [path[0], message]),
  );

describe("what a reader may choose", () => {
  test("has its usual values where nothing is said, also by an empty field of a form", () => {
    const usual = {
      comparedWith: null,
      sections: [...reportSections],
      notes: "with",
      unreviewed: "without",
      scales: [],
    };
    expect(reportChoices.parse({})).toEqual(usual);
    expect(reportChoices.parse({ asOf: "", comparedWith: "" })).toEqual({ ...usual, asOf: undefined });
  });

  test.each([
    ["one", "table", ["table"]],
    ["several with commas", "table,method", ["table", "method"]],
    ["several names", ["table", "method"], ["table", "method"]],
    ["both", ["table,method", "unknown"], ["table", "method", "unknown"]],
    ["none", "", []],
  ])("takes %s as sections", (_, given, sections) => {
    expect(reportChoices.parse({ sections: given }).sections).toEqual(sections);
  });

  test("takes numbers of commitments, and what it gave back once more", () => {
    const choices = reportChoices.parse({ commitments: "3,1", asOf: "2024-02-29", comparedWith: "2024-01-01" });
    expect(choices.commitments).toEqual([3, 1]);
    expect(reportChoices.parse(choices)).toEqual(choices);
  });

  test.each([
    [{ asOf: "2023-02-29" }, { asOf: "bad_date" }],
    [{ asOf: ["2023-02-01", "2023-02-02"] }, { asOf: "required" }],
    [{ comparedWith: "yesterday" }, { comparedWith: "bad_date" }],
    [{ asOf: "2024-01-01", comparedWith: "2024-01-01" }, { comparedWith: "not_earlier" }],
    [{ sections: "table,cover" }, { sections: "choose_one" }],
    [{ commitments: "1,two" }, { commitments: "no_such_commitment" }],
    [{ commitments: "1.5" }, { commitments: "no_such_commitment" }],
    [{ commitments: "0" }, { commitments: "no_such_commitment" }],
    [{ commitments: "" }, { commitments: "required" }],
    [{ notes: "some" }, { notes: "choose_one" }],
    [{ unreviewed: "some" }, { unreviewed: "choose_one" }],
    [{ scales: "g7,ogp" }, { scales: "choose_one" }],
  ])("refuses %j", (given, fields) => {
    expect(refused(given)).toEqual(fields);
  });
});

test("notes that are kept back are not counted as none", () => {
  const commitment = { evidence: [1, 2], notes: [], openFollowUps: 1, overdueFollowUps: 0 };
  const counted = (withNotes: boolean) => countsOf(withNotes).map((count) => [count, countIn(commitment, count)]);
  expect(counted(true)).toContainEqual(["noteCount", 0]);
  expect(counted(false)).toEqual([
    ["evidenceCount", 2],
    ["openFollowUps", 1],
    ["overdueFollowUps", 0],
  ]);
});
