"use client";
// The form that records an assessment, submits it where review is required, or keeps it as a draft.
import { useTranslations } from "next-intl";
import { recordAssessment, saveDraft } from "@/actions/assessments";
import { assessmentDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import type { JudgementDefinitions } from "@/domain/codebook";
import type { Locale } from "@/i18n/locales";
import type { ReviewDesk } from "@/server/assessment-reviews";
import type { EvidenceChoice } from "./evidence-picker";
import { JudgementFields } from "./judgement-fields";
import { useStanding } from "./use-standing";

export interface AssessmentFormProps {
  commitmentId: string;
  /** Where one of its provisions is judged. */
  provisionId?: string;
  /** What it is based on, and what it begins with: one's draft, else what came back. */
  desk: Pick<ReviewDesk, "latestId" | "draft" | "returned" | "requiresReview">;
  today: string;
  evidence: readonly EvidenceChoice[];
  definitions: JudgementDefinitions;
  locale: Locale;
}

export function AssessmentForm(props: AssessmentFormProps) {
  const { commitmentId, provisionId, desk, today, evidence, definitions, locale } = props;
  const t = useTranslations("assessments");
  const { close } = useFormPlace();
  const toast = useToast();
  const standing = useStanding(locale);
  const begun = desk.draft ?? desk.returned;

  function finish(title: string) {
    close();
    toast({ title });
  }

  return (
    <ActionForm
      action={recordAssessment}
      draft={assessmentDraft(provisionId ?? commitmentId)}
      carried={{
        commitmentId,
        provisionId: provisionId ?? "",
        basedOnId: desk.latestId ?? "",
        draftSavedAt: desk.draft?.recordedAt.toISOString() ?? "",
      }}
      standing={standing}
      submitLabel={t(desk.requiresReview ? "submitForReview" : "submit")}
      otherWay={{ action: saveDraft, label: t("saveDraft"), onDone: () => finish(t("draftSaved")) }}
      onCancel={close}
      onDone={({ counts }) => finish(t(counts ? "recorded" : "submitted"))}
      className="gap-5"
    >
      <JudgementFields
        evidence={evidence}
        definitions={definitions}
        begun={begun ? { ...begun, citationIds: begun.restsOn.map(({ citationId }) => citationId) } : undefined}
      >
        <DateField
          name="asOf"
          label={t("fields.asOf")}
          hint={t("hints.asOf")}
          defaultValue={begun?.asOf ?? today}
          max={today}
        />
      </JudgementFields>
    </ActionForm>
  );
}
