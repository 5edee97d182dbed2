"use client";
// How an assessment that overtook a form reads in its conflict view.
import { useTranslations } from "next-intl";
import type { Standing } from "@/components/forms/conflict-panel";
import { formatDate } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import type { AssessmentView } from "@/server/assessments";

/** For `standing` of an ActionForm: a colleague's assessment, or one's own draft that was saved elsewhere. */
export function useStanding(locale: Locale): (current: AssessmentView) => Standing {
  const t = useTranslations("assessments");
  const scales = useTranslations("scales");
  return (current) => ({
    versions: overtakenBy(current),
    by: current.review === "DRAFT" ? undefined : current.recordedBy?.name,
    fields: [
      {
        name: "completion",
        label: t("fields.completion"),
        value: current.completion,
        shown: (value) => (value ? scales(`completion.${value}` as "completion.LIMITED") : ""),
      },
      {
        name: "counterAction",
        label: t("fields.counterAction"),
        value: current.counterAction ? "on" : "",
        shown: (value) => (value ? t("yes") : t("no")),
      },
      {
        name: "confidence",
        label: t("fields.confidence"),
        value: current.confidence,
        shown: (value) => (value ? scales(`confidence.${value}` as "confidence.HIGH") : ""),
      },
      { name: "rationale", label: t("fields.rationale"), value: current.rationale },
      {
        name: "asOf",
        label: t("fields.asOf"),
        value: current.asOf,
        shown: (value) => (value ? formatDate(value, locale) : ""),
      },
    ],
  });
}

/** What a form must say to be saved on top of it. */
function overtakenBy({ id, review, recordedAt }: AssessmentView): Record<string, string> {
  return review === "DRAFT" ? { draftSavedAt: recordedAt.toISOString() } : { basedOnId: id };
}
