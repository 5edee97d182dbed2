// A summary as a workbook: a sheet with the facts about it, then one for each of its tables.
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { cleanText } from "./plain-text";
import type { Report } from "./report";
import { type Column, day, moment, tablesOf, text, type Value } from "./tables";
import { sheetOf } from "./xlsx-sheet";

/** The bytes of the file. Everything that people wrote stays text: nothing in it runs as a formula. */
export async function writeWorkbook(report: Report): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      summarySheet(report),
      ...tablesOf(report).map(({ name, ...table }) =>
        sheetOf({ ...table, name: report.sheets[name], direction: report.direction }),
      ),
    ],
    properties: {
      title: cleanText(report.title),
      subject: cleanText(report.document.title.text),
      creator: cleanText(report.team),
      created: new Date(report.madeAt.iso),
      modified: new Date(report.madeAt.iso),
    },
    defaultFont: { name: "Calibri", size: 11 },
  });
}

type Fact = { label: string; value: Value };

function summarySheet(report: Report): WriteSheet {
  const { heads, document } = report;
  const facts: Fact[] = [
    { label: heads.document, value: text(document.title.text) },
    { label: heads.issuer, value: text(document.issuer) },
    { label: heads.place, value: text(document.place) },
    { label: heads.adoptedOn, value: day(document.adoptedOn) },
    { label: heads.sourceAddress, value: document.sourceAddress ? { link: document.sourceAddress } : null },
    { label: heads.asOf, value: day(report.asOf) },
    ...(report.comparedWith ? [{ label: heads.comparedWith, value: day(report.comparedWith) }] : []),
    { label: heads.team, value: text(report.team) },
    ...(report.release
      ? [
          { label: heads.release, value: { number: report.release.number } },
          { label: heads.publishedAt, value: moment(report.release.publishedAt) },
        ]
      : [{ label: heads.madeAt, value: moment(report.madeAt) }]),
    { label: heads.codebookVersion, value: { number: report.codebookVersion } },
    ...report.counts.map(({ text: label, count }) => ({ label, value: { number: count } })),
    ...(report.sections.includes("method") ? report.method : []).map((part) => ({
      label: heads.method,
      value: text(part),
    })),
  ];
  const known = facts.filter(({ value }) => value !== null);
  const columns: Column<Fact>[] = [
    { head: report.title, width: 30, value: ({ label }) => text(label) },
    { head: report.assessed, width: 90, value: ({ value }) => value },
  ];
  const sheet = sheetOf({ name: report.sheets.summary, direction: report.direction, columns, rows: known });
  // A list of facts is nothing to filter.
  return { ...sheet, autoFilter: undefined, freezePane: { rows: 1 } };
}
