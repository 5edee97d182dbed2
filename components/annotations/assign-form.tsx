"use client";
// Choosing who sees to a thread.
import { useTranslations } from "next-intl";
import { assignThread } from "@/actions/annotations";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import type { ThreadView } from "@/server/threads";
import { useDesk } from "./annotation-desk";

export const assignDraft = (threadId: string) => `assign-${threadId}`;

export function AssignForm({ thread }: { thread: ThreadView }) {
  const t = useTranslations("annotations");
  const { members } = useDesk().choices;
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={assignThread}
      draft={assignDraft(thread.id)}
      carried={{ annotationId: thread.id, version: String(thread.version) }}
      submitLabel={t("assignSave")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("assignDone") });
      }}
    >
      <SelectField
        name="assigneeId"
        optional
        label={t("fields.assignee")}
        placeholder={t("fields.nobody")}
        defaultValue={thread.assignee?.memberId ?? ""}
        options={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
      />
    </ActionForm>
  );
}
