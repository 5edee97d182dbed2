// What each party did for each commitment of a document, with the files of it.
import { FileJson, FileSpreadsheet, FileText, ListPlus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExampleMark } from "@/components/documents/example-mark";
import { Page } from "@/components/layout/page";
import { isFiltered, matrixFile, matrixHref } from "@/components/parties/addresses";
import { ContributionFilter } from "@/components/parties/contribution-filter";
import { ContributionTable } from "@/components/parties/contribution-table";
import { partyChoices } from "@/components/parties/party-choices";
import { EmptyState } from "@/components/ui/empty-state";
import { DownloadLink, LinkButton } from "@/components/ui/link-button";
import { inLanguage } from "@/domain/language-choice";
import { contributionFilters } from "@/domain/party";
import { may } from "@/domain/permissions";
import { isLocale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { getContributionMatrix } from "@/server/contribution-matrix";
import { orRefused } from "../refused";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("parties"))("title") };
}

export default async function PartiesPage({ params, searchParams }: PageProps<"/[locale]/parties">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const filters = contributionFilters.parse(await searchParams);
  const actor = await requireActor(locale);
  const [matrix, t] = await Promise.all([orRefused(getContributionMatrix(actor, filters)), getTranslations("parties")]);
  const { document, columns, rows, parties, commitments, contributions } = matrix;
  const file = (format: string, table?: string) =>
    matrixFile(filters, { format, language: locale, ...(table && { table }) });
  return (
    <Page
      title={t("title")}
      lead={
        <div className="flex flex-wrap items-center gap-x-3">
          <bdi>{inLanguage(document.versions, locale)?.title ?? document.slug}</bdi>
          {document.isExample && <ExampleMark />}
        </div>
      }
      actions={
        <>
          <ul aria-label={t("files.label")} className="flex flex-wrap gap-2">
            <li>
              <DownloadLink href={file("xlsx")} size="small" icon={<FileSpreadsheet aria-hidden="true" />} download>
                {t("files.xlsx")}
              </DownloadLink>
            </li>
            <li>
              <DownloadLink href={file("csv", "matrix")} size="small" icon={<FileText aria-hidden="true" />} download>
                {t("files.csvMatrix")}
              </DownloadLink>
            </li>
            <li>
              <DownloadLink href={file("csv")} size="small" icon={<FileText aria-hidden="true" />} download>
                {t("files.csvList")}
              </DownloadLink>
            </li>
            <li>
              <DownloadLink href={file("json")} size="small" icon={<FileJson aria-hidden="true" />} download>
                {t("files.json")}
              </DownloadLink>
            </li>
          </ul>
          <LinkButton href="/parties/manage" size="small" icon={<ListPlus aria-hidden="true" />}>
            {t(may(actor, "party:manage") ? "manage.open" : "manage.see")}
          </LinkButton>
        </>
      }
    >
      {parties.length > 0 ? (
        <div className="grid gap-4">
          <ContributionFilter filters={filters} parties={partyChoices(parties, locale)} commitments={commitments} />
          <p role="status" className="text-muted text-sm">
            {t("matrix.found", { count: contributions.length })}
          </p>
          {rows.length > 0 ? (
            <ContributionTable columns={columns} rows={rows} />
          ) : (
            <EmptyState
              title={t("filter.nothing")}
              action={
                isFiltered(filters) && (
                  <LinkButton href={matrixHref({ document: filters.document })} size="small">
                    {t("filter.clear")}
                  </LinkButton>
                )
              }
            />
          )}
        </div>
      ) : (
        <EmptyState title={t("emptyTitle")}>{t(may(actor, "party:manage") ? "emptyText" : "emptyReader")}</EmptyState>
      )}
    </Page>
  );
}
