"use client";
// The form of a contribution, for a new one and for editing: who, when, what, and the evidence of it.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addContribution, editContribution } from "@/actions/contributions";
import { type EvidenceChoice, EvidencePicker } from "@/components/assessments/evidence-picker";
import { contributionDraft, newContributionDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import type { Standing } from "@/components/forms/conflict-panel";
import { DateField, SelectField, TextArea } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import { tagWords } from "@/domain/tag-terms";
import { formatDate } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import type { ContributionView, StandingContribution } from "@/server/contributions";

export interface ContributionFieldsProps {
  /** Those on the list, in the reader's words. */
  parties: readonly { partyId: string; name: string }[];
  evidence: readonly EvidenceChoice[];
  locale: Locale;
}
/** What of a contribution the form edits. */
export type EditableContribution = Pick<ContributionView, "id" | "version" | "party" | "body" | "datedOn"> & {
  citationIds: string[];
};

export function AddContributionForm({ commitmentId, ...fields }: ContributionFieldsProps & { commitmentId: string }) {
  const t = useTranslations("contributions");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={addContribution}
      draft={newContributionDraft(commitmentId)}
      carried={{ commitmentId }}
      submitLabel={t("submit")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("added") });
      }}
    >
      <ContributionFields {...fields} />
    </ActionForm>
  );
}

export function EditContributionForm({
  contribution: latest,
  ...fields
}: ContributionFieldsProps & { contribution: EditableContribution }) {
  // As with its version: fields that nobody touched must not change under the person's hands.
  const [contribution] = useState(latest);
  const t = useTranslations("contributions");
  const { close } = useFormPlace();
  const toast = useToast();
  const { locale } = fields;
  const standing = (current: StandingContribution): Standing => ({
    versions: { version: String(current.version) },
    fields: [
      {
        name: "partyId",
        label: t("fields.partyId"),
        value: current.party.partyId,
        shown: (value) => choicesOf(fields, contribution, current).find((each) => each.value === value)?.label ?? "",
      },
      {
        name: "datedOn",
        label: t("fields.datedOn"),
        value: current.datedOn ?? "",
        shown: (day) => (day ? formatDate(day, locale) : ""),
      },
      { name: "body", label: t("fields.body"), value: current.body },
    ],
  });
  return (
    <ActionForm
      action={editContribution}
      draft={contributionDraft(contribution.id)}
      carried={{ contributionId: contribution.id, version: String(contribution.version) }}
      standing={standing}
      submitLabel={t("save")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("saved") });
      }}
    >
      <ContributionFields {...fields} contribution={contribution} />
    </ActionForm>
  );
}

function ContributionFields({
  contribution,
  ...fields
}: ContributionFieldsProps & { contribution?: EditableContribution }) {
  const t = useTranslations("contributions");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="partyId"
          label={t("fields.partyId")}
          placeholder={t("chooseParty")}
          defaultValue={contribution?.party.partyId ?? ""}
          options={choicesOf(fields, contribution)}
        />
        <DateField name="datedOn" optional label={t("fields.datedOn")} defaultValue={contribution?.datedOn ?? ""} />
      </div>
      <TextArea
        name="body"
        label={t("fields.body")}
        hint={t("hints.body")}
        rows={4}
        defaultValue={contribution?.body}
      />
      <EvidencePicker
        name="citationIds"
        evidence={fields.evidence}
        chosen={contribution?.citationIds}
        hint={t(fields.evidence.length > 0 ? "hints.evidence" : "hints.noEvidence")}
      />
    </>
  );
}

/** A party that was taken off the list stays the one that did it, until another is chosen. */
function choicesOf(
  { parties, locale }: ContributionFieldsProps,
  ...named: (Pick<EditableContribution, "party"> | undefined)[]
) {
  const choices = new Map(parties.map(({ partyId, name }) => [partyId, name]));
  for (const each of named) {
    if (each && !choices.has(each.party.partyId)) choices.set(each.party.partyId, tagWords(each.party.name, locale));
  }
  return [...choices].map(([value, label]) => ({ value, label }));
}
