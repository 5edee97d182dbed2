// Correcting the text of a paragraph, for editors.
import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { paragraphHref } from "@/components/documents/addresses";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { revisionsOf } from "@/components/passages/addresses";
import { CorrectForm } from "@/components/passages/correct-form";
import { Num } from "@/components/ui/bidi";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { getParagraph } from "@/server/passages";
import { orRefused } from "../../../../../refused";
import { readOrdinal, textAsked } from "../asked";

type Props = PageProps<"/[locale]/documents/[slug]/paragraphs/[ordinal]/correct">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passages"))("correct") };
}

export default async function CorrectPage({ params, searchParams }: Props) {
  const { slug, ordinal: asked, locale } = await params;
  const actor = await requireActor(locale as Locale);
  const paragraph = await orRefused(getParagraph(actor, slug, readOrdinal(asked)));
  if (!paragraph.mayCorrect) forbidden();
  const { language, revisions } = textAsked(paragraph, (await searchParams).language, locale);
  const [newest] = revisions;
  if (!newest) notFound();
  const { ordinal } = paragraph;
  const t = await getTranslations("passages");
  const after = revisionsOf({ slug, ordinal, language });
  return (
    <Messages namespaces={["forms", "refusals", "passages"]}>
      <Page
        width="reading"
        above={
          <Breadcrumbs
            label={t("crumbs")}
            crumbs={[
              { label: t("document"), href: `/documents/${slug}` },
              { label: t("crumb", { ordinal: String(ordinal) }), href: after },
              { label: t("correct") },
            ]}
          />
        }
        title={t.rich("correctTitle", { ordinal: () => <Num value={ordinal} /> })}
        lead={t("correctLead")}
      >
        <CorrectForm
          passage={{ id: newest.id, revision: newest.revision, text: newest.text, language }}
          after={after}
          back={paragraphHref(slug, ordinal)}
        />
      </Page>
    </Messages>
  );
}
