// The one model of a progress summary: plain data in one language, from which every format is written.
import { standing } from "@/domain/assessment";
import { attentionsOf } from "@/domain/commitment";
import { countStatuses } from "@/domain/commitment-list";
import type { Localized } from "@/domain/document";
import { gradeOf } from "@/domain/evidence";
import type { PastAssessment, PastCitation, PastNote } from "@/domain/history";
import { inLanguage } from "@/domain/language-choice";
import { followUpOf } from "@/domain/note";
import { invalidField } from "@/domain/refusal";
import { type ReportChoices, reportChoices } from "@/domain/report";
import type { Completion } from "@/domain/scales";
import { directionOfLanguage } from "@/domain/text-direction";
import { directionOf, type Locale } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { type Actor, authorize } from "../auth/actor";
import { isoDate, today } from "../calendar-dates";
import { dueOf } from "../commitments";
import { type DocumentHistory, readHistory, type Standing, standingAt } from "../history";
import { changeOf, type ReportChange } from "./report-changes";
import { type Words, wordsOf } from "./report-words";

export type ReportRequest = { documentSlug: string; locale: Locale; choices?: Partial<ReportChoices> };

/**
 * The progress of a document's commitments at the end of a day, read from history, in the words of one language.
 * Refuses: not_found, forbidden, invalid (asOf in the future, comparedWith not before asOf).
 */
export async function getReport(actor: Actor, { documentSlug, locale, choices: given = {} }: ReportRequest) {
  authorize(actor, "summary:export");
  const choices = reportChoices.parse(given);
  const day = choices.asOf ?? today();
  if (day > today()) throw invalidField("asOf", "in_future");
  if (choices.comparedWith && choices.comparedWith >= day) throw invalidField("comparedWith", "not_earlier");
  const history = await readHistory(actor, documentSlug, day);
  return reportOf(history, { locale, day, choices });
}

type Frame = { locale: Locale; day: string; choices: ReportChoices };

function reportOf(history: DocumentHistory, { locale, day, choices }: Frame) {
  const words = wordsOf(locale);
  const { t } = words;
  const setting = { words, locale, day, choices, staleAfterDays: history.document.workspace.staleAfterDays };
  const wanted = (row: Standing) => choices.commitments?.includes(row.commitment.number) ?? true;
  const standings = standingAt(history, day).filter(wanted);
  const commitments = standings.map((row) => commitmentOf(row, setting));
  const { comparedWith } = choices;
  const earlier = comparedWith ? standingAt(history, comparedWith).filter(wanted) : [];
  const statuses = standings.map((row) => ({ status: standing(row.assessments)?.current.completion ?? null }));
  const assessed = statuses.filter(({ status }) => status !== null).length;
  return {
    schemaVersion: 1 as const,
    language: locale,
    direction: directionOf(locale),
    title: t("summary.title"),
    team: history.document.workspace.name,
    asOf: words.date(day),
    comparedWith: words.maybeDate(comparedWith),
    madeAt: words.instant(new Date()),
    sections: choices.sections,
    withNotes: choices.notes === "with",
    document: documentOf(history.document, locale, words),
    method: words.method(),
    assessed: t("summary.assessed", { assessed, total: commitments.length }),
    counts: countStatuses(statuses).map(({ status, count }) => ({ ...words.status(status), count })),
    heads: messagesFor(locale).summary.heads,
    sheets: messagesFor(locale).summary.sheets,
    yes: t("summary.yes"),
    no: t("summary.no"),
    /** What moved between the two dates; empty without an earlier date. */
    changes: earlier.flatMap((before, index) => changeOf(before, standings[index], words) ?? []) as ReportChange[],
    commitments,
  };
}
export type Report = Awaited<ReturnType<typeof getReport>>;
export type ReportCommitment = Report["commitments"][number];
export type ReportEvidence = ReportCommitment["evidence"][number];
export type ReportNote = ReportCommitment["notes"][number];

function documentOf(document: DocumentHistory["document"], locale: Locale, words: Words) {
  const version = inLanguage(document.versions, locale);
  return {
    slug: document.slug,
    title: textIn(version?.language ?? locale, version?.title ?? document.slug),
    issuer: (document.issuer as Localized)[locale],
    place: (document.place as Localized)[locale],
    adoptedOn: words.date(isoDate(document.adoptedOn)),
    sourceAddress: version?.sourceAddress ?? null,
  };
}

function textIn(language: string, text: string) {
  return { language, direction: directionOfLanguage(language), text };
}

type Setting = { words: Words; locale: Locale; day: string; choices: ReportChoices; staleAfterDays: number };

