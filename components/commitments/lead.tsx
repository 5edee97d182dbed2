// Who follows the commitment up; those who may choose the lead change it in place.
import { useTranslations } from "next-intl";
import type { Person } from "@/server/members";
import { leadDraft } from "./draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "./form-place";
import { LeadForm } from "./lead-form";

export interface LeadProps {
  commitmentId: string;
  version: number;
  lead: Person | null;
  members: readonly Person[];
  mayChoose: boolean;
}

export function Lead({ commitmentId, version, lead, members, mayChoose }: LeadProps) {
  const t = useTranslations("commitments");
  return (
    <FormPlace draft={leadDraft(commitmentId)} mayOpen={mayChoose}>
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="text-muted">{t("lead")}</span>
        {lead ? (
          <bdi className="font-semibold">{lead.name}</bdi>
        ) : (
          <span className="text-faint">{t("leadMissing")}</span>
        )}
        {mayChoose && (
          <OpenFormButton variant="quiet" aria-label={lead ? t("leadForm") : undefined}>
            {lead ? t("leadChange") : t("leadSet")}
          </OpenFormButton>
        )}
      </div>
      <OpenedForm label={t("leadForm")} className="mt-2 max-w-sm rounded-md border border-edge bg-panel p-4">
        <LeadForm {...{ commitmentId, version, lead, members }} />
      </OpenedForm>
    </FormPlace>
  );
}
