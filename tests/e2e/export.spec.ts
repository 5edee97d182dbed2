import { execFileSync, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parseCsv } from "hucre/csv";
import { readXlsx } from "hucre/xlsx";
import { recordAssessmentInput } from "@/domain/assessment";
import { addNoteInput } from "@/domain/note";
import { communique } from "@/prisma/seed/communique";
import { recordAssessment } from "@/server/assessments";
import { addNote } from "@/server/notes";
import { attach, type Team } from "../cast";
import { commitmentId } from "./commitment-page";
import { required } from "./required";
import { expect, test } from "./team";
import { words } from "./words";

const source = "Interpol’s databases";
const noteBody = "راجعنا التقرير السنوي مع INTERPOL.";
const rationale = "القنوات قائمة بحسب المصدر المرفق.";
const worked = 3;
const locales = ["ar", "en"] as const;
const published = communique().paragraphs.flatMap(({ commitment, text }) => (commitment ? [text] : []));

/** The third commitment assessed, with evidence and a note; the others untouched. */
async function makeWorkedOn(team: Team): Promise<void> {
  const id = commitmentId(team, worked);
  const { citationId } = await attach(team.analyst, id, { title: source, reliability: "B", credibility: "2" });
  await recordAssessment(
    team.analyst,
    recordAssessmentInput.parse({
      commitmentId: id,
      completion: "SUBSTANTIAL",
      confidence: "MODERATE",
      rationale,
      asOf: "2021-05-10",
      citationIds: [citationId],
    }),
  );
  await addNote(team.analyst, addNoteInput.parse({ commitmentId: id, body: noteBody, datedOn: "2021-06-01" }));
}

