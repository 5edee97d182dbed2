"use client";
// The fields in which somebody judges, whatever it is for: value, counter-action, confidence, reasons and evidence.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusDisc } from "@/components/commitments/status-disc";
import { Checkbox, RadioList, TextArea } from "@/components/forms/fields";
import type { JudgementDefinitions } from "@/domain/codebook";
import { type Completion, type Confidence, completions, confidences } from "@/domain/scales";
import { type EvidenceChoice, EvidencePicker } from "./evidence-picker";

/** What the fields begin with. */
export type BegunJudgement = {
  completion?: Completion;
  counterAction: boolean;
  confidence?: Confidence;
  rationale: string;
  citationIds: readonly string[];
};

export interface JudgementFieldsProps {
  evidence: readonly EvidenceChoice[];
  /** By the codebook in force. */
  definitions: JudgementDefinitions;
  begun?: BegunJudgement;
  /** Fields between the reasons and the evidence. */
  children?: ReactNode;
}

export function JudgementFields({ evidence, definitions, begun, children }: JudgementFieldsProps) {
  const t = useTranslations("assessments");
  const scales = useTranslations("scales");
  return (
    <>
      <RadioList
        name="completion"
        label={t("fields.completion")}
        defaultValue={begun?.completion}
        choices={completions.map((completion) => ({
          value: completion,
          label: scales(`completion.${completion}`),
          description: definitions.completion[completion],
          icon: <StatusDisc status={completion} size="medium" />,
        }))}
      />
      <Checkbox
        name="counterAction"
        label={scales("counterAction")}
        hint={definitions.counterAction}
        defaultChecked={begun?.counterAction}
      />
      <RadioList
        name="confidence"
        label={t("fields.confidence")}
        defaultValue={begun?.confidence}
        choices={confidences.map((confidence) => ({
          value: confidence,
          label: scales(`confidence.${confidence}`),
          description: definitions.confidence[confidence],
        }))}
      />
      <TextArea
        name="rationale"
        label={t("fields.rationale")}
        hint={t("hints.rationale")}
        rows={5}
        defaultValue={begun?.rationale}
      />
      {children}
      <EvidencePicker name="citationIds" evidence={evidence} chosen={begun?.citationIds} />
    </>
  );
}
