// A paragraph's text through its corrections: who, when and why, and any two revisions side by side.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { paragraphHref } from "@/components/documents/addresses";
import { Page } from "@/components/layout/page";
import { correctionOf } from "@/components/passages/addresses";
import { RevisionComparison } from "@/components/passages/revision-comparison";
import { RevisionList } from "@/components/passages/revision-list";
import { Num } from "@/components/ui/bidi";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { directionOfLanguage } from "@/domain/text-direction";
import type { Locale } from "@/i18n/locales";
import { getPathname, Link } from "@/i18n/navigation";
import { requireActor } from "@/server/auth/session";
import { getParagraph } from "@/server/passages";
import { orRefused } from "../../../../refused";
import { readOrdinal, textAsked } from "./asked";

type Props = PageProps<"/[locale]/documents/[slug]/paragraphs/[ordinal]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ordinal }, t] = [await params, await getTranslations("passages")];
  return { title: t("pageTitle", { ordinal }) };
}

export default async function ParagraphPage({ params, searchParams }: Props) {
  const { slug, ordinal: asked, ...rest } = await params;
  const locale = rest.locale as Locale;
  const actor = await requireActor(locale);
  const paragraph = await orRefused(getParagraph(actor, slug, readOrdinal(asked)));
  const { one, other, language: wanted } = await searchParams;
  const text = textAsked(paragraph, wanted, locale);
  const { language, revisions } = text;
  const [newest, before] = revisions;
  if (!newest) notFound();
  const named = (number: unknown) => revisions.find(({ revision }) => String(revision) === number);
  const pair = [named(one) ?? before ?? newest, named(other) ?? newest];
  const [earlier = newest, later = newest] = pair.sort((a, b) => a.revision - b.revision);
  const { ordinal, commitment, mayCorrect } = paragraph;
  const t = await getTranslations("passages");
  const path = `/documents/${slug}/paragraphs/${ordinal}`;
  return (
    <Page
      above={
        <Breadcrumbs
          label={t("crumbs")}
          crumbs={[
            { label: t("document"), href: `/documents/${slug}` },
            { label: t("crumb", { ordinal: String(ordinal) }) },
          ]}
        />
      }
      title={t.rich("title", { ordinal: () => <Num value={ordinal} /> })}
      lead={
        <span className="flex flex-wrap gap-x-4">
          <Link href={paragraphHref(slug, ordinal)} className="link py-0.5">
            {t("inDocument")}
          </Link>
          {commitment && (
            <Link href={`/commitments/${commitment.id}`} className="link py-0.5">
              {t.rich("commitment", { number: () => <Num value={commitment.number} /> })}
            </Link>
          )}
        </span>
      }
      actions={
        mayCorrect && (
          <LinkButton href={correctionOf({ slug, ordinal, language })} variant="primary">
            {t("correct")}
          </LinkButton>
        )
      }
    >
      {before ? (
        <>
          <Section id="compare" title={t("revisions.compareTitle")}>
            <RevisionComparison
              action={getPathname({ href: path, locale })}
              language={language}
              revisions={revisions}
              earlier={earlier}
              later={later}
            />
          </Section>
          <Section id="revisions" title={t("revisions.title")} count={<Num value={revisions.length} />}>
            <RevisionList path={path} language={language} revisions={revisions} />
          </Section>
        </>
      ) : (
        <>
          <p
            lang={language}
            dir={directionOfLanguage(language)}
            className="whitespace-pre-line font-naskh text-gazette"
          >
            {newest.text}
          </p>
          <EmptyState title={t("revisions.none")}>{t("revisions.noneText")}</EmptyState>
        </>
      )}
    </Page>
  );
}
