import { beforeAll, describe, expect, test } from "vitest";
import { locales } from "@/i18n/locales";
import { today } from "@/server/calendar-dates";
import { getReport, type Report } from "@/server/export-formats/report";
import { unknownOf } from "@/server/export-formats/report-unknown";
import { wordsOf } from "@/server/export-formats/report-words";
import { makeTeam, type Team } from "../../cast";
import { makeWorkedOnTeam } from "./a-full-report";

let team: Team;
let report: Report;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
  report = await getReport(team.reader, { documentSlug: team.documentSlug, locale: "ar" });
});

const commitment = (number: number, of = report) => of.commitments.find((each) => each.number === number);

describe("the report", () => {
  test("is plain data, which JSON keeps whole", () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test("says what it is about, as of when, and by whom", () => {
    expect(report).toMatchObject({
      schemaVersion: 1,
      language: "ar",
      direction: "rtl",
      asOf: { iso: today() },
      document: {
        slug: team.documentSlug,
        title: { language: "ar", direction: "rtl" },
        adoptedOn: { iso: "2019-11-14", text: "14 نوفمبر/تشرين الثاني 2019" },
      },
    });
    expect(report.assessed).toBe("قُيِّم التزامان من أصل 8");
    expect(report.counts.map(({ code, count }) => [code, count])).toEqual([
      ["NOT_ASSESSED", 6],
      ["NO_EVIDENCE", 0],
      ["NOT_STARTED", 0],
      ["LIMITED", 1],
      ["SUBSTANTIAL", 0],
      ["COMPLETE", 1],
    ]);
  });

  test("tells of a commitment its text, its status, what that rests on and what is attached", () => {
    expect(commitment(8)).toMatchObject({
      printedNumber: "8-",
      text: { language: "ar", direction: "rtl" },
      status: { code: "COMPLETE" },
      share: 1,
      counterAction: false,
      since: { iso: "2021-06-28" },
      assessment: { asOf: { iso: "2021-06-28" }, confidence: { code: "HIGH" } },
      due: { iso: "2020-12-31", text: "2020", precision: "YEAR" },
      attentions: [],
    });
    const [rests, other, ...more] = commitment(8)?.evidence ?? [];
    expect(rests).toMatchObject({ position: 1, underStatus: true, grade: "A1", publishedOn: { iso: "2021-06-28" } });
    expect(other).toMatchObject({ position: 2, underStatus: false, grade: null, stance: { code: "CONTRADICTS" } });
    expect(more).toEqual([]);
    expect(commitment(8)?.assessment?.restsOn).toEqual([1]);
  });

  test("says a counter-action in the words of the status", () => {
    expect(commitment(3)).toMatchObject({
      counterAction: true,
      attentions: [{ code: "STALE" }, { code: "NO_EVIDENCE_BEHIND_STATUS" }],
    });
    expect(commitment(3)?.statusText).not.toBe(commitment(3)?.status.text);
    expect(commitment(3)?.statusText).toContain(commitment(3)?.status.text);
  });

  test("lists living notes, newest first, with their follow-up, and keeps what was never assessed apart", () => {
    expect(commitment(1)).toMatchObject({
      status: { code: "NOT_ASSESSED" },
      share: null,
      since: null,
      assessment: null,
    });
    expect(commitment(1)?.notes.map(({ datedOn }) => datedOn.iso)).toEqual([
      "2021-01-01",
      "2020-12-31",
      "2020-12-30",
      "2020-12-29",
    ]);
    expect(commitment(1)).toMatchObject({ openFollowUps: 1, overdueFollowUps: 1 });
    expect(commitment(1)?.notes[2]).toMatchObject({ followUp: { code: "OVERDUE" }, dueOn: { iso: "2021-02-01" } });
  });

  test("carries the editorial remark of the passage", () => {
    expect(commitment(5)?.remarks).toEqual([expect.objectContaining({ exact: "بريقة" })]);
  });
});

test.each(locales)("in %s every word is of that language", async (locale) => {
  const other = await getReport(team.reader, { documentSlug: team.documentSlug, locale });
  const words = [
    other.title,
    other.assessed,
    ...other.method,
    ...Object.values(other.heads),
    ...Object.values(other.sheets),
  ];
  words.push(...other.commitments.flatMap(({ title, statusText }) => [title, statusText]));
  for (const word of words) {
    expect(word).not.toMatch(/[{}<>]|^summary\.|^scales\./);
    expect(/\p{Script=Arabic}/u.test(word), word).toBe(locale === "ar");
  }
  expect(other.direction).toBe(locale === "ar" ? "rtl" : "ltr");
  // The text itself stays in the language it was published in.
  expect(commitment(1, other)?.text).toMatchObject({ language: "ar", direction: "rtl" });
});

describe("what is not known", () => {
  const reasons = (of: Report, number: number) =>
    of.unknown.filter((each) => each.number === number).map(({ reason }) => reason.code);

  test("is said of each commitment, of one several things", () => {
    expect(reasons(report, 1)).toEqual(["NOT_ASSESSED"]);
    expect(reasons(report, 3)).toEqual(["RESTS_ON_NOTHING", "STALE"]);
    expect(reasons(report, 8)).toEqual([]);
  });

  test("is in no report that leaves that part out", async () => {
    const choices = { sections: ["table"] as Report["sections"] };
    expect((await getReport(team.reader, { documentSlug: team.documentSlug, locale: "ar", choices })).unknown).toEqual(
      [],
    );
  });
});

describe("unknownOf", () => {
  const known = {
    number: 1,
    status: { code: "SUBSTANTIAL" as const, text: "" },
    attentions: [],
    evidence: [
      { position: 1, underStatus: true, publishedOn: null, grade: null },
      { position: 2, underStatus: true, publishedOn: null, grade: "A1" },
      { position: 3, underStatus: false, publishedOn: null, grade: null },
    ],
  };

  test.each(locales)("names in %s the evidence behind the status that nobody dated or graded", (locale) => {
    const words = wordsOf(locale);
    const [undated, ungraded, ...others] = unknownOf([known], words, 90);
    expect(others).toEqual([]);
    expect(undated?.reason).toMatchObject({
      code: "UNDATED_EVIDENCE",
      text: expect.stringContaining(words.list(["1", "2"])),
    });
    expect(ungraded?.reason).toMatchObject({ code: "UNGRADED_EVIDENCE", text: expect.stringMatching(/ 1[ ,،]/) });
    const none = { ...known, status: { code: "NO_EVIDENCE" as const, text: "" }, evidence: [] };
    const stale = { ...none, attentions: [{ code: "STALE" as const, text: "" }] };
    expect(unknownOf([stale], words, 90).map(({ reason }) => reason.code)).toEqual(["NO_EVIDENCE", "STALE"]);
    expect(unknownOf([stale], words, 90)[1]?.reason.text).toContain("90");
  });
});

test("belongs to its workspace alone", async () => {
  const other = await makeTeam();
  const theirs = await getReport(other.reader, { documentSlug: other.documentSlug, locale: "en" });
  expect(theirs.commitments.every(({ evidence, notes }) => evidence.length + notes.length === 0)).toBe(true);
});

test.each(["absent", "a\0b", ""])("of a document called %j is not found", async (documentSlug) => {
  await expect(getReport(team.reader, { documentSlug, locale: "ar" })).rejects.toMatchObject({ code: "not_found" });
});
