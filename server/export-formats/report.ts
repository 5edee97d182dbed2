// The one model of a progress summary: plain data in one language, from which every format is written.
import { standing } from "@/domain/assessment";
import { codebookVersion } from "@/domain/codebook";
import { type AttentionLimits, attentionsOf } from "@/domain/commitment";
import { countStatuses } from "@/domain/commitment-list";
import type { Localized } from "@/domain/document";
import { gradeOf } from "@/domain/evidence";
import type { PastAssessment, PastCitation, PastNote } from "@/domain/history/past-state";
import { inLanguage } from "@/domain/language-choice";
import { followUpOf } from "@/domain/note";
import { invalidField } from "@/domain/refusal";
import { type ReportChoices, type ReportSection, reportChoices } from "@/domain/report";
import type { Completion, Credibility } from "@/domain/scales";
import { directionOfLanguage } from "@/domain/text-direction";
import { directionOf, type Locale } from "@/i18n/locales";
import { type Actor, authorize } from "../auth/actor";
import { isoDate, today } from "../calendar-dates";
import { dueOf, listNumbers } from "../commitments";
import { type DocumentHistory, type Reach, readHistory, type Standing, standingAt } from "../history";
import { changeOf, type ReportChange } from "./report-changes";
import { unknownOf } from "./report-unknown";
import { tableWordsOf, type Words, wordsOf } from "./report-words";

type Asked = { documentSlug: string; choices?: Partial<ReportChoices> };
export type ReportRequest = Asked & { locale: Locale };

/**
 * The progress of a document's commitments at the end of a day, read from history, in the words of one language.
 * Refuses: not_found, forbidden, invalid (asOf in the future, comparedWith not before asOf, commitments that there are not).
 */
export async function getReport(actor: Actor, { locale, ...asked }: ReportRequest): Promise<Report> {
  return (await readReports(actor, asked))(locale);
}

/**
 * The same read once for several languages; `known` leaves out whatever was recorded after that moment.
 * Refuses as getReport.
 */
export async function readReports(actor: Actor, { documentSlug, choices: given = {} }: Asked, known?: Reach["known"]) {
  authorize(actor, "summary:export");
  const { choices, day } = parseChoices(given);
  const history = await readHistory(actor, documentSlug, { until: day, known });
  refuseStrangers(choices, history.document.commitments);
  const madeAt = known?.at ?? new Date();
  return (locale: Locale) => reportOf(history, { locale, day, choices, madeAt });
}

/** Only the refusals of getReport, without reading history. */
export async function checkReport(actor: Actor, { documentSlug, choices: given = {} }: Asked): Promise<void> {
  authorize(actor, "summary:export");
  refuseStrangers(parseChoices(given).choices, await listNumbers(actor, documentSlug));
}

/** Refuses: invalid, at the first choice that cannot be taken. */
function parseChoices(given: Partial<ReportChoices>): { choices: ReportChoices; day: string } {
  const parsed = reportChoices.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalidField(String(issue?.path[0]), issue?.message ?? "invalid");
  }
  const choices = parsed.data;
  const day = choices.asOf ?? today();
  if (day > today()) throw invalidField("asOf", "summary_in_future");
  if (choices.comparedWith && choices.comparedWith >= day) throw invalidField("comparedWith", "not_earlier");
  return { choices, day };
}

function refuseStrangers({ commitments }: ReportChoices, there: readonly { number: number }[]): void {
  const numbers = new Set(there.map(({ number }) => number));
  if (commitments?.some((number) => !numbers.has(number))) throw invalidField("commitments", "no_such_commitment");
}

type Frame = { locale: Locale; day: string; choices: ReportChoices; madeAt: Date };
/** The number under which a summary was published, and when. */
export type ReportRelease = { number: number; publishedAt: { iso: string; text: string } };

