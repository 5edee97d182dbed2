"use client";
// The small forms of a thread: its tags, and who sees to it. The buttons stand in one row, what opens under it.
import { Tags, UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import type { ThreadView } from "@/server/threads";
import { AssignForm, assignDraft } from "./assign-form";
import { TagForm, tagDraft } from "./tag-form";

const opened = "order-last w-full rounded-md bg-panel p-3";

export function ThreadForms({ thread }: { thread: ThreadView }) {
  const t = useTranslations("annotations");
  const mayAssign = thread.maySettle && thread.layer === "TEAM";
  return (
    <>
      <FormPlace draft={tagDraft(thread.id)} mayOpen={thread.mayTag}>
        {thread.mayTag && (
          <OpenFormButton variant="quiet" icon={<Tags aria-hidden="true" />}>
            {t("editTags")}
          </OpenFormButton>
        )}
        <OpenedForm label={t("editTags")} className={opened}>
          <TagForm thread={thread} />
        </OpenedForm>
      </FormPlace>
      <FormPlace draft={assignDraft(thread.id)} mayOpen={mayAssign}>
        {mayAssign && (
          <OpenFormButton variant="quiet" icon={<UserCheck aria-hidden="true" />}>
            {t("assign")}
          </OpenFormButton>
        )}
        <OpenedForm label={t("assignForm")} className={opened}>
          <AssignForm thread={thread} />
        </OpenedForm>
      </FormPlace>
    </>
  );
}
