// What the PDF's template draws: a summary cut into the lines and figures of its pages.
import { countIn, countsOf } from "@/domain/report";
import { formatList, formatNumber } from "@/i18n/formats";
import { commitmentSection } from "./pdf-commitment";
import { inCell, isLong, type Run, Runs, safe } from "./pdf-runs";
import type { Report } from "./report";
import type { ReportCommitment } from "./report-commitment";
import { type Head, madeOf, scalesIn } from "./report-words";

/** More cells than these would fill pages: then only numbers and discs are drawn. */
const mostCells = 24;

export type Disc = { code: string; flag: boolean };
const discOf = ({ status, counterAction }: Pick<ReportCommitment, "status" | "counterAction">): Disc => ({
  code: status.code,
  flag: counterAction,
});

/** The document as plain data, the same for the same report. */
export function documentOf(report: Report) {
  const runs = new Runs(report.language);
  return {
    lang: report.language,
    dir: report.direction,
    title: safe(`${report.title}: ${report.document.title.text}`).replace(/\s+/g, " "),
    author: safe(report.team),
    madeAt: dateParts(report.madeAt.iso),
    head: headOf(report, runs),
    picture: pictureOf(report, runs),
    sections: report.sections.flatMap<object>((section) => sectionsOf[section](report, runs)),
    page: runs.sentence("summary.page", {
      page: [{ text: "", counts: "page" }],
      pages: [{ text: "", counts: "pages" }],
    }),
  };
}

function dateParts(iso: string): number[] {
  return iso.slice(0, 19).split(/\D/).map(Number);
}

function headOf(report: Report, runs: Runs) {
  const { document, comparedWith } = report;
  const made = madeOf(report);
  const asOf = runs.sentence("summary.asOf", { date: runs.date(report.asOf) });
  return {
    kind: runs.plain(report.title),
    title: runs.passage(document.title),
    issue: runs.sentence("summary.issueLine", {
      issuer: runs.said(document.issuer),
      place: runs.said(document.place),
      date: runs.date(document.adoptedOn),
    }),
    source: document.sourceAddress ? runs.address(document.sourceAddress) : null,
    asOf,
    facts: [
      ...(comparedWith ? [runs.sentence("summary.comparedWith", { date: runs.date(comparedWith) })] : []),
      ...(report.unreviewed === "with" ? [runs.sentence("summary.unreviewed")] : []),
      runs.sentence("summary.team", { name: runs.said(report.team) }),
      runs.sentence(made.key, {
        date: runs.date(made.date),
        number: runs.plain(made.number),
        version: runs.plain(made.version),
      }),
    ],
  };
}

function pictureOf({ commitments, counts, assessed, language }: Report, runs: Runs) {
  const dense = commitments.length > mostCells;
  const said = dense
    ? counts.map(({ text, count }) => `${text}: ${formatNumber(count, language)}`)
    : commitments.map(({ number, statusText }) => `${formatNumber(number, language)}: ${statusText}`);
  return {
    caption: runs.plain(assessed),
    alt: safe([assessed, formatList(said, language, "unit")].join(". ")),
    dense,
    cells: commitments.map((each) => ({
      number: String(each.number),
      disc: discOf(each),
      status: runs.plain(each.status.text),
    })),
    counts: counts.map(({ code, text, count }) => ({
      disc: { code, flag: false },
      status: runs.plain(text),
      count: formatNumber(count, language),
    })),
  };
}

const inCommitments = () => [];
const sectionsOf = {
  method: methodOf,
  changes: changesOf,
  table: tableOf,
  unknown: unknownOf,
  commitments: eachOf,
  provisions: inCommitments,
  contributions: inCommitments,
};

function methodOf({ method }: Report, runs: Runs) {
  return [
    { kind: "method", title: runs.sentence("summary.method.title"), lines: method.map((part) => runs.plain(part)) },
  ];
}

function changesOf({ comparedWith, changes, commitments }: Report, runs: Runs) {
  if (!comparedWith) return [];
  const titles = new Map(commitments.map(({ number, title }) => [number, title]));
  return [
    {
      kind: "changes",
      title: runs.sentence("summary.changes.title", { date: runs.date(comparedWith) }),
      none: runs.sentence("summary.changes.none"),
      rows: changes.map(({ number, movement, from, to, evidence }) => ({
        number: String(number),
        title: runs.said(titles.get(number) ?? ""),
        long: isLong(`${titles.get(number)} ${evidence.map(({ title, address }) => title + address).join("\n\n")}`),
        movement,
        word: runs.sentence(`summary.changes.movement.${movement}`),
        line: runs.sentence("summary.changes.fromTo", { from: runs.plain(from.text), to: runs.plain(to.text) }),
        evidence: evidence.map(({ title, address }) => [...runs.said(title), { text: "\n" }, ...runs.address(address)]),
      })),
    },
  ];
}

function tableOf({ commitments, heads, language, withNotes }: Report, runs: Runs) {
  const counts = countsOf(withNotes);
  const columns: Head[] = ["number", "title", "status", "since", ...counts, "lead"];
  const nothing: Run[] = [{ text: "–" }];
  const count = (value: number) => runs.plain(formatNumber(value, language));
  const saidInCell = (text: string) => inCell(runs.said(text));
  return [
    {
      kind: "table",
      title: runs.sentence("summary.sections.table"),
      heads: columns.map((head) => runs.plain(heads[head])),
      rows: commitments.map((each) => ({
        number: String(each.number),
        disc: discOf(each),
        title: saidInCell(each.title),
        status: runs.plain([each.statusText, ...scalesIn(each)].join("\n")),
        since: each.since ? runs.date(each.since) : nothing,
        counts: counts.map((name) => count(countIn(each, name))),
        lead: each.lead ? saidInCell(each.lead) : nothing,
      })),
    },
  ];
}

function unknownOf({ unknown, commitments }: Report, runs: Runs) {
  const reasons = new Map<number, Run[][]>();
  for (const { number, reason } of unknown) {
    reasons.set(number, [...(reasons.get(number) ?? []), runs.plain(reason.text)]);
  }
  return [
    {
      kind: "unknown",
      title: runs.sentence("summary.unknown.title"),
      none: runs.sentence("summary.unknown.nothing"),
      rows: commitments.flatMap(({ number, title }) => {
        const lines = reasons.get(number);
        return lines ? [{ number: String(number), title: runs.said(title), long: isLong(title), lines }] : [];
      }),
    },
  ];
}

function eachOf(report: Report, runs: Runs) {
  return report.commitments.map((commitment) => commitmentSection(commitment, report, runs));
}
