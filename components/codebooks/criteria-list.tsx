// The criteria of every commitment in a version of the codebook.
import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Num } from "@/components/ui/bidi";
import { LinkButton } from "@/components/ui/link-button";
import { type CodebookContent, criteriaOf } from "@/domain/codebook";
import { Link } from "@/i18n/navigation";
import type { CriteriaPlace } from "@/server/codebooks";
import { criteriaFormHref } from "./addresses";
import { CriteriaTexts, CriteriaTiming } from "./criteria";

export interface CriteriaListProps {
  content: CodebookContent;
  places: readonly CriteriaPlace[];
  mayWrite: boolean;
}

export function CriteriaList({ content, places, mayWrite }: CriteriaListProps) {
  const t = useTranslations("codebooks.criteria");
  const locale = useLocale();
  return (
    <>
      <p className="mb-2 max-w-reading text-muted text-sm">{t("lead")}</p>
      <ol className="divide-y divide-rule border-rule border-b">
        {places.map((place) => {
          const criteria = criteriaOf(content, place);
          const number = String(place.commitment);
          return (
            <li key={place.id} className="grid gap-2 py-3">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <h3 className="min-w-0 flex-1 basis-60 font-semibold">
                  <Link href={`/commitments/${place.id}`} className="hover:text-accent hover:underline">
                    {t.rich("commitment", {
                      number: () => <Num value={place.commitment} />,
                      title: () => <bdi>{place.title[locale]}</bdi>,
                    })}
                  </Link>
                </h3>
                {mayWrite && (
                  <LinkButton
                    href={criteriaFormHref(place)}
                    variant="quiet"
                    size="small"
                    icon={<Pencil aria-hidden="true" />}
                    aria-label={criteria ? t("editNamed", { number }) : t("writeNamed", { number })}
                    className="print:hidden"
                  >
                    {criteria ? t("edit") : t("write")}
                  </LinkButton>
                )}
              </div>
              <CriteriaTiming criteria={criteria} firstEvidenceAt={place.firstEvidenceAt} />
              {criteria && <CriteriaTexts content={content} criteria={criteria} />}
            </li>
          );
        })}
      </ol>
    </>
  );
}
