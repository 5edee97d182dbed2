// The published summaries of a document.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/layout/page";
import { ReleaseList } from "@/components/releases/release-list";
import { Code } from "@/components/ui/bidi";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { listDocuments } from "@/server/documents";
import { listReleases } from "@/server/releases";
import { orRefused } from "../refused";

type Props = PageProps<"/[locale]/releases">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("releases"))("title") };
}

export default async function ReleasesPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await requireActor(locale);
  const [asked, documents, t] = await Promise.all([
    searchParams,
    orRefused(listDocuments(actor)),
    getTranslations("releases"),
  ]);
  const document = documents.find(({ slug }) => slug === asked.document) ?? documents[0];
  if (!document) notFound();
  const releases = await orRefused(listReleases(actor, document.slug));
  const [latest, previous] = releases;
  const reports = `/reports?document=${document.slug}`;
  return (
    <Page
      above={
        <Breadcrumbs label={t("title")} crumbs={[{ label: t("toReports"), href: reports }, { label: t("title") }]} />
      }
      title={t("title")}
      lead={t("lead")}
      actions={
        latest &&
        previous && (
          <LinkButton href={{ pathname: "/releases/compare", query: { one: previous.id, other: latest.id } }}>
            {t("compare.action")}
          </LinkButton>
        )
      }
    >
      {latest ? (
        <>
          <ReleaseList releases={releases} />
          <p className="text-muted text-sm">
            {t.rich("proof", {
              command: () => <Code className="font-mono">npm run -s iltizam -- prove-releases</Code>,
            })}
          </p>
        </>
      ) : (
        <EmptyState title={t("emptyTitle")} action={<LinkButton href={reports}>{t("toReports")}</LinkButton>}>
          {t("emptyText")}
        </EmptyState>
      )}
    </Page>
  );
}
