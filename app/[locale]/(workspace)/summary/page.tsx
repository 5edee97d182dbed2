// The summary to print: what was chosen of it, set for A4 in the reader's language.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/summary/print-button";
import { SummaryDocument } from "@/components/summary/summary-document";
import { LinkButton } from "@/components/ui/link-button";
import { reportChoices } from "@/domain/report";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { listDocuments } from "@/server/documents";
import { getReport } from "@/server/export-formats/report";
import { orRefused } from "../refused";

type Props = PageProps<"/[locale]/summary">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("summary");
  return { title: t("title") };
}

export default async function SummaryPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await requireActor(locale);
  const [asked, documents] = await Promise.all([searchParams, orRefused(listDocuments(actor))]);
  const document = documents.find(({ slug }) => slug === asked.document) ?? documents[0];
  const choices = reportChoices.safeParse(asked).data;
  if (!document) notFound();
  const report = await orRefused(getReport(actor, { documentSlug: document.slug, locale, choices }));
  const t = await getTranslations("summary");
  return (
    <>
      <div className="mx-auto mb-8 flex max-w-[52rem] flex-wrap items-center gap-3 print:hidden">
        <PrintButton label={t("print")} />
        <LinkButton href="/reports" variant="quiet">
          {t("back")}
        </LinkButton>
        <p className="text-muted text-sm">{t("toPrint")}</p>
      </div>
      <SummaryDocument report={report} heading="h1" />
    </>
  );
}
