"use client";
// The form of one coder's own judgement; what is typed stays in this browser until it is submitted, and nobody else sees it.
import { useTranslations } from "next-intl";
import { submitCoding } from "@/actions/double-codings";
import type { EvidenceChoice } from "@/components/assessments/evidence-picker";
import { JudgementFields } from "@/components/assessments/judgement-fields";
import { codingDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { JudgementDefinitions } from "@/domain/codebook";

export interface CodingFormProps {
  doubleCodingId: string;
  evidence: readonly EvidenceChoice[];
  definitions: JudgementDefinitions;
}

export function CodingForm({ doubleCodingId, evidence, definitions }: CodingFormProps) {
  const t = useTranslations("doubleCodings");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={submitCoding}
      draft={codingDraft(doubleCodingId)}
      carried={{ doubleCodingId }}
      submitLabel={t("submit")}
      onCancel={close}
      onDone={({ revealed }) => {
        close();
        toast({ title: t(revealed ? "revealedNow" : "submitted") });
      }}
      className="gap-5"
    >
      <Notice>{t("blindHint")}</Notice>
      <JudgementFields evidence={evidence} definitions={definitions} />
    </ActionForm>
  );
}
