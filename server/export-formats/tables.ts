// The tables of a summary, for every format that has rows and columns.
import type { Report, ReportCommitment, ReportEvidence, ReportNote } from "./report";
import type { ReportChange } from "./report-changes";
import type { ReportUnknown } from "./report-unknown";
import type { Head, ReportDate } from "./report-words";

/** A value and how it is to be read; a link shows its own address, an instant is in UTC. */
export type Value =
  | { text: string }
  | { number: number }
  | { day: string }
  | { instant: string }
  | { link: string }
  | null;
export type Column<Row> = { head: string; width: number; value: (row: Row) => Value };
export type TableName = keyof Report["sheets"];
/** A table whose rows only its own columns understand. */
export type Table = { name: TableName; columns: readonly Column<unknown>[]; rows: readonly unknown[] };

export const text = (value: string | null | undefined): Value => (value ? { text: value } : null);
export const moment = (value: ReportDate): Value => ({ instant: value.iso });
export const day = (value: ReportDate | null | undefined): Value => (value ? { day: value.iso } : null);

/** Word and Excel take no longer address. */
const longestAddress = 2_000;

/** An address that a file may lead to, written so that any reader takes it; null for every other. */
export function linkOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  const isSafe = protocol === "http:" || protocol === "https:" || protocol === "mailto:";
  return isSafe && href.length <= longestAddress ? href : null;
}

/** The tables that the choices of the reader leave, in their order; the facts about the summary itself are not among them. */
export function tablesOf(report: Report): Table[] {
  const has = (section: Report["sections"][number]) => report.sections.includes(section);
  return [
    ...(has("table") || has("commitments") ? [commitmentTable(report)] : []),
    ...(has("commitments") ? [assessmentTable(report), evidenceTable(report)] : []),
    ...(has("commitments") && report.withNotes ? [noteTable(report)] : []),
    ...(has("changes") && report.comparedWith ? [changeTable(report)] : []),
    ...(has("unknown") ? [unknownTable(report)] : []),
  ];
}

type Columns<Row> = [head: Head, width: number, value: (row: Row) => Value][];

function table<Row>(report: Report, name: TableName, { columns, rows }: { columns: Columns<Row>; rows: Row[] }): Table {
  return {
    name,
    columns: columns.map(([head, width, value]) => ({ head: report.heads[head], width, value })) as Column<unknown>[],
    rows,
  };
}

function commitmentTable(report: Report): Table {
  const details = report.sections.includes("commitments");
  const yesOrNo = (value: boolean) => text(value ? report.yes : report.no);
  const rationale: Columns<ReportCommitment> = [["rationale", 50, (each) => text(each.assessment?.rationale)]];
  const notes: Columns<ReportCommitment> = [
    ["noteCount", 10, (each) => ({ number: each.notes.length })],
    ["latestNote", 12, (each) => day(each.notes[0]?.datedOn)],
  ];
  const columns: Columns<ReportCommitment> = [
    ["number", 7, (each) => ({ number: each.number })],
    ["title", 32, (each) => text(each.title)],
    ["status", 18, (each) => text(each.status.text)],
    ["statusCode", 16, (each) => text(each.status.code)],
    ["counterAction", 14, (each) => yesOrNo(each.counterAction)],
    ["since", 12, (each) => day(each.since)],
    ["assessedOn", 12, (each) => day(each.assessment?.asOf)],
    ["assessedBy", 18, (each) => text(each.assessment?.by)],
    ["confidence", 12, (each) => text(each.assessment?.confidence.text)],
    ...(details ? rationale : []),
    ["lead", 18, (each) => text(each.lead)],
    ["due", 14, (each) => text(each.due?.text)],
    ["evidenceCount", 10, (each) => ({ number: each.evidence.length })],
    ...(report.withNotes ? notes : []),
    ["openFollowUps", 10, (each) => ({ number: each.openFollowUps })],
    ["overdueFollowUps", 10, (each) => ({ number: each.overdueFollowUps })],
    ["attention", 24, (each) => text(each.attentions.map((one) => one.text).join("\n"))],
  ];
  if (details) columns.push(["text", 90, (each) => text(each.text.text)]);
  return table(report, "commitments", { columns, rows: report.commitments });
}

