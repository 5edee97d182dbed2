// Two versions of the codebook, and where they differ.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { codebookHref } from "@/components/codebooks/addresses";
import { VersionChoice, VersionComparison } from "@/components/codebooks/version-comparison";
import { Page } from "@/components/layout/page";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { codebookDifferences } from "@/domain/codebook-changes";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { getCodebook, listCodebookVersions } from "@/server/codebooks";
import { orRefused } from "../../refused";
import { versionAsked } from "../asked";

type Props = PageProps<"/[locale]/codebook/compare">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("codebooks"))("versions.title") };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const [one, other] = [versionAsked(asked.one), versionAsked(asked.other)];
  if (!one || !other) notFound();
  const actor = await requireActor((await params).locale as Locale);
  const [earlier, later, versions, t] = await Promise.all([
    orRefused(getCodebook(actor, Math.min(one, other))),
    orRefused(getCodebook(actor, Math.max(one, other))),
    listCodebookVersions(actor),
    getTranslations("codebooks"),
  ]);
  const differences = codebookDifferences(earlier.content, later.content);
  return (
    <Page
      above={
        <Breadcrumbs
          label={t("title")}
          crumbs={[{ label: t("title"), href: codebookHref() }, { label: t("versions.title") }]}
        />
      }
      title={t("versions.title")}
    >
      <VersionChoice versions={versions} one={earlier.number} other={later.number} />
      <p className="font-semibold">{t("versions.changed", { count: differences.length })}</p>
      {differences.length > 0 && <VersionComparison later={later} differences={differences} />}
    </Page>
  );
}
