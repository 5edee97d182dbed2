"use client";
// What of one's own work on a judgement is not done yet: a draft, or an assessment that an editor gave back.
import { useTranslations } from "next-intl";
import { discardDraft } from "@/actions/assessments";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Instant, Isolate, UserText } from "@/components/ui/bidi";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ReviewDesk } from "@/server/assessment-reviews";

export function OwnWork({ draft, returned }: Pick<ReviewDesk, "draft" | "returned">) {
  const t = useTranslations("assessments");
  if (!draft && !returned) return null;
  return (
    <div className="mb-4 grid gap-3">
      {returned && (
        <Notice
          tone="warning"
          title={t.rich("returnedBy", {
            person: () => <Isolate>{returned.reviewedBy?.name ?? t("someEditor")}</Isolate>,
          })}
        >
          <UserText>{returned.reviewReason}</UserText>
        </Notice>
      )}
      {draft && (
        <Notice actions={<DiscardDraft assessmentId={draft.id} />}>
          {t.rich("draftKept", { time: () => <Instant value={draft.recordedAt} /> })}
        </Notice>
      )}
    </div>
  );
}

export function DiscardDraft({ assessmentId }: { assessmentId: string }) {
  const t = useTranslations("assessments");
  const toast = useToast();
  const { run, pending } = useButtonAction(discardDraft, () => toast({ title: t("draftDiscarded") }));
  return (
    <Button size="small" pending={pending} onClick={() => run({ assessmentId })}>
      {t("discardDraft")}
    </Button>
  );
}
