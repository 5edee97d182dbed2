// What the PDF promises: read by programs that open it, in every language, whatever people wrote.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Locale, locales } from "@/i18n/locales";
import { PdfFailure, writePdf } from "@/server/export-formats/pdf";
import { documentOf } from "@/server/export-formats/pdf-document";
import { getReport, type Report } from "@/server/export-formats/report";
import type { Team } from "../../cast";
import { hostile, makeWorkedOnTeam } from "./a-full-report";

let team: Team;
const folder = mkdtempSync(join(tmpdir(), "iltizam-pdf-"));
beforeAll(async () => {
  team = await makeWorkedOnTeam();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reportIn = (locale: Locale) =>
  getReport(team.reader, { documentSlug: team.documentSlug, locale, choices: { comparedWith: "2020-01-01" } });

function run(tool: string, ...options: string[]): string {
  const { stdout, status, stderr, error } = spawnSync(tool, options, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (error) throw new Error(`${tool} opens what was made, and is not here: apt-get install qpdf poppler-utils`);
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
  return stdout;
}

/** The file, and all that stands in it once its compressed parts are unpacked. */
function opened(pdf: Uint8Array, name: string) {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, pdf);
  return { file, inside: run("qpdf", "--qdf", "--object-streams=disable", file, "-") };
}

/** What a reader's program would do by itself or at a click, but for following an address of the web. */
const doings = /\/(?:JavaScript|JS|Launch|OpenAction|AA|SubmitForm|ImportData|GoToR|GoToE|EmbeddedFile|RichMedia)\b/;
function expectNothingRuns(inside: string) {
  expect(inside).not.toMatch(doings);
  const addresses = inside.match(/\/URI \(.*/g) ?? [];
  expect(addresses.filter((each) => !/^\/URI \(https?:\/\//.test(each))).toEqual([]);
}

describe.each(locales)("the PDF in %s", (locale) => {
  let report: Report;
  let pdf: Uint8Array;
  let file: string;
  let inside: string;
  const lacking = (...wanted: string[]) => wanted.filter((each) => !inside.includes(each));
  beforeAll(async () => {
    report = await reportIn(locale);
    const began = performance.now();
    pdf = await writePdf(report);
    console.log(`PDF in ${locale}: ${Math.round(performance.now() - began)} ms, ${Math.round(pdf.length / 1024)} KiB`);
    ({ file, inside } = opened(pdf, locale));
  });

  test("is PDF/UA-1, in its language and direction", () => {
    expect(lacking("<pdfuaid:part>1</pdfuaid:part>", `/Lang (${locale})`)).toEqual([]);
    expect(inside.includes("/Direction /R2L")).toBe(locale === "ar");
  });

  test("says what is a heading, a table, its head and a picture", () => {
    const tree = run("pdfinfo", "-struct", file);
    const tags = ["Document", "H1", "H2", "H3", "Table", "TH", "Figure", "LI", "Link"];
    expect(tags.filter((tag) => !new RegExp(`^ *${tag}\\b`, "m").test(tree))).toEqual([]);
    expect(tree.match(/^ *(H\d)/m)?.[1]).toBe("H1");
    expect(lacking("/Outlines", "/Alt")).toEqual([]);
  });

  test("is the same bytes for the same report", async () => {
    expect(Buffer.from(await writePdf(report)).equals(Buffer.from(pdf))).toBe(true);
  });

  test("leaves out what the reader left out", async () => {
    const bare = documentOf({ ...report, sections: [], comparedWith: null });
    expect(bare.sections).toEqual([]);
    expect((await writePdf({ ...report, sections: ["unknown"], withNotes: false })).length).toBeLessThan(pdf.length);
    const kept = { ...report, sections: ["table" as const], withNotes: false };
    expect(JSON.stringify(documentOf(kept))).not.toContain(report.heads.noteCount);
    const { file: table } = opened(await writePdf(kept), `kept-back-${locale}`);
    expect(run("pdfinfo", "-struct", table).match(/^ *TH\b/gm)).toHaveLength(8);
  });

  test("has no fault that qpdf finds, and runs nothing", () => {
    expect(run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
    expectNothingRuns(inside);
  });

  test("has a title, tags and every font embedded with its letters", () => {
    const facts = run("pdfinfo", file);
    expect(facts).toMatch(/^Tagged: +yes$/m);
    expect(facts).toContain(report.document.title.text);
    const fonts = run("pdffonts", file).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/);
  });

  test("gives back at least 95 % of the plain Arabic words", () => {
    const text = run("pdftotext", file, "-");
    expect(text).not.toContain("\ufffd");
    const found = new Map<string, number>();
    for (const word of arabicWords(text)) found.set(word, (found.get(word) ?? 0) + 1);
    const wanted = saidIn(report).flatMap(plainWords);
    const missing = wanted.filter((word) => {
      const left = found.get(word) ?? 0;
      found.set(word, left - 1);
      return left <= 0;
    });
    const recall = 1 - missing.length / wanted.length;
    console.log(`words found again in ${locale}: ${(recall * 100).toFixed(1)} % of ${wanted.length}`);
    expect(recall, missing.join(" ")).toBeGreaterThanOrEqual(0.95);
  });

  test("keeps addresses, dates and references in their order", async () => {
    const [first, ...rest] = report.commitments;
    if (!first?.text) throw new Error("no commitment");
    const text =
      "أكد القرار UNSCR 2249 (2015) في 2019-11-14 أن الهاتف +964 1 234 5678 بزيادة +3% وانظر https://example.org/a?b=7 ثم";
    const said = { ...first, text: { ...first.text, language: "ar", direction: "rtl" as const, text } };
    const { file } = opened(await writePdf({ ...report, commitments: [said, ...rest] }), `order-${locale}`);
    const back = run("pdftotext", file, "-");
    const runs = ["UNSCR 2249 (2015)", "2019-11-14", "+964 1 234 5678", "+3%", "https://example.org/a?b=7"];
    expect(runs.filter((each) => !back.includes(each))).toEqual([]);
  });
});

describe("what people wrote", () => {
  const broken = "\ud83d \u0000\u0001\u000b\u0007 \ufffe\uffff \udc4d\ud83d \ufeff";

  test.each(locales)("stays text in %s: nothing in it is run, no address leads where it should not", async (locale) => {
    const markup = '#panic("no") $x^2$ *a* = b <c> @d `e` \\f [g](javascript:alert(1)) #read("/etc/passwd") // h /* i';
    const links =
      "[l](javascript:alert(2)) <javascript:alert(3)> [m](file:///etc/passwd) [n](data:text/html,o) <p@q.org>";
    const text = [markup, ...Object.values(hostile), links, broken].join(" ");
    const { file, inside } = opened(await writePdf(everywhere(await reportIn(locale), text)), `markup-${locale}`);
    expect(run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
    expectNothingRuns(inside);
    const back = run("pdftotext", file, "-").replace(/\s+/g, " ");
    expect(back).toContain('#panic("no") $x^2$ *a* = b <c> @d `e` \\f [g](');
  });

  test.each([
    ["broken", broken],
    ["turned round", "\u202e\u2067abc\u202dسلام\u2066 (1)"],
    ["emoji", `${hostile.emoji} 👩‍👩‍👧‍👦 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿`],
    ["many scripts", "漢字 हिन्दी עברית ไทย ᠠ᠋ ⁊ 𝔘𝔫𝔦 \ue000 a\u0301\u20dd ب\u20e3 ﷽ ＝"],
    ["deep", `${"> ".repeat(200)}x\n\n${"- ".repeat(50)}y`],
    ["nothing", " "],
  ])("may be %s: there is a file all the same", async (_, text) => {
    const { inside } = opened(await writePdf(everywhere(await reportIn("ar"), text)), "odd");
    expectNothingRuns(inside);
  });

  test.each(["ط", "x", "ab "])(
    "may be 40,000 characters long: %j",
    async (letter) => {
      const report = await reportIn("ar");
      // The one with notes and the one with evidence: together they have every place where people may write.
      const commitments = report.commitments.filter(({ notes, evidence }) => evidence.length > 0 || notes.length > 1);
      expect(commitments.length).toBe(2);
      const text = letter.repeat(40_000 / letter.length);
      const { inside } = opened(await writePdf(everywhere({ ...report, commitments }, text)), "long");
      expectNothingRuns(inside);
    },
    90_000,
  );
});

describe("an attempt that comes to nothing", () => {
  test("ends at its deadline", async () => {
    const failure = await writePdf(await reportIn("en"), { deadline: 1 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PdfFailure);
    expect(failure).toMatchObject({ reason: "too_slow" });
  });

  test("ends when it is cancelled, before and meanwhile", async () => {
    const report = await reportIn("en");
    await expect(writePdf(report, { signal: AbortSignal.abort() })).rejects.toMatchObject({ reason: "cancelled" });
    await expect(writePdf(report, { signal: AbortSignal.timeout(5) })).rejects.toMatchObject({ reason: "cancelled" });
  });

  test("says what the compiler said", async () => {
    const report = { ...(await reportIn("en")), madeAt: { iso: "2020-99-99T00:00:00Z", text: "" } };
    await expect(writePdf(report)).rejects.toMatchObject({ reason: "not_set" });
  });
});

test("says how much memory one file takes", async () => {
  const script = join(process.cwd(), "server/export-formats/typst/compile.mjs");
  const measured = `process.on("exit", () => console.error(process.resourceUsage().maxRSS)); await import("${script}");`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", measured], {
    input: JSON.stringify(documentOf(await reportIn("ar"))),
    maxBuffer: 2 ** 28,
  });
  const mebibytes = Math.round(Number(stderr.toString()) / 1024);
  console.log(`memory of the process that sets one PDF: ${mebibytes} MiB`);
  expect(status).toBe(0);
  expect(mebibytes).toBeLessThan(400);
});

test("hundreds of commitments with five notes each make a sound file", async () => {
  const report = await reportIn("ar");
  const notes = report.commitments.flatMap((each) => each.notes.slice(0, 1)).slice(0, 1);
  const commitments = Array.from({ length: 300 }, (_, index) => {
    const like = report.commitments[index % report.commitments.length] as Report["commitments"][number];
    return { ...like, number: index + 1, notes: Array.from({ length: 5 }, () => notes).flat() };
  });
  const began = performance.now();
  const { file } = opened(await writePdf({ ...report, commitments }, { deadline: 110_000 }), "hundreds");
  console.log(`PDF of 300 commitments: ${Math.round(performance.now() - began)} ms`);
  expect(run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
}, 120_000);

/** The same report with one text wherever people may write one. */
function everywhere(report: Report, text: string): Report {
  const commitments = report.commitments.map((each) => ({
    ...each,
    title: text,
    lead: text,
    text: { ...each.text, text },
    remarks: [{ exact: text, body: text }],
    assessment: each.assessment && { ...each.assessment, by: text, rationale: text },
    evidence: each.evidence.map((one) => ({ ...one, title: text, publisher: text, quotedPassage: text })),
    notes: each.notes.slice(0, 1).map((note) => ({ ...note, author: text, assignee: text, body: text })),
  }));
  const document = { ...report.document, title: { ...report.document.title, text }, issuer: text, place: text };
  return { ...report, team: text, document, commitments };
}

/** What stands in the file once, as it was written. */
function saidIn({ document, method, unknown, commitments }: Report): string[] {
  return [
    document.title.text,
    document.issuer,
    ...method,
    ...unknown.map(({ reason }) => reason.text),
    ...commitments.flatMap(({ title, text, evidence, statusText }) => [
      title,
      text.text,
      statusText,
      ...evidence.map((one) => one.title),
    ]),
  ];
}

const marks = /[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;
const arabicWords = (text: string) =>
  text
    .normalize("NFKC")
    .replace(marks, "")
    .match(/[\u0621-\u06d3]{2,}/g) ?? [];
/** Words without vowel signs; those a reader would search for. */
const plainWords = (text: string) =>
  (text.match(/[\u0621-\u065f\u0670-\u06d3]{2,}/g) ?? [])
    .filter((word) => !/[\u064b-\u065f\u0670]/.test(word))
    .flatMap(arabicWords);
