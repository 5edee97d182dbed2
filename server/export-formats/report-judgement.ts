// How a summary tells what is judged of a commitment or a provision: the status, how it came about, and what other scales call it.
import { byNewest, standing } from "@/domain/assessment";
import type { AttentionLimits } from "@/domain/commitment";
import { type Crosswalk, type OtherScaleName, otherScales, printedScore } from "@/domain/crosswalk";
import type { PastAssessment } from "@/domain/history/past-state";
import type { ReportChoices } from "@/domain/report";
import type { Completion } from "@/domain/scales";
import { directionOf, type Locale } from "@/i18n/locales";
import type { Words } from "./report-words";

/** What every part of a summary is told in and by. */
export type Setting = {
  words: Words;
  locale: Locale;
  day: string;
  choices: ReportChoices;
  limits: AttentionLimits;
  enteredAt: Date;
  /** The crosswalk of a version of the codebook. */
  crosswalkOf: (codebookVersion: number) => Crosswalk;
};

/** The numbers under which a summary lists the evidence of a commitment. */
export type Positions = (citationIds: readonly string[]) => number[];

/** Of all that is judged of one thing, what is in force and how it got there. */
export function judgementOf(assessments: readonly PastAssessment[], setting: Setting, positions: Positions) {
  const { words } = setting;
  const stands = standing(assessments);
  const current = stands?.current ?? null;
  const status = current?.completion ?? null;
  const counterAction = current?.counterAction ?? false;
  const awaitsReview = current?.review === "SUBMITTED";
  const told = (each: PastAssessment) => ({ ...assessmentOf(each, setting), restsOn: positions(each.citationIds) });
  return {
    status: words.status(status),
    /** From 0, nothing done, to 1, all done; null where the scale says nothing of the kind. */
    share: status === null ? null : shares[status],
    counterAction,
    /** Whether the judgement in force is one that nobody has approved yet. */
    awaitsReview,
    statusText: words.statusWith(status, { counterAction, awaitsReview }),
    since: words.maybeDate(stands?.since ?? null),
    assessment: current && told(current),
    /** How it got there: every assessment that counts, the latest by date judged first. */
    history: [...assessments].sort(byNewest).map(told),
    otherScales: current ? onOtherScales(current, setting) : [],
  };
}
export type ReportJudgement = ReturnType<typeof judgementOf>;

function assessmentOf(assessment: PastAssessment, setting: Setting) {
  const { words } = setting;
  const { counterAction, review } = assessment;
  return {
    id: assessment.id,
    status: words.status(assessment.completion),
    counterAction,
    statusText: words.statusWith(assessment.completion, { counterAction, awaitsReview: review === "SUBMITTED" }),
    asOf: words.date(assessment.asOf),
    recordedAt: words.instant(assessment.recordedAt),
    by: assessment.recordedBy?.name ?? null,
    confidence: words.scale("confidence", assessment.confidence),
    rationale: assessment.rationale,
    codebookVersion: assessment.codebookVersion,
    review: words.scale("reviewState", review === "SUBMITTED" ? review : "APPROVED"),
    otherScales: onOtherScales(assessment, setting),
  };
}

/** On the scales that the reader chose, by the crosswalk of the codebook that the judgement was made under. */
function onOtherScales(assessment: PastAssessment, setting: Setting) {
  const { choices, crosswalkOf, words } = setting;
  const { codebookVersion } = assessment;
  const values = choices.scales.length > 0 ? otherScales(assessment, crosswalkOf(codebookVersion)) : null;
  return choices.scales.map((scale) => {
    const value = values?.[scale] ?? null;
    return {
      scale: words.scale("other", scale),
      value: value === null ? null : { code: value, text: valueText(scale, value, setting) },
      codebookVersion,
    };
  });
}

function valueText(scale: OtherScaleName, value: string, { words, locale }: Setting): string {
  if (scale === "promise") return words.t(`scales.promise.${value}` as never);
  if (scale !== "g7") return value;
  const score = printedScore(value as Parameters<typeof printedScore>[0]);
  // In a line from right to left its sign would stand behind it.
  return directionOf(locale) === "rtl" ? `\u200e${score}` : score;
}

const shares: Record<Completion, number | null> = {
  NO_EVIDENCE: null,
  NOT_STARTED: 0,
  LIMITED: 0.25,
  SUBSTANTIAL: 0.75,
  COMPLETE: 1,
};
