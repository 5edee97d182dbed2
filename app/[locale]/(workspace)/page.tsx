// The overview: where every commitment stands, what needs attention, and what happened last.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ActivityDigest } from "@/components/activity/activity-digest";
import { ScaleSwitch } from "@/components/codebooks/other-scales";
import { isFiltered, overviewHref } from "@/components/dashboard/addresses";
import { AttentionList } from "@/components/dashboard/attention-list";
import { CommitmentFilter } from "@/components/dashboard/commitment-filter";
import { CommitmentTable } from "@/components/dashboard/commitment-table";
import { OverviewActions } from "@/components/dashboard/overview-actions";
import { StatusCounts } from "@/components/dashboard/status-counts";
import { StatusStrip } from "@/components/dashboard/status-strip";
import { DocumentTitle, IssueLine } from "@/components/documents/document-title";
import { ExampleMark } from "@/components/documents/example-mark";
import { OtherDocuments } from "@/components/documents/other-documents";
import { MorePages } from "@/components/layout/more-pages";
import { Page } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { Loading, SkeletonLines } from "@/components/ui/skeleton";
import { type CommitmentFilters, commitmentFilters } from "@/domain/commitment-list";
import { scalesAsked } from "@/domain/crosswalk";
import { collator } from "@/i18n/formats";
import { isLocale, type Locale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import { listActivity } from "@/server/activity";
import type { MemberActor } from "@/server/auth/actor";
import { requireActor } from "@/server/auth/session";
import { getCodebook } from "@/server/codebooks";
import { type Dashboard, getDashboard } from "@/server/dashboard";
import { listDocuments } from "@/server/documents";
import { orRefused } from "./refused";

type Props = PageProps<"/[locale]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

export default async function OverviewPage({ params, searchParams }: Props) {
  const { locale } = await params;
  // A file that is not there, such as /favicon.ico, comes here as well.
  if (!isLocale(locale)) notFound();
  const filters = commitmentFilters.parse(await searchParams);
  const actor = await requireActor(locale);
  const documents = await orRefused(listDocuments(actor));
  const slug = filters.document ?? documents[0]?.slug;
  if (!slug) notFound();
  const dashboard = await orRefused(getDashboard(actor, slug, { filters, locale }));
  const { document, strip, statuses, attention, today, limits } = dashboard;
  const t = await getTranslations("dashboard");
  return (
    <Page
      gazette
      title={<DocumentTitle versions={document.versions} />}
      lead={
        <>
          {document.isExample && <ExampleMark />}
          <IssueLine issuer={document.issuer} place={document.place} adoptedOn={document.adoptedOn} />
        </>
      }
      actions={<OverviewActions slug={document.slug} today={today} />}
    >
      <div className="grid gap-3">
        <StatusStrip strip={strip} statuses={statuses}>
          <Standing dashboard={dashboard} />
        </StatusStrip>
        <StatusCounts statuses={statuses} filters={filters} />
      </div>
      <Commitments actor={actor} dashboard={dashboard} filters={filters} locale={locale} />
      <div className="grid gap-10 lg:grid-cols-2">
        <Section id="attention" title={t("attention.title")}>
          <AttentionList attention={attention} limits={limits} document={filters.document} />
        </Section>
        <Section
          id="latest"
          title={t("latest.title")}
          actions={
            <Link href="/activity" className="link py-0.5 text-sm">
              {t("latest.all")}
            </Link>
          }
        >
          <Suspense
            fallback={
              <Loading
                otherwise={
                  <Link href="/activity" className="link">
                    {t("latest.all")}
                  </Link>
                }
              >
                <SkeletonLines lines={8} />
              </Loading>
            }
          >
            <Latest actor={actor} />
          </Suspense>
        </Section>
      </div>
      <OtherDocuments documents={documents} shown={slug} />
      <MorePages />
    </Page>
  );
}

/** How many are assessed; while none is, what to do first. */
async function Standing({ dashboard: { total, statuses, strip } }: { dashboard: Dashboard }) {
  const t = await getTranslations("dashboard");
  const assessed = total - (statuses.NOT_ASSESSED ?? 0);
  const first = strip?.[0];
  if (assessed > 0 || !first) return <p className="text-lg">{t("assessed", { assessed, total })}</p>;
  return (
    <p className="text-lg">
      {t.rich("firstStep", {
        link: (words) => (
          <Link href={`/commitments/${first.id}`} className="link">
            {words}
          </Link>
        ),
      })}
    </p>
  );
}

type CommitmentsProps = { actor: MemberActor; dashboard: Dashboard; filters: CommitmentFilters; locale: Locale };

async function Commitments({ actor, dashboard, filters, locale }: CommitmentsProps) {
  const { rows, leads, found, total, page, pages } = dashboard;
  const t = await getTranslations("dashboard");
  const { compare } = collator(locale);
  const asked = scalesAsked(filters.scales);
  const codebook = asked.length > 0 ? await getCodebook(actor) : null;
  return (
    <Section
      id="commitments"
      title={t("table.title")}
      count={isFiltered(filters) ? <span role="status">{t("filter.found", { count: found, total })}</span> : undefined}
    >
      <CommitmentFilter filters={filters} leads={leads.sort((one, other) => compare(one.name, other.name))} />
      {rows.length > 0 ? (
        <CommitmentTable
          rows={rows}
          filters={filters}
          others={codebook && { asked, crosswalk: codebook.content.crosswalk }}
        />
      ) : (
        <EmptyState
          title={t("filter.nothing")}
          action={
            <LinkButton
              href={overviewHref({ document: filters.document, scales: filters.scales })}
              size="small"
              scroll={false}
            >
              {t("filter.clear")}
            </LinkButton>
          }
        >
          {t("filter.nothingHint")}
        </EmptyState>
      )}
      <Pager
        label={t("pages")}
        page={page}
        pages={pages}
        hrefOf={(number) => overviewHref({ ...filters, page: number })}
      />
      <div className="mt-3 flex flex-wrap justify-between gap-x-8 gap-y-2">
        <p className="text-faint text-sm">{t("table.editorial")}</p>
        <ScaleSwitch
          asked={asked}
          hrefWith={(scales) => overviewHref({ ...filters, scales: scales.join(",") })}
          version={codebook?.number}
        />
      </div>
    </Section>
  );
}

async function Latest({ actor }: { actor: MemberActor }) {
  const t = await getTranslations("dashboard.latest");
  const { lines } = await listActivity(actor, {}, 8);
  if (lines.length === 0) return <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>;
  return <ActivityDigest lines={lines} now={new Date()} />;
}
