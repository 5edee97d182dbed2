"use client";
// The form that puts an organisation on the list.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { addOrganisation } from "@/actions/parties";
import { FormPlace, OpenedForm, OpenFormButton, useFormPlace } from "../commitments/form-place";
import { ActionForm } from "../forms/action-form";
import { useToast } from "../ui/toast";
import { PartyNameFields } from "./party-name-fields";

const draft = "new-organisation";

export function AddOrganisation() {
  const t = useTranslations("parties.manage");
  return (
    <FormPlace draft={draft} mayOpen>
      <OpenFormButton icon={<Plus aria-hidden="true" />} className="mb-4">
        {t("addOrganisation")}
      </OpenFormButton>
      <OpenedForm label={t("organisationForm")}>
        <AddForm />
      </OpenedForm>
    </FormPlace>
  );
}

function AddForm() {
  const t = useTranslations("parties.manage");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={addOrganisation}
      draft={draft}
      submitLabel={t("add")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("organisationAdded") });
      }}
    >
      <PartyNameFields />
    </ActionForm>
  );
}
