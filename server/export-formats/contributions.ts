// What the parties did as a file: the matrix and the list behind it, as a workbook, as comma-separated values or as JSON.
import { writeXlsx } from "hucre/xlsx";
import { inLanguage } from "@/domain/language-choice";
import type { ContributionFilters, ContributionFormat, ContributionTable } from "@/domain/party";
import { tagWords } from "@/domain/tag-terms";
import { directionOf, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { type Actor, authorize } from "../auth/actor";
import { today } from "../calendar-dates";
import { type ContributionMatrix, getContributionMatrix } from "../contribution-matrix";
import type { PartyContribution } from "../contributions";
import { csvOf } from "./csv";
import { type ExportedFile, formats } from "./formats";
import { cleanText } from "./plain-text";
import { type Column, text, type Value } from "./tables";
import { sheetOf } from "./xlsx-sheet";

type Asked = { filters: ContributionFilters; format: ContributionFormat; table: ContributionTable; locale: Locale };

/** The matrix and the list of contributions that the filters leave, in the words of one language. Refuses: not_found, forbidden. */
export async function exportContributions(
  actor: Actor,
  { filters, format, table, locale }: Asked,
): Promise<ExportedFile> {
  authorize(actor, "summary:export");
  const matrix = await getContributionMatrix(actor, filters);
  const { mediaType, extension } = formats[format];
  const title = translator(locale)("contributions.export.title");
  const day = today();
  return {
    bytes: await write(matrix, { format, table, locale }),
    mediaType,
    name: `${title} ${day}.${extension}`,
    plainName: `contributions-${matrix.document.slug}-${day}-${locale}.${extension}`,
  };
}

async function write(
  matrix: ContributionMatrix,
  { format, table, locale }: Omit<Asked, "filters">,
): Promise<Uint8Array> {
  if (format === "json") return new TextEncoder().encode(`${JSON.stringify(jsonOf(matrix, locale), null, 2)}\n`);
  const tables = { matrix: matrixTable(matrix, locale), contributions: listTable(matrix, locale) };
  if (format === "csv") return table === "matrix" ? csvTable(tables.matrix) : csvTable(tables.contributions);
  const t = translator(locale);
  const direction = directionOf(locale);
  const sheet = <Row>(name: ContributionTable, { columns, rows }: Table<Row>) =>
    sheetOf({ name: t(`contributions.export.sheets.${name}`), direction, columns, rows });
  return writeXlsx({
    sheets: [sheet("matrix", tables.matrix), sheet("contributions", tables.contributions)],
    properties: { title: cleanText(t("contributions.export.title")) },
    defaultFont: { name: "Calibri", size: 11 },
  });
}

type Table<Row> = { columns: Column<Row>[]; rows: readonly Row[] };

function matrixTable({ columns, rows }: ContributionMatrix, locale: Locale): Table<ContributionMatrix["rows"][number]> {
  const t = translator(locale);
  return {
    columns: [
      {
        head: t("contributions.export.heads.party"),
        width: 28,
        value: ({ party }) => text(tagWords(party.name, locale)),
      },
      {
        head: t("contributions.export.heads.kind"),
        width: 12,
        value: ({ party }) => text(t(`scales.partyKind.${party.kind}`)),
      },
      ...columns.map(({ number, title }, index) => ({
        head: `${number}. ${title[locale]}`,
        width: 16,
        value: ({ cells }: ContributionMatrix["rows"][number]): Value => ({ number: cells[index]?.count ?? 0 }),
      })),
    ],
    rows,
  };
}

function listTable({ contributions }: ContributionMatrix, locale: Locale): Table<PartyContribution> {
  const t = translator(locale);
  const head = (name: "party" | "kind" | "number" | "commitment" | "datedOn" | "body" | "evidence" | "addedBy") =>
    t(`contributions.export.heads.${name}`);
  return {
    columns: [
      { head: head("party"), width: 28, value: ({ party }) => text(tagWords(party.name, locale)) },
      { head: head("kind"), width: 12, value: ({ party }) => text(t(`scales.partyKind.${party.kind}`)) },
      { head: head("number"), width: 7, value: ({ commitment }) => ({ number: commitment.number }) },
      { head: head("commitment"), width: 32, value: ({ commitment }) => text(commitment.title[locale]) },
      { head: head("datedOn"), width: 12, value: ({ datedOn }) => (datedOn ? { day: datedOn } : null) },
      { head: head("body"), width: 80, value: ({ body }) => text(body) },
      { head: head("evidence"), width: 60, value: ({ evidence }) => text(evidence.map(sourceLine).join("\n")) },
      { head: head("addedBy"), width: 18, value: ({ addedBy }) => text(addedBy?.name) },
    ],
    rows: contributions,
  };
}

const sourceLine = ({ title, address, grade }: PartyContribution["evidence"][number]) =>
  `${title}${grade ? ` [${grade}]` : ""} <${address}>`;

function csvTable<Row>({ columns, rows }: Table<Row>): Uint8Array {
  const plain = (value: Value) => {
    if (value === null) return null;
    if ("number" in value) return value.number;
    return "day" in value ? value.day : "text" in value ? value.text : "";
  };
  return csvOf([columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ value }) => plain(value(row))))]);
}

function jsonOf({ document, columns, rows, contributions }: ContributionMatrix, locale: Locale) {
  return {
    schemaVersion: 1,
    language: locale,
    document: { slug: document.slug, title: inLanguage(document.versions, locale)?.title ?? document.slug },
    commitments: columns.map(({ number, title }) => ({ number, title: title[locale] })),
    parties: rows.map(({ party: { id, kind, code, name }, cells }) => ({
      id,
      kind,
      code,
      name,
      contributions: columns.flatMap(({ number }, index) =>
        cells[index] ? [{ commitment: number, ...cells[index] }] : [],
      ),
    })),
    contributions: contributions.map(({ id, party, commitment, datedOn, body, evidence, addedBy }) => ({
      id,
      partyId: party.partyId,
      commitment: commitment.number,
      datedOn,
      body,
      evidence: evidence.map(({ title, address, grade }) => ({ title, address, grade })),
      addedBy: addedBy?.name ?? null,
    })),
  };
}