function reportOf(history: DocumentHistory, { locale, day, choices, madeAt }: Frame) {
  const words = wordsOf(locale);
  const { t } = words;
  const has = (section: ReportSection) => choices.sections.includes(section);
  const { workspace, createdAt: enteredAt } = history.document;
  const setting = { words, locale, day, choices, limits: workspace, enteredAt };
  const wanted = (row: Standing) => choices.commitments?.includes(row.commitment.number) ?? true;
  const counted = { unreviewed: "without" } as const;
  const standings = standingAt(history, day, counted).commitments.filter(wanted);
  const commitments = standings.map((row) => commitmentOf(row, setting));
  const { comparedWith } = choices;
  const earlier =
    comparedWith && has("changes") ? standingAt(history, comparedWith, counted).commitments.filter(wanted) : [];
  const statuses = standings.map((row) => ({ status: standing(row.assessments)?.current.completion ?? null }));
  const assessed = statuses.filter(({ status }) => status !== null).length;
  return {
    schemaVersion: 1 as const,
    language: locale,
    direction: directionOf(locale),
    title: t("summary.title"),
    team: workspace.name,
    asOf: words.date(day),
    comparedWith: words.maybeDate(comparedWith),
    madeAt: words.instant(madeAt),
    /** Null in a summary that is not published. */
    release: null as ReportRelease | null,
    codebookVersion,
    sections: choices.sections,
    withNotes: choices.notes === "with",
    document: documentOf(history.document, locale, words),
    method: words.method(),
    assessed: t("summary.assessed", { assessed, total: commitments.length }),
    counts: countStatuses(statuses).map(({ status, count }) => ({ ...words.status(status), count })),
    ...tableWordsOf(locale),
    /** What moved between the two dates; empty without an earlier date, or where that part is left out. */
    changes: earlier.flatMap((before, index) => changeOf(before, standings[index], words) ?? []) as ReportChange[],
    /** What is not known; empty where that part is left out. */
    unknown: has("unknown") ? unknownOf(commitments, words, workspace.staleAfterDays) : [],
    commitments,
  };
}
export type Report = ReturnType<typeof reportOf>;
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

type Setting = {
  words: Words;
  locale: Locale;
  day: string;
  choices: ReportChoices;
  limits: AttentionLimits;
  enteredAt: Date;
};

function commitmentOf(row: Standing, setting: Setting) {
  const { words, locale, day, choices } = setting;
  const { commitment } = row;
  const stands = standing(row.assessments);
  const assessment = stands?.current ?? null;
  const status = assessment?.completion ?? null;
  const restsOn = new Set(assessment?.citationIds);
  const evidence = row.citations.map((citation, index) => ({
    id: citation.id,
    position: index + 1,
    underStatus: restsOn.has(citation.id),
    ...evidenceOf(citation, words),
  }));
  const allNotes = row.notes.map((note) => noteOf(note, setting));
  const notes = choices.notes === "with" ? allNotes : [];
  const following = (state: string) => allNotes.filter(({ followUp }) => followUp?.code === state).length;
  const counterAction = assessment?.counterAction ?? false;
  const due = dueOf(commitment);
  const judged = (each: PastAssessment) => ({
    ...assessmentOf(each, words),
    restsOn: evidence.filter(({ id }) => each.citationIds.includes(id)).map(({ position }) => position),
  });
  const current = assessment && judged(assessment);
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
    assessment: current,
    /** How it got there: every assessment recorded by then, the latest by date judged first. */
    history: [...row.assessments].sort(byJudged).map(judged),
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
        restsOnCount: current?.restsOn.length ?? 0,
        overdueCount: following("OVERDUE"),
        dueOn: due?.on ?? null,
        doneOn: row.doneOn,
        heardOn: heardOn(row, setting.enteredAt),
      },
      day,
      setting.limits,
    ).map(words.attention),
  };
}

function heardOn({ assessments, everCited }: Standing, enteredAt: Date): string {
  const signs = [enteredAt, ...assessments.map((each) => each.recordedAt)];
  for (const { citedAt } of everCited.values()) signs.push(citedAt);
  return isoDate(signs.reduce((latest, each) => (each > latest ? each : latest)));
}

function byJudged(one: PastAssessment, other: PastAssessment): number {
  return other.asOf.localeCompare(one.asOf) || other.recordedAt.getTime() - one.recordedAt.getTime();
}

function assessmentOf(assessment: PastAssessment, words: Words) {
  return {
    id: assessment.id,
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
    credibility: credibility === null ? null : words.scale("credibility", String(credibility) as Credibility),
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
