"use client";
// A new tag for the list.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { addTag } from "@/actions/tags";
import { FormPlace, OpenedForm, OpenFormButton, useFormPlace } from "../commitments/form-place";
import { ActionForm } from "../forms/action-form";
import { useToast } from "../ui/toast";
import { TagNameFields } from "./tag-name-fields";

const draft = "new-tag";

export function AddTag({ mayManage }: { mayManage: boolean }) {
  const t = useTranslations("tags");
  return (
    <FormPlace draft={draft} mayOpen={mayManage}>
      {mayManage && (
        <OpenFormButton icon={<Plus aria-hidden="true" />} className="mb-4">
          {t("add")}
        </OpenFormButton>
      )}
      <OpenedForm label={t("addForm")}>
        <AddForm />
      </OpenedForm>
    </FormPlace>
  );
}

function AddForm() {
  const t = useTranslations("tags");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={addTag}
      draft={draft}
      submitLabel={t("add")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("added") });
      }}
      className="max-w-form"
    >
      <TagNameFields />
    </ActionForm>
  );
}
