// A summary as comma-separated values: one line a commitment, for spreadsheets and programs.
import { stringify } from "csv-stringify/sync";
import { cleanText } from "./plain-text";
import type { Report } from "./report";
import type {
  ReportCommitment,
  ReportContribution,
  ReportEvidence,
  ReportNote,
  ReportProvision,
} from "./report-commitment";
import type { Head } from "./report-words";

export type CsvOptions = {
  /** Excel reads UTF-8 only where a byte order mark says so. */
  byteOrderMark?: boolean;
};

type Value = string | number | null;
type Columns = [head: Head, value: (commitment: ReportCommitment) => Value][];

/** One line a commitment. The bytes: UTF-8, lines ended by CRLF, nothing in them that a spreadsheet would run. */
export function writeCsv(report: Report, options?: CsvOptions): Uint8Array {
  const columns = columnsOf(report);
  return csvOf(
    [
      columns.map(([head]) => report.heads[head]),
      ...report.commitments.map((commitment) => columns.map(([, value]) => value(commitment))),
    ],
    options,
  );
}

/** Lines of values as the bytes of a file. */
export function csvOf(lines: Value[][], { byteOrderMark = true }: CsvOptions = {}): Uint8Array {
  const text = stringify(
    lines.map((line) => line.map((value) => (typeof value === "string" ? inert(cleanText(value)) : value))),
    // By itself the library quotes CRLF, but not a line break of one character.
    { bom: byteOrderMark, record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );
  return new TextEncoder().encode(text);
}

function columnsOf(report: Report): Columns {
  const details = report.sections.includes("commitments");
  const notes: Columns = [
    ["noteCount", (each) => each.notes.length],
    ["latestNote", (each) => each.notes[0]?.datedOn.iso ?? null],
  ];
  const review: Columns = [["review", (each) => each.assessment?.review.text ?? null]];
  const columns: Columns = [
    ["number", (each) => each.number],
    ["title", (each) => each.title],
    ["status", (each) => each.status.text],
    ["statusCode", (each) => each.status.code],
    ["counterAction", (each) => (each.counterAction ? report.yes : report.no)],
    ...report.scales.map((scale): Columns[number] => [
      scale,
      (each) => each.otherScales.find((other) => other.scale.code === scale)?.value?.text ?? null,
    ]),
    ...(report.unreviewed === "with" ? review : []),
    ["since", (each) => each.since?.iso ?? null],
    ["assessedOn", (each) => each.assessment?.asOf.iso ?? null],
    ["assessedBy", (each) => each.assessment?.by ?? null],
    ["confidence", (each) => each.assessment?.confidence.text ?? null],
    ["lead", (each) => each.lead],
    ["due", (each) => each.due?.text ?? null],
    ["done", (each) => each.done?.iso ?? null],
    ["timeliness", (each) => each.timeliness?.text ?? null],
    ["evidenceCount", (each) => each.evidence.length],
    ...(report.withNotes ? notes : []),
    ["openFollowUps", (each) => each.openFollowUps],
    ["overdueFollowUps", (each) => each.overdueFollowUps],
    ["attention", (each) => each.attentions.map(({ text }) => text).join("\n")],
  ];
  if (!details) return columns;
  columns.push(["rationale", (each) => each.assessment?.rationale ?? null]);
  if (report.sections.includes("provisions")) {
    columns.push(["provisions", (each) => each.provisions.map(provisionLine).join("\n")]);
  }
  columns.push(["evidence", (each) => each.evidence.map(evidenceLine).join("\n")]);
  if (report.sections.includes("contributions")) {
    columns.push(["contributions", (each) => each.contributions.map(contributionText).join("\n\n")]);
  }
  if (report.withNotes) columns.push(["notes", (each) => each.notes.map(noteText).join("\n\n")]);
  columns.push(["text", (each) => each.text.text]);
  return columns;
}

/** What Excel, LibreOffice and Google Sheets take for a formula, also behind marks of direction and in full width. */
const formula = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A text that stays text: the leading apostrophe is the sign for it that spreadsheets know. */
export function inert(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

function evidenceLine({ position, title, address, grade }: ReportEvidence): string {
  const graded = grade ? ` [${grade}]` : "";
  return `${position}. ${title}${graded} <${address}>`;
}

function provisionLine({ number, title, statusText, state }: ReportProvision): string {
  return `${number} ${title} [${state.code === "DROPPED" ? state.text : statusText}]`;
}

function contributionText({ party, datedOn, body }: ReportContribution): string {
  return `${party.name}${datedOn ? ` (${datedOn.iso})` : ""}: ${body}`;
}

function noteText({ datedOn, body }: ReportNote): string {
  return `${datedOn.iso}: ${body}`;
}