/** Presses a link that downloads; the file's name and content. */
async function download(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** The cell under a head, in the row of a commitment. */
function cellOf(rows: readonly (readonly unknown[])[], number: number, head: string): unknown {
  const [heads, ...lines] = rows;
  const column = required(heads, "the head of the table").indexOf(head);
  expect(column, `there is a column ${head}`).toBeGreaterThanOrEqual(0);
  return lines.find((line) => Number(line[0]) === number)?.[column];
}

for (const locale of locales) {
  const say = words(locale);

  test(`a reader downloads the summary as a workbook and as plain data, in their language (${locale})`, async ({
    team,
    signedIn,
  }) => {
    await makeWorkedOn(team);
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}`);
    const readable = (ending: string) => new RegExp(`^${say("summary.title")} \\d{4}-\\d{2}-\\d{2}\\.${ending}$`);

    await test.step("the workbook", async () => {
      const { name, bytes } = await download(page, say("dashboard.export.xlsx"));
      expect(name).toMatch(readable("xlsx"));
      const { sheets } = await readXlsx(bytes);
      for (const sheet of sheets) expect(sheet.view?.rightToLeft ?? false, sheet.name).toBe(locale === "ar");
      const rowsOf = (sheet: string) =>
        required(
          sheets.find((each) => each.name === say(`summary.sheets.${sheet}`)),
          sheet,
        ).rows;
      const commitments = rowsOf("commitments");
      expect(commitments.slice(1).map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      const cell = (number: number, head: string) => cellOf(commitments, number, say(`summary.heads.${head}`));
      expect(cell(worked, "status")).toBe(say("scales.completion.SUBSTANTIAL"));
      expect(cell(worked, "since")).toEqual(new Date("2021-05-10T00:00:00Z"));
      expect(cell(worked, "rationale")).toBe(rationale);
      expect(cell(1, "status")).toBe(say("scales.completion.NOT_ASSESSED"));
      expect(cellOf(rowsOf("notes"), worked, say("summary.heads.body"))).toBe(noteBody);
      const evidence = (head: string) => cellOf(rowsOf("evidence"), worked, say(`summary.heads.${head}`));
      expect([evidence("source"), evidence("grade"), evidence("stance")]).toEqual([
        source,
        "B2",
        say("scales.stance.SUPPORTS"),
      ]);
    });

    await test.step("the plain data", async () => {
      const { name, bytes } = await download(page, say("dashboard.export.csv"));
      expect(name).toMatch(readable("csv"));
      const rows = parseCsv(bytes.toString("utf8")) as string[][];
      expect(rows).toHaveLength(1 + 8);
      const cell = (number: number, head: string) => cellOf(rows, number, say(`summary.heads.${head}`));
      expect(cell(worked, "status")).toBe(say("scales.completion.SUBSTANTIAL"));
      expect(cell(worked, "since")).toBe("2021-05-10");
      expect(cell(worked, "notes")).toContain(noteBody);
      expect(cell(worked, "evidence")).toContain(`${source} [B2]`);
      expect(cell(1, "status")).toBe(say("scales.completion.NOT_ASSESSED"));
    });
  });

  test(`the summary prints on A4 with the eight and without the frame (${locale})`, async ({
    team,
    signedIn,
  }, testInfo) => {
    await makeWorkedOn(team);
    const page = await signedIn(team.reader, locale);
    await page.goto(`/${locale}`);
    await page.getByRole("link", { name: say("dashboard.export.print"), exact: true }).click();
    await page.waitForURL(`**/${locale}/summary?*`);
    await expect(page.getByRole("main").getByRole("rowheader")).toHaveCount(8);

    await page.emulateMedia({ media: "print" });
    for (const part of [
      page.getByRole("banner"),
      page.getByRole("navigation"),
      page.getByRole("button"),
      page.getByRole("link", { name: say("summary.back") }),
    ]) {
      await expect(part.filter({ visible: true })).toHaveCount(0);
    }
    const main = page.getByRole("main");
    for (const text of published) await expect(main).toContainText(text.slice(0, 60));
    await expect(main).toContainText(say("scales.completion.SUBSTANTIAL"));
    for (const written of [source, noteBody, rationale]) await expect(main).toContainText(written);

    const file = testInfo.outputPath(`summary-${locale}.pdf`);
    const pdf = await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    const sheets = [...pdf.toString("latin1").matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, sides]) =>
      required(sides, "the sides of a page")
        .trim()
        .split(/\s+/)
        .map((side) => Math.round(Number(side))),
    );
    expect(sheets.length).toBeGreaterThan(1);
    for (const sheet of sheets) expect(sheet, "A4 in points").toEqual([0, 0, 595, 842]);

    // Not every machine has the program that reads a PDF's text.
    if (spawnSync("pdftotext", ["-v"]).error) return;
    const printed = letters(execFileSync("pdftotext", ["-enc", "UTF-8", file, "-"], { encoding: "utf8" }));
    // Word by word: in a page of Latin letters that program gives the parts of an Arabic line in another order.
    for (const text of [...published, source, noteBody, rationale]) {
      const missing = text.split(/\s+/).filter((word) => !printed.includes(letters(word)));
      expect(missing).toEqual([]);
    }
  });
}

/** The letters of a text alone: a PDF breaks lines where the page does, and writes letters in their joined forms. */
function letters(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

test("the address of the file says no as a problem: to a visitor, for an unknown document, for an unknown format", async ({
  team,
  signedIn,
  request,
}) => {
  const page = await signedIn(team.reader, "en");
  const address = (slug: string, query: string) => `/api/v1/documents/${slug}/summary?${query}`;
  const file = address(team.documentSlug, "format=xlsx&language=en");
  const problems = [
    { answer: await request.get(file), status: 401, code: "unauthenticated" },
    { answer: await page.request.get(address("no-such-text", "format=csv")), status: 404, code: "not_found" },
    { answer: await page.request.get(address(team.documentSlug, "format=exe")), status: 400, code: "invalid" },
    {
      answer: await page.request.get(address(team.documentSlug, "format=csv&language=xx")),
      status: 400,
      code: "invalid",
    },
  ];
  for (const { answer, status, code } of problems) {
    expect(answer.status(), answer.url()).toBe(status);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status, code });
  }
  const given = await page.request.get(file);
  expect(given.status()).toBe(200);
  expect(given.headers()["content-disposition"], "with a name for programs that know only ASCII").toMatch(
    /^attachment; filename="[a-z0-9-]+\.xlsx"; filename\*=UTF-8''/,
  );
});
