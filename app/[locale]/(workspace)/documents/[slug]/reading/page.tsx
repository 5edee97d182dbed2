// The text with its marks as numbered notes: to be read, printed and listened to, also without JavaScript.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReadingParagraph } from "@/components/annotations/reading-paragraph";
import { GazetteHead } from "@/components/documents/gazette-head";
import { Messages } from "@/components/layout/messages";
import { PrintButton } from "@/components/summary/print-button";
import { LinkButton } from "@/components/ui/link-button";
import { inLanguage } from "@/domain/language-choice";
import type { Locale } from "@/i18n/locales";
import { requireActor } from "@/server/auth/session";
import { getDocument } from "@/server/documents";
import { listMembers } from "@/server/members";
import { listThreads } from "@/server/threads";
import { orRefused } from "../../../refused";

type Props = PageProps<"/[locale]/documents/[slug]/reading">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("annotations.reading");
  return { title: t("title") };
}

export default async function ReadingPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  const actor = await requireActor(locale as Locale);
  const document = await orRefused(getDocument(actor, slug));
  const shown = inLanguage(
    document.versions.filter(({ hasText }) => hasText),
    locale,
  );
  if (!shown) notFound();
  const layer = (await searchParams).layer === "team" ? "TEAM" : undefined;
  const [threads, members, t] = await Promise.all([
    listThreads(actor, document.id, { layer }),
    listMembers(actor),
    getTranslations("annotations.reading"),
  ]);
  const numbered = threads.map((thread, index) => ({ ...thread, number: index + 1 }));
  const here = `/documents/${slug}/reading`;
  return (
    <Messages namespaces={["annotations"]}>
      <div className="mx-auto mb-8 flex max-w-[52rem] flex-wrap items-center gap-3 print:hidden">
        <PrintButton label={t("print")} />
        <LinkButton href={layer ? here : `${here}?layer=team`} variant="secondary">
          {t(layer ? "withOwn" : "withoutOwn")}
        </LinkButton>
        <LinkButton href={`/documents/${slug}`} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
      <article className="mx-auto grid w-full max-w-[46rem] gap-7">
        <GazetteHead document={document} shown={shown} />
        <p className="text-muted text-sm">{t(layer ? "countOfTeam" : "count", { count: threads.length })}</p>
        {document.paragraphs.map((paragraph) => (
          <ReadingParagraph
            key={paragraph.id}
            paragraph={paragraph}
            language={shown.language}
            threads={numbered}
            members={members}
          />
        ))}
      </article>
    </Messages>
  );
}
