import { unzipSync } from "fflate";
import { parseCsv } from "hucre/csv";
import { beforeAll, expect, test } from "vitest";
import { writeCsvTables } from "@/server/export-formats/csv-tables";
import { getReport, type Report, type ReportRequest } from "@/server/export-formats/report";
import type { Team } from "../../cast";
import { hostile, makeWorkedOnTeam } from "./a-full-report";

let team: Team;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
});

const reportWith = (choices: ReportRequest["choices"] = {}) =>
  getReport(team.reader, { documentSlug: team.documentSlug, locale: "ar", choices });
const decoded = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes);
function tablesIn(report: Report): Record<string, string[][]> {
  const files = Object.entries(unzipSync(writeCsvTables(report)));
  return Object.fromEntries(files.map(([name, bytes]) => [name, parseCsv(decoded(bytes)) as string[][]]));
}
const dangerous = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

test("all tables are there, each with a byte order mark, CRLF and lines of one length", async () => {
  const report = await reportWith({ comparedWith: "2019-12-01" });
  const files = unzipSync(writeCsvTables(report));
  const names = [
    "commitments",
    "assessments",
    "evidence",
    "notes",
    "provisions",
    "contributions",
    "changes",
    "unknown",
  ];
  expect(Object.keys(files)).toEqual(names.map((name) => `${name}.csv`));
  for (const bytes of Object.values(files)) {
    expect(decoded(bytes).startsWith("\ufeff")).toBe(true);
    expect(decoded(bytes).endsWith("\r\n")).toBe(true);
  }
  for (const [name, lines] of Object.entries(tablesIn(report)))
    expect(new Set(lines.map((line) => line.length)).size, name).toBe(1);
});

test("they say what the report says", async () => {
  const report = await reportWith();
  const tables = tablesIn(report);
  const column = (name: string, head: keyof Report["heads"]) => {
    const [heads = [], ...rows] = tables[`${name}.csv`] ?? [];
    return rows.map((row) => row[heads.indexOf(report.heads[head])]);
  };
  expect(column("commitments", "statusCode")).toEqual(report.commitments.map(({ status }) => status.code));
  expect(column("assessments", "assessedOn")).toEqual(["2022-01-10", "2021-06-28"]);
  expect(column("assessments", "recordedAt")).toEqual(
    report.commitments.flatMap(({ history }) => history.map(({ recordedAt }) => recordedAt.iso)),
  );
  expect(column("evidence", "address")).toEqual(["https://www.state.gov/rome?a=1&b=2", "https://example.org/second"]);
  expect(column("notes", "body")).toContain(hostile.emoji);
  expect(column("notes", "body")).toContain("ط".repeat(40_000));
  expect(column("unknown", "reason")).toEqual(report.unknown.map(({ reason }) => reason.text));
  expect(
    Object.values(tables)
      .flat(2)
      .filter((cell) => dangerous.test(cell)),
  ).toEqual([]);
});

test("the notes stay out where they are kept back", async () => {
  const report = await reportWith({ notes: "without", sections: ["commitments"] });
  expect(Object.keys(tablesIn(report))).toEqual(["commitments.csv", "assessments.csv", "evidence.csv"]);
  expect(JSON.stringify(tablesIn(report))).not.toContain(hostile.emoji);
});

test("the same report makes the same bytes", async () => {
  const report = await reportWith();
  expect(Buffer.from(writeCsvTables(report)).equals(Buffer.from(writeCsvTables(report)))).toBe(true);
});
