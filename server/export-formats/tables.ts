// The tables of a summary, for every format that has rows and columns.
import type { Report } from "./report";
import type { ReportChange } from "./report-changes";
import type {
  ReportCommitment,
  ReportContribution,
  ReportEvidence,
  ReportNote,
  ReportProvision,
} from "./report-commitment";
import type { ReportJudgement } from "./report-judgement";
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
    ...(has("commitments") && has("provisions") ? [provisionTable(report)] : []),
    ...(has("commitments") && has("contributions") ? [contributionTable(report)] : []),
    ...(has("changes") && report.comparedWith ? [changeTable(report)] : []),
    ...(has("unknown") ? [unknownTable(report)] : []),
  ];
}

/** The value on each scale that the reader chose. */
function scaleColumns<Row>(
  report: Report,
  judgedOf: (row: Row) => Pick<ReportJudgement, "otherScales">,
): [Head, number, (row: Row) => Value][] {
  return report.scales.map((scale) => [
    scale,
    14,
    (row) => text(judgedOf(row).otherScales.find((each) => each.scale.code === scale)?.value?.text),
  ]);
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
  const review: Columns<ReportCommitment> = [["review", 16, (each) => text(each.assessment?.review.text)]];
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
    ...scaleColumns<ReportCommitment>(report, (each) => each),
    ...(report.unreviewed === "with" ? review : []),
    ["since", 12, (each) => day(each.since)],
    ["assessedOn", 12, (each) => day(each.assessment?.asOf)],
    ["assessedBy", 18, (each) => text(each.assessment?.by)],
    ["confidence", 12, (each) => text(each.assessment?.confidence.text)],
    ...(details ? rationale : []),
    ["lead", 18, (each) => text(each.lead)],
    ["due", 14, (each) => text(each.due?.text)],
    ["done", 12, (each) => day(each.done)],
    ["timeliness", 14, (each) => text(each.timeliness?.text)],
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

type Assessed = { provision: string | null; inForce: boolean; assessment: ReportJudgement["history"][number] };

/** Of the commitment as a whole, and of its provisions where those are chosen. */
function assessedIn({ assessment, history, provisions }: ReportCommitment, withProvisions: boolean): Assessed[] {
  const told = (all: typeof history, current: typeof assessment, provision: string | null) =>
    all.map((each) => ({ provision, inForce: each.id === current?.id, assessment: each }));
  return [
    ...told(history, assessment, null),
    ...(withProvisions ? provisions.flatMap((each) => told(each.history, each.assessment, each.number)) : []),
  ];
}

function assessmentTable(report: Report): Table {
  const yesOrNo = (value: boolean) => text(value ? report.yes : report.no);
  const withProvisions = report.sections.includes("provisions");
  return table<Of<Assessed>>(report, "assessments", {
    columns: [
      ...whose,
      ["provision", 10, ({ part }) => text(part.provision)],
      ["inForce", 10, ({ part }) => yesOrNo(part.inForce)],
      ["assessedOn", 12, ({ part }) => day(part.assessment.asOf)],
      ["status", 18, ({ part }) => text(part.assessment.status.text)],
      ["statusCode", 16, ({ part }) => text(part.assessment.status.code)],
      ["counterAction", 14, ({ part }) => yesOrNo(part.assessment.counterAction)],
      ...scaleColumns<Of<Assessed>>(report, ({ part }) => part.assessment),
      ["confidence", 12, ({ part }) => text(part.assessment.confidence.text)],
      ["rationale", 70, ({ part }) => text(part.assessment.rationale)],
      ["restsOn", 16, ({ part }) => text(part.assessment.restsOn.join(", "))],
      ["assessedBy", 18, ({ part }) => text(part.assessment.by)],
      ["recordedAt", 17, ({ part }) => moment(part.assessment.recordedAt)],
      ["review", 16, ({ part }) => text(part.assessment.review.text)],
      ["codebookVersion", 12, ({ part }) => ({ number: part.assessment.codebookVersion })],
    ],
    rows: partsOf(report, (commitment) => assessedIn(commitment, withProvisions)),
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
      ["quoteState", 20, ({ part }) => text(part.quoteState?.text)],
      ["health", 16, ({ part }) => text(part.health?.text)],
      ["copyTakenAt", 17, ({ part }) => part.copy && moment(part.copy.takenAt)],
      ["copySha256", 30, ({ part }) => text(part.copy?.sha256)],
      ["tags", 24, ({ part }) => text(part.tags.map((each) => each.text).join("\n"))],
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

function provisionTable(report: Report): Table {
  return table<Of<ReportProvision>>(report, "provisions", {
    columns: [
      ...whose,
      ["provision", 10, ({ part }) => text(part.number)],
      ["provisionTitle", 36, ({ part }) => text(part.title)],
      ["status", 18, ({ part }) => text(part.status.text)],
      ["statusCode", 16, ({ part }) => text(part.status.code)],
      ["counterAction", 14, ({ part }) => text(part.counterAction ? report.yes : report.no)],
      ...scaleColumns<Of<ReportProvision>>(report, ({ part }) => part),
      ["assessedOn", 12, ({ part }) => day(part.assessment?.asOf)],
      ["provisionState", 14, ({ part }) => text(part.state.text)],
      ["dropReason", 24, ({ part }) => text(part.dropReason)],
      ["speechAct", 16, ({ part }) => text(part.speechAct.text)],
      ["bearer", 20, ({ part }) => text(part.bearer)],
      ["addressee", 20, ({ part }) => text(part.addressee)],
      ["verifiability", 16, ({ part }) => text(part.verifiability.text)],
      ["verifiabilityReason", 24, ({ part }) => text(part.verifiabilityReason)],
      ["due", 14, ({ part }) => text(part.due?.text)],
      ["done", 12, ({ part }) => day(part.done)],
      ["timeliness", 14, ({ part }) => text(part.timeliness?.text)],
      ["quotes", 60, ({ part }) => text(part.quotes.join("\n"))],
    ],
    rows: partsOf(report, ({ provisions }) => provisions),
  });
}

function contributionTable(report: Report): Table {
  return table<Of<ReportContribution>>(report, "contributions", {
    columns: [
      ...whose,
      ["party", 24, ({ part }) => text(part.party.name)],
      ["partyCode", 10, ({ part }) => text(part.party.code)],
      ["datedOn", 12, ({ part }) => day(part.datedOn)],
      ["contribution", 80, ({ part }) => text(part.body)],
      ["restsOn", 16, ({ part }) => text(part.restsOn.join(", "))],
      ["author", 18, ({ part }) => text(part.by)],
    ],
    rows: partsOf(report, ({ contributions }) => contributions),
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
