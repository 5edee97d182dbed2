// A summary as JSON, for programs: the report without the words that only tables need.
import { type ReportV1, reportV1Path } from "@/domain/representation/report-v1";
import type { Report } from "./report";
import type { ReportCommitment } from "./report-commitment";

/** The bytes of the file; apart from `madeAt` the same whenever the same history is read. */
export function writeJson(report: Report): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(representationOf(report), null, 2)}\n`);
}

/** The report as the published schema describes it; what the reader left out is not in it. */
export function representationOf(report: Report): ReportV1 {
  const has = (section: Report["sections"][number]) => report.sections.includes(section);
  return {
    $schema: reportV1Path,
    schemaVersion: report.schemaVersion,
    language: report.language,
    direction: report.direction,
    title: report.title,
    team: report.team,
    asOf: report.asOf,
    comparedWith: report.comparedWith,
    madeAt: report.madeAt,
    release: report.release,
    codebookVersion: report.codebookVersion,
    sections: report.sections,
    withNotes: report.withNotes,
    unreviewed: report.unreviewed,
    scales: report.scales,
    document: report.document,
    assessed: report.assessed,
    counts: report.counts,
    ...(has("method") && { method: report.method, agreement: report.agreement }),
    ...(has("changes") && report.comparedWith && { changes: report.changes }),
    ...(has("unknown") && { unknown: report.unknown }),
    ...((has("table") || has("commitments")) && {
      commitments: report.commitments.map((each) => commitmentIn(report, each)),
    }),
  };
}

function commitmentIn({ sections, withNotes }: Report, commitment: ReportCommitment) {
  const { text, remarks, assessment, history, provisions, evidence, contributions, notes, ...row } = commitment;
  return {
    ...row,
    evidenceCount: evidence.length,
    ...(withNotes && { noteCount: notes.length }),
    ...(sections.includes("commitments") && {
      ...{ text, remarks, assessment, history },
      ...(sections.includes("provisions") && { provisions }),
      evidence,
      ...(sections.includes("contributions") && { contributions }),
      ...(withNotes && { notes }),
    }),
  };
}
