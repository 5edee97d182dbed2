// The files of a release, in the language of the summary that is shown.
import { useTranslations } from "next-intl";
import { ExportPanel } from "@/components/exports/export-panel";
import { releaseAddresses } from "@/components/reports/addresses";
import { classNames } from "@/components/ui/class-names";
import { keptForDays } from "@/domain/export";
import { type Locale, locales, localeTable } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import type { ExportView } from "@/server/exports";
import type { ReleaseView } from "@/server/releases";

export interface ReleaseFilesProps {
  release: ReleaseView;
  language: Locale;
  isLarge: boolean;
  exports: ExportView[];
}

export function ReleaseFiles({ release, language, isLarge, exports }: ReleaseFilesProps) {
  const t = useTranslations("releases");
  const request = { documentSlug: release.document.slug, releaseId: release.id, language };
  return (
    <section aria-labelledby="files" className="grid gap-3">
      <h2 id="files" className="font-semibold">
        {t("downloads")}
      </h2>
      <nav aria-label={t("languages")}>
        <ul className="flex w-fit divide-x divide-rule rounded-md border border-edge bg-paper">
          {locales.map((each) => (
            <li key={each}>
              <Link
                href={{ pathname: `/releases/${release.id}`, query: { language: each } }}
                scroll={false}
                lang={each}
                aria-current={each === language ? "page" : undefined}
                className={classNames(
                  "flex min-h-9.5 items-center px-3 pointer-coarse:min-h-11",
                  each === language ? "bg-accent-soft font-semibold" : "hover:bg-panel",
                )}
              >
                {localeTable[each].ownName}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ExportPanel
        addresses={releaseAddresses(release.id, language)}
        request={isLarge ? request : null}
        exports={exports}
        keptForDays={keptForDays}
      />
    </section>
  );
}
