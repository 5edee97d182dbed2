// The library: every source of the workspace, narrowed and ordered as the address says.
import { FileText, Grid3x3 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { libraryHref, libraryQuery } from "@/components/library/addresses";
import { LibraryFilter } from "@/components/library/library-filter";
import { LibraryTable } from "@/components/library/library-table";
import { TaggingForm } from "@/components/library/tagging-form";
import { EmptyState } from "@/components/ui/empty-state";
import { DownloadLink, LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { type EvidenceFilters, evidenceFilters, filtersAlone, isFiltered } from "@/domain/evidence-list";
import { may } from "@/domain/permissions";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { type Library, type LibraryChoices, listLibrary, listLibraryChoices } from "@/server/evidence-library";
import { orRefused } from "../refused";

type Props = PageProps<"/[locale]/evidence">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("title") };
}

export default async function LibraryPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const filters = evidenceFilters.parse(await searchParams);
  const actor = await requireActor(locale);
  const [library, choices] = await orRefused(Promise.all([listLibrary(actor, filters), listLibraryChoices(actor)]));
  const t = await getTranslations("library");
  return (
    <Messages namespaces={["library", "refusals", "forms"]}>
      <Page title={t("title")} lead={t("lead")} actions={<Actions filters={filters} locale={locale} />}>
        {library.total === 0 ? (
          <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
        ) : (
          <Sources library={library} filters={filters} choices={choices} maySelect={may(actor, "evidence:tag")} />
        )}
      </Page>
    </Messages>
  );
}

async function Actions({ filters, locale }: { filters: EvidenceFilters; locale: Locale }) {
  const t = await getTranslations("library");
  const { page: _, ...whole } = filters;
  const query = new URLSearchParams(libraryQuery(whole));
  query.set("format", "csv");
  query.set("locale", locale);
  return (
    <>
      <LinkButton href="/evidence/coverage" size="small" icon={<Grid3x3 aria-hidden="true" />}>
        {t("coverage.title")}
      </LinkButton>
      <DownloadLink href={`/api/v1/evidence?${query}`} size="small" icon={<FileText aria-hidden="true" />} download>
        {t("csv")}
      </DownloadLink>
    </>
  );
}

interface SourcesProps {
  library: Library;
  filters: EvidenceFilters;
  choices: LibraryChoices;
  maySelect: boolean;
}

async function Sources({ library, filters, choices, maySelect }: SourcesProps) {
  const t = await getTranslations("library");
  const { sources, found, total, page, pages } = library;
  const table = <LibraryTable sources={sources} filters={filters} maySelect={maySelect} />;
  return (
    <>
      <LibraryFilter filters={filters} choices={choices} />
      <Section
        id="sources"
        title={t("title")}
        count={
          <span role="status">
            {isFiltered(filters) ? t("found", { count: found, total }) : t("total", { count: total })}
          </span>
        }
      >
        {sources.length === 0 && (
          <EmptyState
            title={t("nothing")}
            action={
              <LinkButton href={libraryHref({ sort: filters.sort, order: filters.order })} size="small">
                {t("clear")}
              </LinkButton>
            }
          >
            {t("nothingHint")}
          </EmptyState>
        )}
        {sources.length > 0 &&
          (maySelect ? (
            // Ticks of one list are not meant for another.
            <TaggingForm key={JSON.stringify([filtersAlone(filters), page])} tags={choices.tags}>
              {table}
            </TaggingForm>
          ) : (
            table
          ))}
        <Pager
          label={t("pages")}
          page={page}
          pages={pages}
          hrefOf={(number) => libraryHref({ ...filters, page: number })}
        />
      </Section>
    </>
  );
}
