// How a summary writes statuses, dates, names of languages and sentences in its own language.

import type { Attention, DuePrecision } from "@/domain/commitment";
import { type StatusName, statusName } from "@/domain/commitment-list";
import type { ReportChoices } from "@/domain/report";
import type { Completion, Timeliness } from "@/domain/scales";
import { formatDate, formatDateTime, formatList, languageName } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import { type Messages, messagesFor } from "@/i18n/messages";
import { translator } from "@/i18n/translator";
import type { ReportAgreement } from "./report-agreement";

/** A calendar date for machines and as the summary's language writes it. */
export type ReportDate = { iso: string; text: string };
/** A value of a scale and its name in the summary's language. */
export type Worded<Code extends string = string> = { code: Code; text: string };
export type Head = keyof Messages["summary"]["heads"];

/** The words of one language; every text in a report comes from here or from the people who wrote it. */
export function wordsOf(locale: Locale) {
  const t = translator(locale);
  const agreementIn = ({ units, alike, alpha, alphaUnits }: ReportAgreement) => [
    t("summary.method.agreement", { units, alike }),
    ...(alpha === null ? [] : [t("summary.method.alpha", { alpha: alpha.toFixed(3), units: alphaUnits })]),
  ];
  const date = (iso: string): ReportDate => ({ iso, text: formatDate(iso, locale) });
  return {
    t,
    date,
    maybeDate: (iso: string | null) => (iso === null ? null : date(iso)),
    instant: (at: Date) => ({ iso: at.toISOString(), text: formatDateTime(at, locale) }),
    list: (items: string[]) => formatList(items, locale),
    language: (code: string) => languageName(code, locale),
    status: (status: Completion | null): Worded<StatusName> => ({
      code: statusName(status),
      text: t(`scales.completion.${statusName(status)}`),
    }),
    /** The status, with the words about a counter-action and about a review that is still to come. */
    statusWith(status: Completion | null, { counterAction, awaitsReview }: StatusMarks): string {
      const name = t(`scales.completion.${statusName(status)}`);
      const text = counterAction ? t("scales.statusWithCounterAction", { status: name }) : name;
      return awaitsReview ? t("scales.statusNotApproved", { status: text }) : text;
    },
    timeliness: (timeliness: Timeliness | null): Worded<Timeliness> | null =>
      timeliness && { code: timeliness, text: t(`scales.timeliness.${timeliness}`) },
    scale: <Code extends string>(name: ScaleName, code: Code): Worded<Code> => ({
      code,
      text: t(`scales.${name}.${code}` as never),
    }),
    attention: (attention: Attention): Worded<Attention> => ({
      code: attention,
      text: t(`dashboard.attentionName.${attention}`),
    }),
    /** How the statuses came about, in a few paragraphs. */
    method({ unreviewed, scales, agreement }: Behind) {
      const names = {
        notStarted: t("scales.completion.NOT_STARTED"),
        limited: t("scales.completion.LIMITED"),
        substantial: t("scales.completion.SUBSTANTIAL"),
        complete: t("scales.completion.COMPLETE"),
        noEvidence: t("scales.completion.NO_EVIDENCE"),
        notAssessed: t("scales.completion.NOT_ASSESSED"),
      };
      return [
        t("summary.method.scale", names),
        t("summary.method.rule", { substantial: names.substantial, complete: names.complete }),
        t("summary.method.grade"),
        t("summary.method.editorial"),
        ...(unreviewed === "with" ? [t("summary.method.unreviewed")] : []),
        ...(scales.length > 0 ? [t("summary.method.scales")] : []),
        ...(agreement ? agreementIn(agreement) : []),
      ];
    },
    /** The period that a text names, as exactly as it names it. */
    due: ({ on, precision }: Due): ReportDate & { precision: DuePrecision } => ({
      ...(precision === "YEAR" ? { iso: on, text: on.slice(0, 4) } : date(on)),
      precision,
    }),
  };
}
type Made = {
  madeAt: ReportDate;
  release: { number: number; publishedAt: ReportDate } | null;
  codebookVersion: number;
};

/** How a summary says when it was made, or, of a release, when it was published: the message, and what stands in it. */
export function madeOf({ madeAt, release, codebookVersion }: Made) {
  return {
    key: release ? ("summary.released" as const) : ("summary.madeAt" as const),
    date: release?.publishedAt ?? madeAt,
    number: String(release?.number),
    version: String(codebookVersion),
  };
}

type OnScales = { otherScales: { scale: Worded; value: Worded | null }[] };

/** What stands below a status in a narrow column: its value on each scale that the reader chose and that has one. */
export function scalesIn({ otherScales }: OnScales): string[] {
  return otherScales.flatMap(({ scale, value }) => (value ? `${scale.text} ${value.text}` : []));
}

/** The words that only tables need. */
export function tableWordsOf(locale: Locale) {
  const { heads, sheets, yes, no } = messagesFor(locale).summary;
  return { heads, sheets, yes, no };
}
type Due = { on: string; precision: DuePrecision };
export type Words = ReturnType<typeof wordsOf>;

type ScaleName =
  | "confidence"
  | "stance"
  | "evidenceKind"
  | "evidenceHealth"
  | "quoteState"
  | "followUp"
  | "reliability"
  | "credibility"
  | "reviewState"
  | "provisionState"
  | "speechAct"
  | "verifiability"
  | "other";
/** What a reader chose that bears on how statuses come about, and how far coders agree. */
type Behind = Pick<ReportChoices, "unreviewed" | "scales"> & { agreement: ReportAgreement | null };
type StatusMarks = { counterAction: boolean; awaitsReview: boolean };
