// The one model of a progress summary: plain data in one language, from which every format is written.

import { attentionsOf } from "@/domain/commitment";
import { countStatuses } from "@/domain/commitment-list";
import type { Localized } from "@/domain/document";
import { gradeOf } from "@/domain/evidence";
import { inLanguage } from "@/domain/language-choice";
import { followUpOf } from "@/domain/note";
import type { Completion } from "@/domain/scales";
import { directionOfLanguage } from "@/domain/text-direction";
import { directionOf, type Locale } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { type Actor, authorize } from "../auth/actor";
import { isoDate, today } from "../calendar-dates";
import { dueOf, latestPassages } from "../commitments";
import { type CommitmentRows, type DocumentRows, readReportRows } from "./report-rows";
import { type Words, wordsOf } from "./report-words";

export type ReportRequest = { documentSlug: string; locale: Locale };

/** The progress of a document's commitments as it stands now, in the words of one language. Refuses: not_found, forbidden. */
export async function getReport(actor: Actor, { documentSlug, locale }: ReportRequest) {
  authorize(actor, "summary:export");
  const rows = await readReportRows(actor, documentSlug);
  const words = wordsOf(locale);
  const day = today();
  const commitments = rows.commitments.map((row) =>
    commitmentOf(row, { words, locale, day, staleAfterDays: rows.workspace.staleAfterDays }),
  );
  const assessed = commitments.filter(({ assessment }) => assessment !== null).length;
  const counts = countStatuses(rows.commitments.map((row) => ({ status: row.currentAssessment?.completion ?? null })));
  const { t } = words;
  return {
    schemaVersion: 1 as const,
    language: locale,
    direction: directionOf(locale),
    title: t("summary.title"),
    team: rows.workspace.name,
    asOf: words.date(day),
    madeAt: words.instant(new Date()),
    document: documentOf(rows, locale, words),
    method: words.method(),
    assessed: t("summary.assessed", { assessed, total: commitments.length }),
    counts: counts.map(({ status, count }) => ({ ...words.status(status), count })),
    heads: messagesFor(locale).summary.heads,
    sheets: messagesFor(locale).summary.sheets,
    yes: t("summary.yes"),
    no: t("summary.no"),
    commitments,
  };
}
export type Report = Awaited<ReturnType<typeof getReport>>;
export type ReportCommitment = Report["commitments"][number];
export type ReportEvidence = ReportCommitment["evidence"][number];
export type ReportNote = ReportCommitment["notes"][number];

function documentOf(rows: DocumentRows, locale: Locale, words: Words) {
  const version = inLanguage(rows.versions, locale);
  return {
    slug: rows.slug,
    title: textIn(version?.language ?? locale, version?.title ?? rows.slug),
    issuer: (rows.issuer as Localized)[locale],
    place: (rows.place as Localized)[locale],
    adoptedOn: words.date(isoDate(rows.adoptedOn)),
    sourceAddress: version?.sourceAddress ?? null,
  };
}

function textIn(language: string, text: string) {
  return { language, direction: directionOfLanguage(language), text };
}

type Setting = { words: Words; locale: Locale; day: string; staleAfterDays: number };

function commitmentOf(row: CommitmentRows, setting: Setting) {
  const { words, locale, day } = setting;
  const assessment = row.currentAssessment;
  const status = (assessment?.completion as Completion | undefined) ?? null;
  const restsOn = new Set(assessment?.restsOn.map(({ citationId }) => citationId));
  const evidence = row.citations.map((citation, index) => ({
    position: index + 1,
    underStatus: restsOn.has(citation.id),
    ...evidenceOf(citation, words),
  }));
  const notes = row.notes.map((note) => noteOf(note, setting));
  const following = (state: string) => notes.filter(({ followUp }) => followUp?.code === state).length;
  const counterAction = assessment?.counterAction ?? false;
  const due = dueOf(row);
  const supports = evidence.filter(({ underStatus }) => underStatus).map(({ position }) => position);
  return {
    number: row.number,
    printedNumber: row.paragraph.printedNumber,
    title: (row.title as Localized)[locale],
    ...passageOf(row, locale),
    status: words.status(status),
    /** From 0, nothing done, to 1, all done; null where the scale says nothing of the kind. */
    share: status === null ? null : shares[status],
    counterAction,
    statusText: counterAction
      ? words.t("scales.statusWithCounterAction", { status: words.status(status).text })
      : words.status(status).text,
    since: words.maybeDate(isoDate(row.statusSince)),
    assessment: assessment && {
      asOf: words.date(isoDate(assessment.asOf)),
      recordedAt: words.instant(assessment.recordedAt),
      by: assessment.recordedBy?.user.name ?? null,
      confidence: words.scale("confidence", assessment.confidence),
      rationale: assessment.rationale,
      restsOn: supports,
    },
    lead: row.lead?.user.name ?? null,
    due: due && words.due(due),
    evidence,
    notes,
    openFollowUps: following("OPEN") + following("OVERDUE"),
    overdueFollowUps: following("OVERDUE"),
    attentions: attentionsOf(
      {
        assessedOn: isoDate(assessment?.asOf ?? null),
        completion: assessment?.completion ?? null,
        restsOnCount: supports.length,
        overdueCount: following("OVERDUE"),
      },
      day,
      setting.staleAfterDays,
    ).map(words.attention),
  };
}

const shares: Record<Completion, number | null> = {
  NO_EVIDENCE: null,
  NOT_STARTED: 0,
  LIMITED: 0.25,
  SUBSTANTIAL: 0.75,
  COMPLETE: 1,
};

function passageOf(row: CommitmentRows, locale: Locale) {
  const passage = inLanguage(latestPassages(row.paragraph.passages), locale);
  return {
    text: textIn(passage?.language ?? locale, passage?.text ?? ""),
    remarks: (passage?.editorialNotes ?? []).map(({ exact, body }) => ({ exact, body: body[locale] })),
  };
}

function evidenceOf({ evidence, stance, quotedPassage }: CommitmentRows["citations"][number], words: Words) {
  const { reliability, credibility, language } = evidence;
  return {
    title: evidence.title,
    address: evidence.address,
    publisher: evidence.publisher,
    publishedOn: words.maybeDate(isoDate(evidence.publishedOn)),
    accessedOn: words.maybeDate(isoDate(evidence.accessedOn)),
    language: language === null ? null : { code: language, text: words.language(language) },
    kind: words.scale("evidenceKind", evidence.kind),
    grade: gradeOf(reliability, credibility),
    reliability: reliability && words.scale("reliability", reliability),
    credibility: credibility === null ? null : words.scale("credibility", String(credibility)),
    stance: words.scale("stance", stance),
    quotedPassage,
  };
}

function noteOf(note: CommitmentRows["notes"][number], { words, day }: Setting) {
  const dueOn = isoDate(note.dueOn);
  const followUp = followUpOf({ dueOn, assigneeId: note.assigneeId, doneAt: note.doneAt }, day);
  return {
    id: note.id,
    datedOn: words.date(isoDate(note.datedOn)),
    author: note.author?.user.name ?? null,
    assignee: note.assignee?.user.name ?? null,
    dueOn: words.maybeDate(dueOn),
    doneOn: words.maybeDate(isoDate(note.doneAt)),
    followUp: followUp && words.scale("followUp", followUp),
    body: note.body,
  };
}
