"use client";
// The small form that chooses a commitment's lead.
import { useTranslations } from "next-intl";
import { setLead } from "@/actions/commitments";
import { ActionForm } from "@/components/forms/action-form";
import type { Standing } from "@/components/forms/conflict-panel";
import { SelectField } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import type { Person } from "@/server/members";
import { leadDraft } from "./draft-names";
import { useFormPlace } from "./form-place";

export interface LeadFormProps {
  commitmentId: string;
  version: number;
  lead: Person | null;
  members: readonly Person[];
}

export function LeadForm({ commitmentId, version, lead, members }: LeadFormProps) {
  const t = useTranslations("commitments");
  const { close } = useFormPlace();
  const toast = useToast();
  const nameOf = (memberId: string) => members.find((each) => each.memberId === memberId)?.name ?? t("leadNone");
  const standing = (current: { version: number; lead: Person | null }): Standing => ({
    versions: { version: String(current.version) },
    fields: [{ name: "leadId", label: t("lead"), value: current.lead?.memberId ?? "", shown: nameOf }],
  });
  return (
    <ActionForm
      action={setLead}
      draft={leadDraft(commitmentId)}
      carried={{ commitmentId, version: String(version) }}
      standing={standing}
      submitLabel={t("leadSave")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("leadChanged") });
      }}
    >
      <SelectField
        name="leadId"
        optional
        label={t("lead")}
        placeholder={t("leadNone")}
        defaultValue={lead?.memberId ?? ""}
        options={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
      />
    </ActionForm>
  );
}