function commitmentOf(row: Standing, setting: Setting) {
  const { words, locale, day, choices } = setting;
  const { commitment } = row;
  const stands = standing(row.assessments);
  const assessment = stands?.current ?? null;
  const status = assessment?.completion ?? null;
  const restsOn = new Set(assessment?.citationIds);
  const evidence = row.citations.map((citation, index) => ({
    position: index + 1,
    underStatus: restsOn.has(citation.id),
    ...evidenceOf(citation, words),
  }));
  const allNotes = row.notes.map((note) => noteOf(note, setting));
  const notes = choices.notes === "with" ? allNotes : [];
  const following = (state: string) => allNotes.filter(({ followUp }) => followUp?.code === state).length;
  const counterAction = assessment?.counterAction ?? false;
  const due = dueOf(commitment);
  const supports = evidence.filter(({ underStatus }) => underStatus).map(({ position }) => position);
  return {
    number: commitment.number,
    printedNumber: commitment.paragraph.printedNumber,
    title: (commitment.title as Localized)[locale],
    ...passageOf(row, locale),
    status: words.status(status),
    /** From 0, nothing done, to 1, all done; null where the scale says nothing of the kind. */
    share: status === null ? null : shares[status],
    counterAction,
    statusText: words.statusWith(status, counterAction),
    since: words.maybeDate(stands?.since ?? null),
    assessment: assessment && { ...assessmentOf(assessment, words), restsOn: supports },
    /** How it got there: every assessment recorded by then, the latest by date judged first. */
    history: [...row.assessments].sort(byJudged).map((each) => assessmentOf(each, words)),
    lead: row.lead?.name ?? null,
    due: due && words.due(due),
    evidence,
    notes,
    openFollowUps: following("OPEN") + following("OVERDUE"),
    overdueFollowUps: following("OVERDUE"),
    attentions: attentionsOf(
      {
        assessedOn: assessment?.asOf ?? null,
        completion: status,
        restsOnCount: supports.length,
        overdueCount: following("OVERDUE"),
      },
      day,
      setting.staleAfterDays,
    ).map(words.attention),
  };
}

function byJudged(one: PastAssessment, other: PastAssessment): number {
  return other.asOf.localeCompare(one.asOf) || other.recordedAt.getTime() - one.recordedAt.getTime();
}

function assessmentOf(assessment: PastAssessment, words: Words) {
  return {
    status: words.status(assessment.completion),
    counterAction: assessment.counterAction,
    statusText: words.statusWith(assessment.completion, assessment.counterAction),
    asOf: words.date(assessment.asOf),
    recordedAt: words.instant(assessment.recordedAt),
    by: assessment.recordedBy?.name ?? null,
    confidence: words.scale("confidence", assessment.confidence),
    rationale: assessment.rationale,
  };
}

const shares: Record<Completion, number | null> = {
  NO_EVIDENCE: null,
  NOT_STARTED: 0,
  LIMITED: 0.25,
  SUBSTANTIAL: 0.75,
  COMPLETE: 1,
};

function passageOf(row: Standing, locale: Locale) {
  const passage = inLanguage(row.passages, locale);
  return {
    text: textIn(passage?.language ?? locale, passage?.text ?? ""),
    remarks: (passage?.editorialNotes ?? []).map(({ exact, body }) => ({ exact, body: body[locale] })),
  };
}

function evidenceOf(evidence: PastCitation, words: Words) {
  const { reliability, credibility, language, stance, quotedPassage } = evidence;
  return {
    title: evidence.title,
    address: evidence.address,
    publisher: evidence.publisher,
    publishedOn: words.maybeDate(evidence.publishedOn),
    accessedOn: words.maybeDate(evidence.accessedOn),
    language: language === null ? null : { code: language, text: words.language(language) },
    kind: words.scale("evidenceKind", evidence.kind),
    grade: gradeOf(reliability, credibility),
    reliability: reliability === null ? null : words.scale("reliability", reliability),
    credibility: credibility === null ? null : words.scale("credibility", String(credibility)),
    stance: words.scale("stance", stance),
    quotedPassage,
  };
}

function noteOf(note: PastNote, { words, day }: Setting) {
  const followUp = followUpOf({ ...note, assigneeId: note.assignee?.memberId ?? null }, day);
  return {
    id: note.id,
    datedOn: words.date(note.datedOn),
    author: note.author?.name ?? null,
    assignee: note.assignee?.name ?? null,
    dueOn: words.maybeDate(note.dueOn),
    doneOn: words.maybeDate(isoDate(note.doneAt)),
    followUp: followUp && words.scale("followUp", followUp),
    body: note.body,
  };
}
