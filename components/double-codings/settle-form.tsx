"use client";
// The form by which an editor records what follows from two codings, with the reason where they disagree.
import { useTranslations } from "next-intl";
import { settleDoubleCoding } from "@/actions/double-codings";
import type { EvidenceChoice } from "@/components/assessments/evidence-picker";
import { JudgementFields } from "@/components/assessments/judgement-fields";
import { useStanding } from "@/components/assessments/use-standing";
import { settleDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import type { JudgementDefinitions } from "@/domain/codebook";
import type { Locale } from "@/i18n/locales";
import type { AssessmentView } from "@/server/assessments";
import type { CodingView, DoubleCodingView } from "@/server/double-codings";

export interface SettleFormProps {
  doubleCoding: DoubleCodingView;
  codings: readonly CodingView[];
  evidence: readonly EvidenceChoice[];
  definitions: JudgementDefinitions;
  locale: Locale;
}

export function SettleForm({ doubleCoding, codings, evidence, definitions, locale }: SettleFormProps) {
  const t = useTranslations("doubleCodings");
  const { close } = useFormPlace();
  const toast = useToast();
  const standingOf = useStanding(locale);
  const { id, version, basedOnId, agreed } = doubleCoding;
  const [one, other] = codings;
  const begun = {
    completion: agreed ? one?.completion : undefined,
    counterAction: codings.every(({ counterAction }) => counterAction),
    confidence: one?.confidence === other?.confidence ? one?.confidence : undefined,
    rationale: codings.map(({ rationale }) => rationale).join("\n\n"),
    citationIds: codings.flatMap(({ restsOn }) => restsOn.map(({ citationId }) => citationId)),
  };

  /** The day is that of the double coding, and no field. */
  function standing(current: AssessmentView) {
    const { fields, ...rest } = standingOf(current);
    return { ...rest, fields: fields.filter(({ name }) => name !== "asOf") };
  }

  return (
    <ActionForm
      action={settleDoubleCoding}
      draft={settleDraft(id)}
      carried={{ doubleCodingId: id, version: String(version), basedOnId: basedOnId ?? "" }}
      standing={standing}
      submitLabel={t("settleSubmit")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("settledNow") });
      }}
      className="gap-5"
    >
      <JudgementFields evidence={evidence} definitions={definitions} begun={begun}>
        <TextArea
          name="reason"
          label={t("reason")}
          hint={t(agreed ? "reasonHintAgreed" : "reasonHint")}
          optional={agreed === true}
          rows={3}
          maxLength={2000}
        />
      </JudgementFields>
    </ActionForm>
  );
}
