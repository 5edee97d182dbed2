// What a commitment is to be judged by: its criteria, and the version of the codebook in force.
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { LinkButton } from "@/components/ui/link-button";
import { criteriaOf } from "@/domain/codebook";
import type { Codebook, CriteriaPlace } from "@/server/codebooks";
import { criteriaFormHref } from "./addresses";
import { CriteriaTexts, CriteriaTiming } from "./criteria";
import { MadeUnder } from "./made-under";

export interface CommitmentMethodProps {
  codebook: Codebook;
  place: CriteriaPlace;
  mayWrite: boolean;
}

export function CommitmentMethod({ codebook: { number, content }, place, mayWrite }: CommitmentMethodProps) {
  const t = useTranslations("codebooks.criteria");
  const criteria = criteriaOf(content, place);
  return (
    <div className="mb-6 grid gap-1">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <CriteriaTiming criteria={criteria} firstEvidenceAt={place.firstEvidenceAt} />
        {mayWrite && (
          <LinkButton
            href={criteriaFormHref(place)}
            size="small"
            variant="quiet"
            icon={<Pencil aria-hidden="true" />}
            className="-my-1 print:hidden"
          >
            {criteria ? t("edit") : t("write")}
          </LinkButton>
        )}
      </div>
      {criteria && (
        <Fold label={t("of")}>
          <div className="mt-1 grid gap-2 border-rule border-s-2 ps-4">
            <CriteriaTexts content={content} criteria={criteria} />
            <p className="text-muted text-sm">
              <MadeUnder version={number} />
            </p>
          </div>
        </Fold>
      )}
    </div>
  );
}
