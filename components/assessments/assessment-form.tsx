"use client";
// The form that records an assessment: value, counter-action, confidence, reasons, date and evidence.
import { useTranslations } from "next-intl";
import { recordAssessment } from "@/actions/assessments";
import { assessmentDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { StatusDisc } from "@/components/commitments/status-disc";
import { ActionForm } from "@/components/forms/action-form";
import type { Standing } from "@/components/forms/conflict-panel";
import { Checkbox, DateField, RadioList, TextArea } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import type { JudgementDefinitions } from "@/domain/codebook";
import { completions, confidences } from "@/domain/scales";
import { formatDate } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import type { AssessmentView } from "@/server/assessments";
import { type EvidenceChoice, EvidencePicker } from "./evidence-picker";

export interface AssessmentFormProps {
  commitmentId: string;
  /** Where one of its provisions is judged. */
  provisionId?: string;
  /** The last assessment recorded when the page was read. */
  basedOnId: string | null;
  today: string;
  evidence: readonly EvidenceChoice[];
  /** By the codebook in force. */
  definitions: JudgementDefinitions;
  locale: Locale;
}

export function AssessmentForm({
  commitmentId,
  provisionId,
  basedOnId,
  today,
  evidence,
  definitions,
  locale,
}: AssessmentFormProps) {
  const t = useTranslations("assessments");
  const scales = useTranslations("scales");
  const { close } = useFormPlace();
  const toast = useToast();

  function standing(current: AssessmentView): Standing {
    return {
      versions: { basedOnId: current.id },
      by: current.recordedBy?.name,
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
    };
  }

  return (
    <ActionForm
      action={recordAssessment}
      draft={assessmentDraft(provisionId ?? commitmentId)}
      carried={{ commitmentId, provisionId: provisionId ?? "", basedOnId: basedOnId ?? "" }}
      standing={standing}
      submitLabel={t("submit")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("recorded") });
      }}
      className="gap-5"
    >
      <RadioList
        name="completion"
        label={t("fields.completion")}
        choices={completions.map((completion) => ({
          value: completion,
          label: scales(`completion.${completion}`),
          description: definitions.completion[completion],
          icon: <StatusDisc status={completion} size="medium" />,
        }))}
      />
      <Checkbox name="counterAction" label={scales("counterAction")} hint={definitions.counterAction} />
      <RadioList
        name="confidence"
        label={t("fields.confidence")}
        choices={confidences.map((confidence) => ({
          value: confidence,
          label: scales(`confidence.${confidence}`),
          description: definitions.confidence[confidence],
        }))}
      />
      <TextArea name="rationale" label={t("fields.rationale")} hint={t("hints.rationale")} rows={5} />
      <DateField name="asOf" label={t("fields.asOf")} hint={t("hints.asOf")} defaultValue={today} max={today} />
      <EvidencePicker name="citationIds" evidence={evidence} />
    </ActionForm>
  );
}
