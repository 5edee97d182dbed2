"use client";
// The small form that says on which day a commitment was done.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { setDone } from "@/actions/commitments";
import { ActionForm } from "@/components/forms/action-form";
import type { Standing } from "@/components/forms/conflict-panel";
import { DateField } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import { formatDate } from "@/i18n/formats";
import { doneDraft } from "./draft-names";
import { useFormPlace } from "./form-place";

export interface DoneFormProps {
  commitmentId: string;
  version: number;
  doneOn: string | null;
}

export function DoneForm({ commitmentId, version, doneOn: latest }: DoneFormProps) {
  // As with its version: a field that nobody touched must not change under the person's hands.
  const [doneOn] = useState(latest);
  const t = useTranslations("commitments");
  const locale = useLocale();
  const { close } = useFormPlace();
  const toast = useToast();
  const standing = (current: { version: number; doneOn: string | null }): Standing => ({
    versions: { version: String(current.version) },
    fields: [
      {
        name: "doneOn",
        label: t("done"),
        value: current.doneOn ?? "",
        shown: (day) => (day ? formatDate(day, locale) : t("doneMissing")),
      },
    ],
  });
  return (
    <ActionForm
      action={setDone}
      draft={doneDraft(commitmentId)}
      carried={{ commitmentId, version: String(version) }}
      standing={standing}
      submitLabel={t("doneSave")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("doneChanged") });
      }}
    >
      <DateField name="doneOn" optional label={t("done")} hint={t("doneHint")} defaultValue={doneOn ?? ""} />
    </ActionForm>
  );
}
