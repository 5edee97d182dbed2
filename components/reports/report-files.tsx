// The files of the summary on the page, and the page for printing.
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { ExportPanel, rowClass } from "@/components/exports/export-panel";
import { keptForDays } from "@/domain/export";
import type { ExportView } from "@/server/exports";
import { type ReportAddress, summaryAddresses, valuesOf } from "./addresses";

export interface ReportFilesProps {
  address: ReportAddress;
  /** Then jobs write the files. */
  isLarge: boolean;
  exports: ExportView[];
}

export function ReportFiles({ address, isLarge, exports }: ReportFilesProps) {
  const t = useTranslations("reports");
  const values = valuesOf(address);
  return (
    <section aria-labelledby="files" className="grid gap-2">
      <h2 id="files" className="font-semibold">
        {t("export")}
      </h2>
      <ExportPanel
        addresses={summaryAddresses(address)}
        request={isLarge ? { documentSlug: address.slug, ...values } : null}
        exports={exports}
        keptForDays={keptForDays}
      >
        <li>
          <a
            href={`/${address.language}/summary?${new URLSearchParams({ document: address.slug, ...values })}`}
            className={rowClass}
          >
            <Printer aria-hidden="true" className="size-4 self-center text-faint" />
            <span className="font-semibold">{t("print")}</span>
          </a>
        </li>
      </ExportPanel>
    </section>
  );
}
