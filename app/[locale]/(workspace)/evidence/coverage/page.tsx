// What each commitment rests on: one source, ungraded or dead ones, one side only, or nothing.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { CoverageTable } from "@/components/library/coverage-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { listCoverage } from "@/server/evidence-coverage";
import { orRefused } from "../../refused";

type Props = PageProps<"/[locale]/evidence/coverage">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library.coverage");
  return { title: t("title") };
}

export default async function CoveragePage({ params }: Props) {
  const actor = await requireActor((await params).locale as Locale);
  const rows = await orRefused(listCoverage(actor));
  const t = await getTranslations("library");
  return (
    <Messages>
      <Page
        above={
          <Breadcrumbs
            label={t("crumbs")}
            crumbs={[{ label: t("title"), href: "/evidence" }, { label: t("coverage.title") }]}
          />
        }
        title={t("coverage.title")}
        lead={t("coverage.lead")}
      >
        <div className="grid gap-4">
          <p className="text-lg">
            {t("coverage.summary", {
              count: rows.filter(({ gaps }) => gaps.length > 0).length,
              total: rows.length,
            })}
          </p>
          <CoverageTable rows={rows} />
        </div>
      </Page>
    </Messages>
  );
}
