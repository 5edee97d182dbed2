"use client";
// A reply to a thread.
import { useTranslations } from "next-intl";
import { reply } from "@/actions/annotations";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import { useToast } from "@/components/ui/toast";
import type { ThreadView } from "@/server/threads";
import { MentionArea } from "./mention-area";

export function ReplyForm({ thread }: { thread: ThreadView }) {
  const t = useTranslations("annotations");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={reply}
      draft={`reply-to-${thread.id}`}
      carried={{ annotationId: thread.id }}
      submitLabel={t("reply")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("replied") });
      }}
    >
      <MentionArea name="body" label={t("fields.body")} rows={3} />
    </ActionForm>
  );
}
