// The summary to print: everything about all commitments, set for A4 in the reader's language.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/summary/print-button";
import { SummaryCommitment } from "@/components/summary/summary-commitment";
import { SummaryHead, SummaryMethod, SummaryPicture } from "@/components/summary/summary-head";
import { SummaryTable } from "@/components/summary/summary-table";
import { LinkButton } from "@/components/ui/link-button";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { listDocuments } from "@/server/documents";
import { getReport } from "@/server/export-formats/report";
import { orRefused } from "../refused";
import "@/components/summary/print.css";

type Props = PageProps<"/[locale]/summary">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("summary");
  return { title: t("title") };
}

export default async function SummaryPage({ params }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await requireActor(locale);
  const [document] = await orRefused(listDocuments(actor));
  if (!document) notFound();
  const report = await orRefused(getReport(actor, { documentSlug: document.slug, locale }));
  const t = await getTranslations("summary");
  return (
    <div className="summary mx-auto max-w-[52rem] space-y-8 print:max-w-none print:space-y-5">
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <PrintButton label={t("print")} />
        <LinkButton href="/" variant="quiet">
          {t("back")}
        </LinkButton>
        <p className="text-muted text-sm">{t("toPrint")}</p>
      </div>
      <SummaryHead report={report} />
      <SummaryPicture report={report} />
      <SummaryTable report={report} title={t("sections.table")} />
      <SummaryMethod report={report} />
      {report.commitments.map((commitment) => (
        <SummaryCommitment key={commitment.number} commitment={commitment} />
      ))}
    </div>
  );
}
