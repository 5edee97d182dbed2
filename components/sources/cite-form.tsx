"use client";
// Cites a source for one more commitment.
import { useLocale, useTranslations } from "next-intl";
import { citeSource } from "@/actions/evidence";
import { citeDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { CitationFields } from "@/components/evidence/evidence-fields";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextField } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import type { SourcePage } from "@/server/evidence-sources";

export interface CiteFormProps {
  evidenceId: string;
  commitments: SourcePage["citable"];
}

export function CiteForm({ evidenceId, commitments }: CiteFormProps) {
  const t = useTranslations("sources");
  const locale = useLocale();
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={citeSource}
      draft={citeDraft(evidenceId)}
      carried={{ evidenceId }}
      submitLabel={t("citeSubmit")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("cited") });
      }}
    >
      {commitments === null ? (
        <TextField name="commitmentId" label={t("commitmentNumber")} inputMode="numeric" autoComplete="off" />
      ) : (
        <SelectField
          name="commitmentId"
          label={t("commitment")}
          placeholder={t("chooseCommitment")}
          options={commitments.map(({ id, number, title }) => ({
            value: id,
            label: t("commitmentOption", { number: String(number), title: title[locale] }),
          }))}
        />
      )}
      <CitationFields />
    </ActionForm>
  );
}
