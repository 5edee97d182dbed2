import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { type Locale, locales } from "@/i18n/locales";
import { getReport, type Report } from "@/server/export-formats/report";
import { writeWorkbook } from "@/server/export-formats/xlsx";
import { sheetName, sheetOf } from "@/server/export-formats/xlsx-sheet";
import type { Team } from "../../cast";
import { hostile, makeWorkedOnTeam } from "./a-full-report";

let team: Team;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
});

const reportIn = (locale: Locale) => getReport(team.reader, { documentSlug: team.documentSlug, locale });
const open = async (report: Report) => (await readXlsx(await writeWorkbook(report), { readStyles: true })).sheets;

describe.each(locales)("the workbook in %s", (locale) => {
  let report: Report;
  let sheets: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    report = await reportIn(locale);
    sheets = await open(report);
  });

  test("has four sheets that run in the direction of the language, the tables with a frozen head and filters", () => {
    expect(sheets.map(({ name }) => name)).toEqual(Object.values(report.sheets).length === 4 ? namesOf(report) : []);
    for (const sheet of sheets) {
      expect(sheet.view?.rightToLeft ?? false).toBe(locale === "ar");
      expect(sheet.freezePane).toMatchObject({ rows: 1 });
    }
    expect(sheets.map(({ autoFilter }) => autoFilter !== undefined)).toEqual([false, true, true, true]);
  });

  test("lists the eight with typed numbers and dates, whatever the time zone", () => {
    const [, commitments] = sheets;
    expect(commitments?.rows[0]).toEqual(commitmentHeads.map((head) => report.heads[head]));
    expect(commitments?.rows.slice(1).map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const since = commitmentHeads.indexOf("since");
    expect(commitments?.rows[8]?.[since]).toEqual(new Date("2021-06-28T00:00:00Z"));
    expect(commitments?.rows[1]?.[since]).toBeNull();
  });

  test("reads its texts in the direction of their first letter", () => {
    const style = (sheet: number, cell: string) => sheets[sheet]?.cells?.get(cell)?.style?.alignment?.readingOrder;
    expect(style(1, `1,${commitmentHeads.length - 1}`)).toBe("rtl");
    expect(style(3, "1,3")).toBe("ltr");
    expect(style(1, "0,0")).toBe(locale === "ar" ? "rtl" : "ltr");
  });
});

const commitmentHeads = [
  "number",
  "title",
  "status",
  "statusCode",
  "counterAction",
  "since",
  "assessedOn",
  "assessedBy",
  "confidence",
  "rationale",
  "lead",
  "due",
  "evidenceCount",
  "noteCount",
  "latestNote",
  "openFollowUps",
  "overdueFollowUps",
  "attention",
  "text",
] as const;
const namesOf = ({ sheets }: Report) => [sheets.summary, sheets.commitments, sheets.notes, sheets.evidence];

describe("what people wrote", () => {
  test("stays text to the letter, and no cell is a formula", async () => {
    const sheets = await open(await reportIn("ar"));
    const notes = sheets[2]?.rows.map((row) => row[4]);
    expect(notes).toEqual(expect.arrayContaining([hostile.formula, hostile.wide, hostile.mail, hostile.emoji]));
    expect(sheets[3]?.rows.map((row) => row[3])).toContain(hostile.markup);
    for (const sheet of sheets) {
      for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
    }
  });

  test("is clipped where a cell can hold no more", async () => {
    const sheets = await open(await reportIn("ar"));
    const long = sheets[2]?.rows.find(([number]) => number === 2)?.[4];
    expect(String(long)).toHaveLength(32_767);
    expect(String(long).endsWith("…")).toBe(true);
  });

  test("may be broken in any way: the file opens all the same", async () => {
    const report = await reportIn("en");
    const broken = "\ud83d \u0000\u0001\u000b \ufffe\uffff \udc4d\ud83d";
    const [first, ...rest] = report.commitments;
    if (!first) throw new Error("no commitment");
    const long = `${"x".repeat(32_765)}👍🏽`;
    const bad = { ...first, title: broken, lead: long, text: { ...first.text, text: broken } };
    const sheets = await open({ ...report, team: broken, commitments: [bad, ...rest] });
    expect(sheets[1]?.rows[1]?.[1]).toBe("\ufffd   \ufffd\ufffd");
    expect(String(sheets[1]?.rows[1]?.[commitmentHeads.indexOf("lead")]).isWellFormed()).toBe(true);
  });

  test("links to its sources, under their own address", async () => {
    const sheets = await open(await reportIn("fr"));
    const links = [...(sheets[3]?.cells?.values() ?? [])].flatMap(({ hyperlink }) => hyperlink?.target ?? []);
    expect(links).toContain("https://www.state.gov/rome?a=1&b=2");
  });
});

test("a workbook of a document that nobody has worked on opens too", async () => {
  const report = await reportIn("ar");
  const bare = report.commitments.map((each) => ({ ...each, notes: [], evidence: [] }));
  const sheets = await open({ ...report, commitments: bare });
  expect(sheets[2]?.rows).toHaveLength(1);
});

test("the name of a sheet is one that Excel takes", () => {
  expect(sheetName("a/b\\c?d*e[f]g:h")).toBe("a b c d e f g h");
  expect(sheetName("'x'")).toBe("x");
  expect(sheetName("")).toBe("-");
  expect(Array.from(sheetName("ط".repeat(60)))).toHaveLength(31);
  const columns = Array.from({ length: 30 }, () => ({ head: "h", width: 5, value: () => null }));
  const wide = sheetOf({ name: "s", direction: "ltr", columns, rows: [1] });
  expect(wide.autoFilter?.range).toBe("A1:AD2");
});