type Of<Part> = { commitment: ReportCommitment; part: Part };

const whose: Columns<{ commitment: ReportCommitment }> = [
  ["number", 7, ({ commitment }) => ({ number: commitment.number })],
  ["commitment", 32, ({ commitment }) => text(commitment.title)],
];

function partsOf<Part>(report: Report, parts: (commitment: ReportCommitment) => Part[]): Of<Part>[] {
  return report.commitments.flatMap((commitment) => parts(commitment).map((part) => ({ commitment, part })));
}

function assessmentTable(report: Report): Table {
  const yesOrNo = (value: boolean) => text(value ? report.yes : report.no);
  return table<Of<ReportCommitment["history"][number]>>(report, "assessments", {
    columns: [
      ...whose,
      ["inForce", 10, ({ commitment, part }) => yesOrNo(part.id === commitment.assessment?.id)],
      ["assessedOn", 12, ({ part }) => day(part.asOf)],
      ["status", 18, ({ part }) => text(part.status.text)],
      ["statusCode", 16, ({ part }) => text(part.status.code)],
      ["counterAction", 14, ({ part }) => yesOrNo(part.counterAction)],
      ["confidence", 12, ({ part }) => text(part.confidence.text)],
      ["rationale", 70, ({ part }) => text(part.rationale)],
      ["restsOn", 16, ({ part }) => text(part.restsOn.join(", "))],
      ["assessedBy", 18, ({ part }) => text(part.by)],
      ["recordedAt", 17, ({ part }) => moment(part.recordedAt)],
    ],
    rows: partsOf(report, ({ history }) => history),
  });
}

function evidenceTable(report: Report): Table {
  return table<Of<ReportEvidence>>(report, "evidence", {
    columns: [
      ...whose,
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
    ],
    rows: partsOf(report, ({ evidence }) => evidence),
  });
}

function noteTable(report: Report): Table {
  return table<Of<ReportNote>>(report, "notes", {
    columns: [
      ...whose,
      ["datedOn", 12, ({ part }) => day(part.datedOn)],
      ["author", 18, ({ part }) => text(part.author)],
      ["body", 80, ({ part }) => text(part.body)],
      ["assignee", 18, ({ part }) => text(part.assignee)],
      ["dueOn", 12, ({ part }) => day(part.dueOn)],
      ["followUp", 16, ({ part }) => text(part.followUp?.text)],
      ["doneOn", 12, ({ part }) => day(part.doneOn)],
    ],
    rows: partsOf(report, ({ notes }) => notes),
  });
}

function changeTable(report: Report): Table {
  const sources = ({ evidence }: ReportChange) => evidence.map(({ title, address }) => `${title} <${address}>`);
  return table<ReportChange>(report, "changes", {
    columns: [
      ...numbered<ReportChange>(report),
      ["movement", 16, (each) => text(each.movementText)],
      ["from", 24, (each) => text(each.from.text)],
      ["to", 24, (each) => text(each.to.text)],
      ["statusCode", 16, (each) => text(each.to.code)],
      ["evidence", 70, (each) => text(sources(each).join("\n"))],
    ],
    rows: report.changes,
  });
}

function unknownTable(report: Report): Table {
  return table<ReportUnknown>(report, "unknown", {
    columns: [...numbered<ReportUnknown>(report), ["reason", 90, ({ reason }) => text(reason.text)]],
    rows: report.unknown,
  });
}

function numbered<Row extends { number: number }>(report: Report): Columns<Row> {
  const titles = new Map(report.commitments.map(({ number, title }) => [number, title]));
  return [
    ["number", 7, ({ number }) => ({ number })],
    ["commitment", 32, ({ number }) => text(titles.get(number))],
  ];
}
