// The whole text of a document, set to be read, with where each commitment stands.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnnotationDesk } from "@/components/annotations/annotation-desk";
import { ThreadFilterForm } from "@/components/annotations/thread-filter";
import { ThreadGroup } from "@/components/annotations/thread-group";
import { AboutText } from "@/components/documents/about-text";
import { GazetteHead } from "@/components/documents/gazette-head";
import { Outline } from "@/components/documents/outline";
import { Paragraph } from "@/components/documents/paragraph";
import { Messages } from "@/components/layout/messages";
import { OrphanLink } from "@/components/orphans/orphan-link";
import { WatchButton } from "@/components/watches/watch-button";
import { inLanguage } from "@/domain/language-choice";
import { may } from "@/domain/permissions";
import { threadFilter } from "@/domain/thread-filter";
import type { Locale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import { listAnnotationChoices } from "@/server/annotation-choices";
import { requireActor } from "@/server/auth/session";
import { getDocument } from "@/server/documents";
import { countOrphans } from "@/server/orphans";
import { countThreads, listThreads } from "@/server/threads";
import { isWatching } from "@/server/watches";
import { orRefused } from "../../refused";

type Props = PageProps<"/[locale]/documents/[slug]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("documents");
  return { title: t("title") };
}

export default async function DocumentPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  const actor = await requireActor(locale as Locale);
  const document = await orRefused(getDocument(actor, slug));
  const kept = new Set(document.paragraphs.flatMap(({ passages }) => passages.map(({ language }) => language)));
  const shown = inLanguage(
    document.versions.filter(({ language }) => kept.has(language)),
    locale,
  );
  if (!shown) notFound();
  const filter = threadFilter.parse(await searchParams);
  const [t, threads, total, choices, orphans, watching, exchange] = await Promise.all([
    getTranslations("annotations"),
    listThreads(actor, document.id, { filter }),
    countThreads(actor, document.id),
    listAnnotationChoices(actor, document.id),
    countOrphans(actor, document.id),
    isWatching(actor, { what: "document", id: document.id }),
    getTranslations("exchange"),
  ]);
  const mayCorrect = may(actor, "passage:correct");
  return (
    <Messages namespaces={["forms", "refusals", "annotations", "watches"]}>
      <AnnotationDesk
        threads={threads}
        choices={choices}
        mayAnnotate={may(actor, "annotation:add")}
        memberId={actor.memberId}
      >
        <div className="mx-auto grid max-w-page gap-x-12 gap-y-6 2xl:grid-cols-[minmax(0,1fr)_15rem]">
          <div className="2xl:col-start-2 2xl:row-span-2 2xl:row-start-1">
            <Outline paragraphs={document.paragraphs} />
          </div>
          <article className="mx-auto grid w-full max-w-[50rem] gap-6 xl:mx-0 xl:max-w-none 2xl:row-start-1">
            <GazetteHead document={document} shown={shown} />
            <div className="flex flex-wrap items-center justify-center gap-x-6 gap-y-2">
              <Link href={`/documents/${slug}/reading`} className="link text-sm">
                {t("readAndPrint")}
              </Link>
              <Link href={`/documents/${slug}/exchange`} className="link text-sm print:hidden">
                {exchange("open")}
              </Link>
              <div className="print:hidden">
                <WatchButton what="document" id={document.id} isWatching={watching} />
              </div>
            </div>
            {total > 0 && (
              <ThreadFilterForm slug={slug} filter={filter} shown={threads.length} total={total} choices={choices} />
            )}
            <OrphanLink slug={slug} {...orphans} />
            <div className="grid gap-1">
              {document.paragraphs.map((paragraph) => (
                <div key={paragraph.id} className="grid gap-x-6 xl:grid-cols-[minmax(0,50rem)_minmax(14rem,1fr)]">
                  <Paragraph paragraph={paragraph} language={shown.language} slug={slug} mayCorrect={mayCorrect} />
                  <div className="min-w-0 xl:pt-3">
                    <ThreadGroup passage={inLanguage(paragraph.passages, shown.language)} ordinal={paragraph.ordinal} />
                  </div>
                </div>
              ))}
            </div>
            <AboutText document={document} shown={shown} />
          </article>
        </div>
      </AnnotationDesk>
    </Messages>
  );
}
