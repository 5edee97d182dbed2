// What can be taken from the overview: the summary as a workbook, as plain data, or on paper.
import { FileSpreadsheet, FileText, Printer } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { CalendarDate } from "@/components/ui/bidi";
import { DownloadLink, LinkButton } from "@/components/ui/link-button";

export function OverviewActions({ slug, today }: { slug: string; today: string }) {
  const t = useTranslations("dashboard");
  const locale = useLocale();
  const address = (format: string) => `/api/v1/documents/${slug}/summary?format=${format}&language=${locale}`;
  return (
    <div className="grid gap-2 sm:justify-items-end">
      <p className="text-muted text-sm">{t.rich("asOf", { date: () => <CalendarDate value={today} /> })}</p>
      <ul aria-label={t("export.label")} className="flex flex-wrap gap-2">
        <li>
          <DownloadLink href={address("xlsx")} size="small" icon={<FileSpreadsheet aria-hidden="true" />} download>
            {t("export.xlsx")}
          </DownloadLink>
        </li>
        <li>
          <DownloadLink href={address("csv")} size="small" icon={<FileText aria-hidden="true" />} download>
            {t("export.csv")}
          </DownloadLink>
        </li>
        <li>
          <LinkButton
            href={{ pathname: "/summary", query: { document: slug } }}
            size="small"
            icon={<Printer aria-hidden="true" />}
          >
            {t("export.print")}
          </LinkButton>
        </li>
      </ul>
    </div>
  );
}
