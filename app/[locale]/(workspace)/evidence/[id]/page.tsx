// A source's own page: what it is, how far it can be relied on, what it is cited for, and what became of it.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache, Suspense } from "react";
import { CaptureSection } from "@/components/captures/capture-section";
import { History } from "@/components/events/history";
import { GradeBox } from "@/components/evidence/grade-box";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { SourceCitations } from "@/components/sources/source-citations";
import { SourceFacts } from "@/components/sources/source-facts";
import { SourceGrading } from "@/components/sources/source-grading";
import { SourceTags } from "@/components/sources/source-tags";
import { Code, Isolate } from "@/components/ui/bidi";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Section } from "@/components/ui/section";
import { Loading, SkeletonLines } from "@/components/ui/skeleton";
import { hostOf } from "@/domain/evidence";
import { isLocale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import { type ActivityFilters, activityFilters, listActivity } from "@/server/activity";
import type { MemberActor } from "@/server/auth/actor";
import { requireActor } from "@/server/auth/session";
import { today } from "@/server/calendar-dates";
import { listCaptures } from "@/server/captures";
import { getSource } from "@/server/evidence-sources";
import { listTags } from "@/server/tags";
import { orRefused } from "../../refused";

type Props = PageProps<"/[locale]/evidence/[id]">;

/** Once a request, for the title and for the page. */
const readSource = cache((actor: MemberActor, id: string) => orRefused(getSource(actor, id)));

async function open({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireActor(locale);
  return { locale, actor, source: await readSource(actor, id) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, source } = await open(props);
  const t = await getTranslations({ locale, namespace: "sources" });
  return { title: t("pageTitle", { title: source.title }) };
}

export default async function SourcePage(props: Props) {
  const { locale, actor, source } = await open(props);
  const [filters, tags, t, library, scales, copies] = await Promise.all([
    props.searchParams.then((asked) => activityFilters.parse(asked)),
    listTags(actor),
    getTranslations("sources"),
    getTranslations("library"),
    getTranslations("scales"),
    listCaptures(actor, source.evidenceId),
  ]);
  const { evidenceId, title, language, publisher, address, kind } = source;
  const day = today();
  return (
    <Messages namespaces={["evidence", "sources", "scales", "captures", "exports", "forms", "refusals"]}>
      <Page
        above={
          <Breadcrumbs
            label={t("crumbs")}
            crumbs={[{ label: library("title"), href: "/evidence" }, { label: t("crumb") }]}
          />
        }
        title={
          <span dir="auto" lang={language ?? undefined} className="block wrap-anywhere">
            {title}
          </span>
        }
        lead={
          <span className="flex flex-wrap items-center gap-x-4 text-sm">
            <GradeBox {...source} />
            {publisher && <Isolate className="text-text">{publisher}</Isolate>}
            <Code>{hostOf(address)}</Code>
            <span>{scales(`evidenceKind.${kind}`)}</span>
          </span>
        }
      >
        <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <div className="grid min-w-0 content-start gap-10">
            <SourceFacts source={source} today={day} locale={locale} />
            <SourceCitations source={source} locale={locale} />
            <CaptureSection {...copies} />
          </div>
          <div className="grid min-w-0 content-start gap-10">
            <SourceTags source={source} tags={tags.map(({ id, name, color }) => ({ id, name, color }))} />
            <SourceGrading source={source} />
            <Section id="history" title={t("history")}>
              <Suspense
                fallback={
                  <Loading
                    otherwise={
                      <Link href={{ pathname: "/activity", query: { evidenceId } }} className="link">
                        {t("historyElsewhere")}
                      </Link>
                    }
                  >
                    <SkeletonLines lines={5} />
                  </Loading>
                }
              >
                <SourceHistory actor={actor} evidenceId={evidenceId} filters={filters} />
              </Suspense>
            </Section>
          </div>
        </div>
      </Page>
    </Messages>
  );
}

type HistoryProps = { actor: MemberActor; evidenceId: string; filters: ActivityFilters };

async function SourceHistory({ actor, evidenceId, filters: { before } }: HistoryProps) {
  const { lines, next } = await listActivity(actor, { before, evidenceId } as ActivityFilters, 10);
  return <History path={`/evidence/${evidenceId}`} lines={lines} next={next} filters={{ before }} />;
}
