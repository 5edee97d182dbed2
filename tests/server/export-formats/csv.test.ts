import { parseCsv } from "hucre/csv";
import { beforeAll, describe, expect, test } from "vitest";
import { type Locale, locales } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { inert, writeCsv } from "@/server/export-formats/csv";
import { getReport, type Report } from "@/server/export-formats/report";
import type { Team } from "../../cast";
import { hostile, makeWorkedOnTeam } from "./a-full-report";

let team: Team;
let report: Report;
const reportIn = (locale: Locale) => getReport(team.reader, { documentSlug: team.documentSlug, locale });
beforeAll(async () => {
  team = await makeWorkedOnTeam();
  report = await reportIn("ar");
});

const decoded = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes);
const linesOf = (of: Report) => parseCsv(decoded(writeCsv(of))) as string[][];
const dangerous = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

describe.each(locales)("the file in %s", (locale) => {
  beforeAll(async () => {
    report = await reportIn(locale);
  });

  test("is UTF-8 with a byte order mark, or without where it was not wanted, its lines ended by CRLF", () => {
    const text = decoded(writeCsv(report));
    expect(text.startsWith("\ufeff")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.split("\r\n")).toHaveLength(8 + 2);
    expect(decoded(writeCsv(report, { byteOrderMark: false })).startsWith("\ufeff")).toBe(false);
  });

  test("reads back as a head and eight lines of the same length", () => {
    const [head, ...lines] = linesOf(report);
    const { heads, yes } = messagesFor(locale).summary;
    expect(head?.slice(0, 5)).toEqual([heads.number, heads.title, heads.status, heads.statusCode, heads.counterAction]);
    expect(lines[2]?.[4]).toBe(yes);
    expect(lines.map(([number]) => number)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
    for (const line of lines) expect(line).toHaveLength(head?.length ?? 0);
    const cell = (number: number, name: keyof Report["heads"]) =>
      lines[number - 1]?.[head?.indexOf(report.heads[name]) ?? -1];
    expect(cell(8, "since")).toBe("2021-06-28");
    expect(cell(8, "statusCode")).toBe("COMPLETE");
    expect(cell(8, "status")).toBe(messagesFor(locale).scales.completion.COMPLETE);
    expect(cell(1, "status")).toBe(messagesFor(locale).scales.completion.NOT_ASSESSED);
    expect(cell(1, "since")).toBe("");
    expect(cell(8, "evidence")).toContain("<https://www.state.gov/rome?a=1&b=2>");
    expect(cell(8, "evidence")).toContain("[A1]");
    expect(cell(2, "notes")).toHaveLength("2020-02-01: ".length + 40_000);
    expect(cell(1, "text")).toBe(report.commitments[0]?.text.text);
  });
});

describe("what people wrote", () => {
  test("never begins a cell as a formula", () => {
    const bad = {
      ...report.commitments[0],
      title: hostile.hidden,
      lead: hostile.minus,
    } as Report["commitments"][number];
    for (const line of linesOf({ ...report, commitments: [bad, ...report.commitments] })) {
      for (const cell of line) expect(cell).not.toMatch(dangerous);
    }
  });

  test.each(Object.values(hostile))("%j is kept behind the apostrophe, or as it is where it is harmless", (text) => {
    expect(inert(text)).toBe(dangerous.test(text) ? `'${text}` : text);
  });

  test.each(["\t=1", "\u202e@x", "\ufeff+1", "  -1", "－1", "\n=1"])("%j is a formula to some program", (text) => {
    expect(inert(text)).toBe(`'${text}`);
  });

  test("may be broken in any way", () => {
    const bad = { ...report.commitments[0], title: "\ud83d\u0000 \udc4d" } as Report["commitments"][number];
    expect(linesOf({ ...report, commitments: [bad] })[1]?.[1]).toBe("\ufffd \ufffd");
  });
});
