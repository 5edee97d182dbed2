// The one model of a progress summary: plain data in one language, from which every format is written.
import { standing } from "@/domain/assessment";
import { codebookContent } from "@/domain/codebook";
import { countStatuses } from "@/domain/commitment-list";
import { type Crosswalk, firstCrosswalk } from "@/domain/crosswalk";
import type { Localized } from "@/domain/document";
import { inLanguage } from "@/domain/language-choice";
import { invalidField } from "@/domain/refusal";
import { type ReportChoices, type ReportSection, reportChoices } from "@/domain/report";
import { directionOf, type Locale } from "@/i18n/locales";
import { type Actor, authorize } from "../auth/actor";
import { isoDate, today } from "../calendar-dates";
import { listNumbers } from "../commitments";
import { type DocumentHistory, type Reach, readHistory, type Standing, standingAt } from "../history";
import { agreementOf } from "./report-agreement";
import { changeOf, type ReportChange } from "./report-changes";
import { commitmentOf, textIn } from "./report-commitment";
import type { Setting } from "./report-judgement";
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
  const crosswalkOf = crosswalksIn(history);
  const setting: Setting = { words, locale, day, choices, limits: workspace, enteredAt, crosswalkOf };
  const wanted = (row: Standing) => choices.commitments?.includes(row.commitment.number) ?? true;
  const past = standingAt(history, day, choices);
  const standings = past.commitments.filter(wanted);
  const commitments = standings.map((row) => commitmentOf(row, setting));
  const { comparedWith } = choices;
  const earlier =
    comparedWith && has("changes") ? standingAt(history, comparedWith, choices).commitments.filter(wanted) : [];
  const statuses = standings.map((row) => ({ status: standing(row.assessments)?.current.completion ?? null }));
  const assessed = statuses.filter(({ status }) => status !== null).length;
  const { unreviewed, scales } = choices;
  const agreement = agreementOf(past.doubleCodings, new Set(standings.map(({ commitment }) => commitment.id)));
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
    /** The version in force on that day. */
    codebookVersion: past.codebookVersion,
    sections: choices.sections,
    withNotes: choices.notes === "with",
    unreviewed,
    scales,
    document: documentOf(history.document, locale, words),
    method: words.method({ unreviewed, scales, agreement }),
    /** How far those agree who judged the same thing blind; null where nobody has. */
    agreement,
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

/** The crosswalk of each version; of one that nobody has kept, the product's first. */
function crosswalksIn({ codebooks }: DocumentHistory): Setting["crosswalkOf"] {
  const kept = new Map<number, Crosswalk>();
  for (const { number, content } of codebooks) kept.set(number, codebookContent.parse(content).crosswalk);
  return (number) => kept.get(number) ?? firstCrosswalk;
}

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
