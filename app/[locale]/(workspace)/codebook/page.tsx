// The method as a page: the scales, what other scales make of them, the rules, the criteria, and all versions.
import { Braces } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { codebookHref } from "@/components/codebooks/addresses";
import { CriteriaList } from "@/components/codebooks/criteria-list";
import { CrosswalkTable } from "@/components/codebooks/crosswalk-table";
import { ScaleDefinitions } from "@/components/codebooks/scale-definitions";
import { PublishedBy, VersionList } from "@/components/codebooks/version-list";
import { Page } from "@/components/layout/page";
import { PrintButton } from "@/components/summary/print-button";
import { Badge } from "@/components/ui/badge";
import { Num, UserText } from "@/components/ui/bidi";
import { DownloadLink, LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { codebookScaleNames } from "@/domain/codebook";
import { may } from "@/domain/permissions";
import type { Locale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import { requireActor } from "@/server/auth/session";
import { getCodebook, listCodebookVersions, listCriteriaPlaces } from "@/server/codebooks";
import { orRefused } from "../refused";
import { versionAsked } from "./asked";

type Props = PageProps<"/[locale]/codebook">;

const sections = ["scales", "crosswalk", "rules", "criteria", "versions"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("codebooks"))("title") };
}

export default async function CodebookPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const asked = versionAsked((await searchParams).version);
  const actor = await requireActor(locale);
  const codebook = await orRefused(getCodebook(actor, asked));
  const [versions, places, t] = await Promise.all([
    listCodebookVersions(actor),
    listCriteriaPlaces(actor),
    getTranslations("codebooks"),
  ]);
  const { number, reason, content } = codebook;
  const inForce = versions[0]?.number ?? number;
  const isInForce = number === inForce;
  const mayWrite = isInForce && may(actor, "codebook:publish");
  return (
    <Page
      title={t("title")}
      lead={
        <>
          <p>{t("lead")}</p>
          <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-sm">
            <span className="font-semibold text-text">
              {t.rich("version", { number: () => <Num value={number} /> })}
            </span>
            {isInForce && <Badge tone="accent">{t("inForce")}</Badge>}
            <span>
              <PublishedBy version={codebook} />
            </span>
          </p>
        </>
      }
      actions={
        <>
          {mayWrite && <LinkButton href="/codebook/edit">{t("edit")}</LinkButton>}
          <DownloadLink
            href={`/api/v1/codebook?version=${number}`}
            icon={<Braces aria-hidden="true" />}
            variant="quiet"
            download={`codebook-${number}.json`}
          >
            {t("json")}
          </DownloadLink>
          <PrintButton label={t("print")} />
        </>
      }
    >
      {!isInForce && (
        <Notice>
          {t.rich("earlier", {
            number: () => <Num value={inForce} />,
            link: (words) => (
              <Link href={codebookHref()} className="link">
                {words}
              </Link>
            ),
          })}
        </Notice>
      )}
      {reason && <UserText className="max-w-reading">{reason}</UserText>}
      <nav aria-label={t("sections.contents")} className="print:hidden">
        <ul className="flex flex-wrap gap-x-5 text-sm">
          {sections.map((section) => (
            <li key={section}>
              <a
                href={`#${section}`}
                className="inline-flex min-h-6 items-center text-muted pointer-coarse:min-h-11 hover:text-accent hover:underline"
              >
                {t(`sections.${section}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Section id="scales" title={t("sections.scales")}>
        <div className="grid gap-x-12 gap-y-8 xl:grid-cols-2">
          {codebookScaleNames.map((scale) => (
            <ScaleDefinitions key={scale} content={content} scale={scale} />
          ))}
        </div>
      </Section>
      <Section id="crosswalk" title={t("sections.crosswalk")}>
        <CrosswalkTable content={content} />
      </Section>
      <Section id="rules" title={t("sections.rules")}>
        <ol className="grid max-w-reading list-decimal gap-1.5 ps-6 marker:text-faint">
          {content.rules.map((rule) => (
            <li key={rule.ar} dir="auto">
              {rule[locale]}
            </li>
          ))}
        </ol>
      </Section>
      <Section id="criteria" title={t("sections.criteria")}>
        <CriteriaList content={content} places={places} mayWrite={mayWrite} />
      </Section>
      <Section id="versions" title={t("sections.versions")} count={<Num value={versions.length} />}>
        <VersionList versions={versions} />
      </Section>
    </Page>
  );
}
