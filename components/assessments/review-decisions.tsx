"use client";
// What an editor decides on an assessment that waits: approving it, or returning it with a reason.
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { approveAssessment, returnAssessment } from "@/actions/assessments";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

export function ApproveButton({ assessmentId }: { assessmentId: string }) {
  const t = useTranslations("assessments");
  const toast = useToast();
  const { run, pending } = useButtonAction(approveAssessment, () => toast({ title: t("approved") }));
  return (
    <Button
      size="small"
      variant="primary"
      icon={<Check aria-hidden="true" />}
      pending={pending}
      onClick={() => run({ assessmentId })}
    >
      {t("approve")}
    </Button>
  );
}

export function ReturnForm({ assessmentId, draft }: { assessmentId: string; draft: string }) {
  const t = useTranslations("assessments");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={returnAssessment}
      draft={draft}
      carried={{ assessmentId }}
      submitLabel={t("returnSubmit")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("returned") });
      }}
    >
      <TextArea name="reason" label={t("returnReason")} hint={t("returnHint")} rows={3} maxLength={2000} />
    </ActionForm>
  );
}
