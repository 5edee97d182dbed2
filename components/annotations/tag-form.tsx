"use client";
// Giving a thread other tags.
import { useTranslations } from "next-intl";
import { tagAnnotation } from "@/actions/annotations";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import { useToast } from "@/components/ui/toast";
import type { ThreadView } from "@/server/threads";
import { TagFields } from "./tag-fields";

export const tagDraft = (threadId: string) => `tags-of-${threadId}`;

export function TagForm({ thread }: { thread: ThreadView }) {
  const t = useTranslations("annotations");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={tagAnnotation}
      draft={tagDraft(thread.id)}
      carried={{ annotationId: thread.id, version: String(thread.version) }}
      submitLabel={t("saveTags")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("tagsSaved") });
      }}
    >
      <TagFields chosen={thread.tags.map(({ tagId }) => tagId)} />
    </ActionForm>
  );
}
