import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { beforeAll, describe, expect, test } from "vitest";
import { locales } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { writeMarkdown } from "@/server/export-formats/markdown";
import { getReport, type Report, type ReportRequest } from "@/server/export-formats/report";
import type { Team } from "../../cast";
import { hostile, makeWorkedOnTeam } from "./a-full-report";

let team: Team;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
});

const reportWith = (locale: Report["language"], choices: ReportRequest["choices"] = {}) =>
  getReport(team.reader, { documentSlug: team.documentSlug, locale, choices });
const textOf = (report: Report) => new TextDecoder("utf-8", { fatal: true }).decode(writeMarkdown(report));

type Node = { type: string; value?: string; url?: string; depth?: number; children?: Node[] };
function nodesIn(markdown: string): Node[] {
  const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node);
}
const valuesOf = (markdown: string, type: string) =>
  nodesIn(markdown).flatMap((node) => (node.type === type ? (node.value ?? "") : []));
const wordsOf = (node: Node): string => node.value ?? (node.children ?? []).map(wordsOf).join("");

describe.each(locales)("the file in %s", (locale) => {
  let report: Report;
  let text: string;
  beforeAll(async () => {
    report = await reportWith(locale, { comparedWith: "2019-12-01" });
    text = textOf(report);
  });

  test("has one title, then the parts in their order, then the commitments one by one", () => {
    const headings = nodesIn(text).filter(({ type }) => type === "heading");
    expect(headings.map(({ depth }) => depth).filter((depth) => depth === 1)).toHaveLength(1);
    expect(headings[0]?.depth).toBe(1);
    const parts = headings.filter(({ depth }) => depth === 2).map(wordsOf);
    expect(parts).toHaveLength(5 + 8);
    expect(parts[0]).toBe(report.assessed);
    const { summary } = messagesFor(locale);
    expect(parts.slice(1, 5)).toEqual([
      summary.method.title,
      summary.changes.title.replace("<date></date>", report.comparedWith?.text ?? ""),
      summary.sections.table,
      summary.unknown.title,
    ]);
    for (const each of report.commitments) expect(parts[4 + each.number]).toContain(each.title);
  });

  test("has all commitments in one table", () => {
    const [table, ...others] = nodesIn(text).filter(({ type }) => type === "table");
    expect(others).toEqual([]);
    const rows = (table?.children ?? []).map((row) => (row.children ?? []).map(wordsOf));
    expect(rows).toHaveLength(9);
    expect(rows.slice(1).map(([number, title, status]) => [number, title, status])).toEqual(
      report.commitments.map((each) => [String(each.number), each.title, each.statusText]),
    );
  });

  test("runs in the direction of its language, every text that runs against it in its own, without marks of direction", () => {
    expect(text.startsWith('<div dir="rtl" lang="ar">\n\n# ')).toBe(locale === "ar");
    const html = new Set(valuesOf(text, "html"));
    for (const tag of html) expect(tag).toMatch(/^(<div dir="(rtl" lang="ar|ltr)">|<\/div>)$/);
    expect(html).toContain('<div dir="rtl" lang="ar">');
    expect(text.split("<div").length).toBe(text.split("</div>").length);
    expect(text).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
  });

  test("says what people wrote, to the letter but for marks that cannot be seen", () => {
    const words = wordsOf({ type: "root", children: nodesIn(text).filter(({ type }) => type === "paragraph") });
    for (const each of [hostile.formula, hostile.wide, hostile.mail, hostile.emoji, "ط".repeat(40_000)])
      expect(words).toContain(each);
    expect(words).toContain(hostile.markup);
    expect(words).toContain(report.commitments[0]?.text.text.slice(0, 200));
    for (const { number, reason } of report.unknown)
      expect(words).toContain(`${number} · ${report.commitments[number - 1]?.title} · ${reason.text}`);
    for (const { printedNumber } of report.commitments) if (printedNumber) expect(words).toContain(printedNumber);
    expect(words).toContain(report.comparedWith?.text);
    if (report.document.sourceAddress) expect(words).toContain(report.document.sourceAddress);
  });

  test("leads nowhere but to the sources", () => {
    const links = new Set(nodesIn(text).flatMap(({ type, url }) => (type === "link" ? (url ?? "") : [])));
    expect(links).toContain("https://www.state.gov/rome?a=1&b=2");
    for (const link of links) expect(link).toMatch(/^https?:\/\//);
    expect(nodesIn(text).some(({ type }) => type === "image")).toBe(false);
  });
});

test("it holds the parts that the reader chose", async () => {
  const all = textOf(await reportWith("en"));
  expect(all).toContain("## Method");
  expect(all).toContain("### Notes");
  expect(all).not.toContain("## What changed since");
  const bare = textOf(await reportWith("en", { sections: [], comparedWith: "2019-12-01" }));
  expect(bare.match(/^## .*/gm)).toEqual(["## 2 of 8 commitments are assessed"]);
  const without = textOf(await reportWith("en", { notes: "without" }));
  expect(without).not.toContain("### Notes");
  expect(without).not.toContain("Notes (count)");
  expect(without).not.toContain(hostile.emoji);
  const two = textOf(await reportWith("en", { commitments: [3, 8], sections: ["commitments"] }));
  expect(two.match(/^## Commitment \d/gm)).toEqual(["## Commitment 3", "## Commitment 8"]);
});

test("it says what moved and which way", async () => {
  const text = textOf(await reportWith("en", { comparedWith: "2019-12-01" }));
  expect(text).toContain(
    "- **8** · The next ministerial meeting, in Italy · First assessment · from Not assessed yet to Complete\n  - Rome communiqué <https",
  );
});
