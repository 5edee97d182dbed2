// Two releases side by side.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/layout/page";
import { ComparisonForm } from "@/components/releases/comparison-form";
import { ReleaseComparison } from "@/components/releases/release-comparison";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/link-button";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { compareTwoReleases, listReleases } from "@/server/releases";
import { orRefused } from "../../refused";

type Props = PageProps<"/[locale]/releases/compare">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("releases"))("compare.title") };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await requireActor(locale);
  const { one, other, only } = await searchParams;
  if (typeof one !== "string" || typeof other !== "string") notFound();
  const { earlier, later, commitments } = await orRefused(compareTwoReleases(actor, [one, other], locale));
  const [releases, t] = await Promise.all([listReleases(actor, later.document.slug), getTranslations("releases")]);
  const moved = commitments.filter(({ movement }) => movement);
  const onlyMoved = only === "moved";
  const shown = onlyMoved ? moved : commitments;
  const list = `/releases?document=${later.document.slug}`;
  return (
    <Page
      above={
        <Breadcrumbs label={t("title")} crumbs={[{ label: t("title"), href: list }, { label: t("compare.title") }]} />
      }
      title={t("compare.title")}
      lead={t("compare.lead")}
    >
      <ComparisonForm releases={releases} one={earlier.id} other={later.id} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-semibold">{t("compare.movedCount", { count: moved.length })}</p>
        <LinkButton
          href={{ pathname: "/releases/compare", query: { one, other, ...(!onlyMoved && { only: "moved" }) } }}
          scroll={false}
          size="small"
        >
          {onlyMoved ? t("compare.all") : t("compare.onlyMoved")}
        </LinkButton>
      </div>
      {shown.length > 0 && <ReleaseComparison earlier={earlier} later={later} commitments={shown} />}
    </Page>
  );
}
