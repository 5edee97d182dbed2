// What of a provision's judgements is not done yet: one's own draft, those that wait for an editor, and blind second ones.
import { useTranslations } from "next-intl";
import type { AssessmentFormProps } from "@/components/assessments/assessment-form";
import { OwnWork } from "@/components/assessments/own-work";
import { ReviewItem } from "@/components/assessments/review-item";
import { DoubleCodingItem } from "@/components/double-codings/double-coding-item";
import type { Locale } from "@/i18n/locales";
import type { DoubleCodingView } from "@/server/double-codings";
import type { Person } from "@/server/members";
import type { ProvisionJudgements } from "@/server/provision-assessments";

/** What every judgement of a provision needs to know of the commitment's page. */
export type ProvisionJudging = Pick<AssessmentFormProps, "evidence" | "definitions"> & {
  requiresReview: boolean;
  /** Those who may judge. */
  coders: readonly Person[];
  /** The reader. */
  memberId: string;
};

export interface ProvisionReviewProps {
  judged: ProvisionJudgements;
  doubleCodings: readonly DoubleCodingView[];
  judging: ProvisionJudging;
  mayReview: (assessment: { recordedBy: Person | null }) => boolean;
  locale: Locale;
}

export function ProvisionReview({ judged, doubleCodings, judging, mayReview, locale }: ProvisionReviewProps) {
  const t = useTranslations("doubleCodings");
  const { evidence, definitions, memberId } = judging;
  const current = doubleCodings.filter(({ state }) => state === "OPEN" || state === "REVEALED");
  return (
    <>
      <OwnWork draft={judged.draft} returned={judged.returned} />
      {judged.waiting.length > 0 && (
        <ul className="grid gap-3">
          {judged.waiting.map((assessment) => (
            <ReviewItem
              key={assessment.id}
              assessment={assessment}
              mayReview={mayReview(assessment)}
              isOwn={assessment.recordedBy?.memberId === memberId}
            />
          ))}
        </ul>
      )}
      {current.length > 0 && (
        <ul className="grid gap-3">
          {current.map((doubleCoding) => (
            <DoubleCodingItem
              key={doubleCoding.id}
              {...{ doubleCoding, evidence, definitions, locale }}
              heading={<span className="font-semibold">{t("title")}</span>}
            />
          ))}
        </ul>
      )}
    </>
  );
}
