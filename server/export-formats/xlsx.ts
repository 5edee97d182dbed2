// A summary as a workbook: the summary itself, the commitments, their notes and their evidence.
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { cleanText } from "./plain-text";
import type { Report, ReportCommitment, ReportEvidence, ReportNote } from "./report";
import type { Head, ReportDate } from "./report-words";
import { type Column, sheetOf, type Value } from "./xlsx-sheet";

/** The bytes of the file. Everything that people wrote stays text: nothing in it runs as a formula. */
export async function writeWorkbook(report: Report): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [summarySheet(report), commitmentSheet(report), noteSheet(report), evidenceSheet(report)],
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

const text = (value: string | null | undefined): Value => (value ? { text: value } : null);
const day = (value: ReportDate | null | undefined): Value => (value ? { day: value.iso } : null);

/** Makes columns from heads, widths and values. */
function columnsOf<Row>(report: Report, columns: [Head, number, (row: Row) => Value][]): Column<Row>[] {
  return columns.map(([head, width, value]) => ({ head: report.heads[head], width, value }));
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
    { label: heads.team, value: text(report.team) },
    ...report.counts.map(({ text: label, count }) => ({ label, value: { number: count } })),
    ...report.method.map((part) => ({ label: heads.method, value: text(part) })),
  ];
  const columns: Column<Fact>[] = [
    { head: report.title, width: 30, value: ({ label }) => text(label) },
    { head: report.assessed, width: 90, value: ({ value }) => value },
  ];
  const sheet = sheetOf({ name: report.sheets.summary, direction: report.direction, columns, rows: facts });
  // A list of facts is nothing to filter.
  return { ...sheet, autoFilter: undefined };
}

function commitmentSheet(report: Report): WriteSheet {
  const columns = columnsOf<ReportCommitment>(report, [
    ["number", 7, (each) => ({ number: each.number })],
    ["title", 32, (each) => text(each.title)],
    ["status", 18, (each) => text(each.status.text)],
    ["statusCode", 16, (each) => text(each.status.code)],
    ["counterAction", 14, (each) => text(each.counterAction ? report.yes : report.no)],
    ["since", 12, (each) => day(each.since)],
    ["assessedOn", 12, (each) => day(each.assessment?.asOf)],
    ["assessedBy", 18, (each) => text(each.assessment?.by)],
    ["confidence", 12, (each) => text(each.assessment?.confidence.text)],
    ["rationale", 50, (each) => text(each.assessment?.rationale)],
    ["lead", 18, (each) => text(each.lead)],
    ["due", 14, (each) => text(each.due?.text)],
    ["evidenceCount", 10, (each) => ({ number: each.evidence.length })],
    ["noteCount", 10, (each) => ({ number: each.notes.length })],
    ["latestNote", 12, (each) => day(each.notes[0]?.datedOn)],
    ["openFollowUps", 10, (each) => ({ number: each.openFollowUps })],
    ["overdueFollowUps", 10, (each) => ({ number: each.overdueFollowUps })],
    ["attention", 24, (each) => text(each.attentions.map((one) => one.text).join("\n"))],
    ["text", 90, (each) => text(each.text.text)],
  ]);
  const { sheets, direction, commitments } = report;
  return sheetOf({ name: sheets.commitments, direction, columns, rows: commitments });
}

type Of<Part> = { commitment: ReportCommitment; part: Part };

function noteSheet(report: Report): WriteSheet {
  const columns = columnsOf<Of<ReportNote>>(report, [
    ["number", 7, ({ commitment }) => ({ number: commitment.number })],
    ["commitment", 32, ({ commitment }) => text(commitment.title)],
    ["datedOn", 12, ({ part }) => day(part.datedOn)],
    ["author", 18, ({ part }) => text(part.author)],
    ["body", 80, ({ part }) => text(part.body)],
    ["assignee", 18, ({ part }) => text(part.assignee)],
    ["dueOn", 12, ({ part }) => day(part.dueOn)],
    ["followUp", 16, ({ part }) => text(part.followUp?.text)],
    ["doneOn", 12, ({ part }) => day(part.doneOn)],
  ]);
  const rows = report.commitments.flatMap((commitment) => commitment.notes.map((part) => ({ commitment, part })));
  return sheetOf({ name: report.sheets.notes, direction: report.direction, columns, rows });
}

function evidenceSheet(report: Report): WriteSheet {
  const columns = columnsOf<Of<ReportEvidence>>(report, [
    ["number", 7, ({ commitment }) => ({ number: commitment.number })],
    ["commitment", 32, ({ commitment }) => text(commitment.title)],
    ["position", 8, ({ part }) => ({ number: part.position })],
    ["source", 44, ({ part }) => text(part.title)],
    ["address", 44, ({ part }) => ({ link: part.address })],
    ["publisher", 22, ({ part }) => text(part.publisher)],
    ["publishedOn", 12, ({ part }) => day(part.publishedOn)],
    ["accessedOn", 12, ({ part }) => day(part.accessedOn)],
    ["language", 12, ({ part }) => text(part.language?.text)],
    ["kind", 16, ({ part }) => text(part.kind.text)],
    ["grade", 8, ({ part }) => text(part.grade)],
    ["stance", 16, ({ part }) => text(part.stance.text)],
    ["underStatus", 12, ({ part }) => text(part.underStatus ? report.yes : report.no)],
    ["quotedPassage", 60, ({ part }) => text(part.quotedPassage)],
  ]);
  const rows = report.commitments.flatMap((commitment) => commitment.evidence.map((part) => ({ commitment, part })));
  return sheetOf({ name: report.sheets.evidence, direction: report.direction, columns, rows });
}
