import { parseCsv } from "hucre/csv";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { addContributionInput } from "@/domain/contribution";
import { type Locale, locales } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { addContribution } from "@/server/contributions";
import { exportContributions } from "@/server/export-formats/contributions";
import { addOrganisation, addState } from "@/server/parties";
import { attach, makeTeam, type Team } from "../../cast";

const dangerous = '=HYPERLINK("https://example.org")';
let team: Team;
beforeAll(async () => {
  team = await makeTeam();
  const { id: italy } = await addState(team.editor, { code: "IT" });
  await addOrganisation(team.editor, { name: { ar: dangerous } });
  const commitmentId = team.commitments[7]?.id as string;
  const { citationId } = await attach(team.analyst, commitmentId, { reliability: "B", credibility: "2" });
  const said = { commitmentId, partyId: italy, body: dangerous, datedOn: "2021-06-28", citationIds: [citationId] };
  await addContribution(team.analyst, addContributionInput.parse(said));
});

const write = (format: "xlsx" | "csv" | "json", locale: Locale, table: "contributions" | "matrix" = "contributions") =>
  exportContributions(team.reader, { filters: {}, format, table, locale });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe.each(locales)("the files in %s", (locale) => {
  const { heads, sheets } = messagesFor(locale).contributions.export;

  test("as a workbook have the matrix and the list, running in the direction of the language", async () => {
    const workbook = await readXlsx((await write("xlsx", locale)).bytes, { readStyles: true });
    expect(workbook.sheets.map(({ name }) => name)).toEqual([sheets.matrix, sheets.contributions]);
    expect(workbook.sheets.map(({ view }) => view?.rightToLeft ?? false)).toEqual([locale === "ar", locale === "ar"]);
    const [matrix, list] = workbook.sheets;
    expect(matrix?.rows[1]?.slice(-1)).toEqual([1]);
    expect(matrix?.rows[2]?.[0], "stays a text").toBe(dangerous);
    expect(list?.rows[0]).toEqual(Object.values({ ...order, ...heads }));
    expect(list?.rows[1]?.slice(2, 3)).toEqual([8]);
    expect(list?.rows[1]?.[4]).toEqual(new Date("2021-06-28T00:00:00Z"));
    for (const sheet of workbook.sheets) {
      expect([...(sheet.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([]);
    }
  });

  test("as comma-separated values run no formula", async () => {
    const [head, line] = parseCsv(text((await write("csv", locale)).bytes)) as string[][];
    expect(head?.[0]?.replace("\ufeff", "")).toBe(heads.party);
    expect(line?.[5]).toBe(`'${dangerous}`);
    expect(line?.[6]).toContain("[B2] <https://");
    const matrix = parseCsv(text((await write("csv", locale, "matrix")).bytes)) as string[][];
    expect(matrix[2]?.[0]).toBe(`'${dangerous}`);
    expect(matrix[1]?.at(-1)).toBe("1");
  });
});

/** The order of the columns. */
const order = { party: "", kind: "", number: "", commitment: "", datedOn: "", body: "", evidence: "", addedBy: "" };

test("as JSON they tell programs the matrix and what stands behind it", async () => {
  const { bytes, mediaType, plainName } = await write("json", "en");
  expect([mediaType, plainName]).toEqual(["application/json", expect.stringMatching(/^contributions-.*-en\.json$/)]);
  expect(JSON.parse(text(bytes))).toMatchObject({
    document: { slug: team.documentSlug },
    parties: [
      { code: "IT", name: { en: "Italy" }, contributions: [{ commitment: 8, count: 1, withEvidence: 1 }] },
      { code: null, contributions: [] },
    ],
    contributions: [{ commitment: 8, datedOn: "2021-06-28", body: dangerous, evidence: [{ grade: "B2" }] }],
  });
});
