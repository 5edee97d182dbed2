// The whole text of a document, set to be read, with where each commitment stands.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnnotationDesk } from "@/components/annotations/annotation-desk";
import { ThreadFilterForm } from "@/components/annotations/thread-filter";
import { ThreadGroup } from "@/components/annotations/thread-group";
import { AboutText } from "@/components/documents/about-text";
import { textPageHref } from "@/components/documents/addresses";
import { GazetteHead } from "@/components/documents/gazette-head";
import { Outline } from "@/components/documents/outline";
import { Paragraph } from "@/components/documents/paragraph";
import { Messages } from "@/components/layout/messages";
import { OrphanLink } from "@/components/orphans/orphan-link";
import { Pager } from "@/components/ui/pager";
import { WatchButton } from "@/components/watches/watch-button";
import { inLanguage } from "@/domain/language-choice";
import { may } from "@/domain/permissions";
import { paragraphsOf, textPageAsked } from "@/domain/text-pages";
import { isFiltered, type ThreadFilter, threadFilter } from "@/domain/thread-filter";
import type { Locale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import { listAnnotationChoices } from "@/server/annotation-choices";
import type { MemberActor } from "@/server/auth/actor";
import { requireActor } from "@/server/auth/session";
import { type DocumentText, getDocument } from "@/server/documents";
import { countOrphans } from "@/server/orphans";
import { countThreads, listThreadPages, listThreads } from "@/server/threads";
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
  const asked = await searchParams;
  const document = await orRefused(getDocument(actor, slug, { page: textPageAsked.parse(asked).page ?? 1 }));
  const shown = inLanguage(
    document.versions.filter(({ hasText }) => hasText),
    locale,
  );
  if (!shown) notFound();
  const { page, pages } = document;
  const filter = threadFilter.parse(asked);
  const [t, texts, threads, counts, choices, orphans, watching, exchange] = await Promise.all([
    getTranslations("annotations"),
    getTranslations("documents"),
    listThreads(actor, document.id, { filter, ...(pages > 1 && { page }) }),
    threadCounts(actor, document, filter),
    listAnnotationChoices(actor, document.id),
    countOrphans(actor, document.id),
    isWatching(actor, { what: "document", id: document.id }),
    getTranslations("exchange"),
  ]);
  const mayCorrect = may(actor, "passage:correct");
  const pager = { page, pages, hrefOf: (number?: number) => textPageHref(slug, number, filter) };
  return (
    <Messages namespaces={["forms", "refusals", "annotations", "watches"]}>
      <AnnotationDesk
        threads={threads}
        choices={choices}
        mayAnnotate={may(actor, "annotation:add")}
        memberId={actor.memberId}
        range={paragraphsOf(page)}
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
            {counts.total > 0 && (
              <ThreadFilterForm slug={slug} filter={filter} page={page} counts={counts} choices={choices} />
            )}
            <OrphanLink slug={slug} {...orphans} />
            {page > 1 && <Pager label={texts("pagesAbove")} {...pager} />}
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
            <Pager label={texts("pages")} {...pager} />
            <AboutText document={document} shown={shown} />
          </article>
        </div>
      </AnnotationDesk>
    </Messages>
  );
}

/** How many threads there are in all, and what a filter leaves of them on which pages. */
async function threadCounts(actor: MemberActor, { id, pages }: DocumentText, filter: ThreadFilter) {
  const [total, found, onPages] = await Promise.all([
    countThreads(actor, id),
    isFiltered(filter) ? countThreads(actor, id, filter) : null,
    isFiltered(filter) && pages > 1 ? listThreadPages(actor, id, filter) : [],
  ]);
  return { total, found: found ?? total, onPages };
}
