// A summary that was kept as JSON, as the writers of the other formats take it.
import { type ReportV1, reportV1 } from "@/domain/representation/report-v1";
import type { Locale } from "@/i18n/locales";
import type { Report } from "./report";
import { tableWordsOf } from "./report-words";

/** The representation in these bytes; throws where they are none of version 1. */
export function representationIn(bytes: Uint8Array): ReportV1 {
  return reportV1.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** The report of a representation that has all its sections; the words of tables are those of today. */
export function reportFrom(kept: ReportV1): Report {
  const language: Locale = kept.language;
  const commitments = (kept.commitments ?? []).map((each) => ({
    provisions: [],
    contributions: [],
    notes: [],
    ...each,
  }));
  return {
    changes: [],
    unknown: [],
    method: [],
    agreement: null,
    ...kept,
    ...tableWordsOf(language),
    commitments,
  } as unknown as Report;
}
