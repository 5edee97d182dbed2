// Reports: choose what goes into a summary, read it here, take it as a file, publish it.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { PublishRelease } from "@/components/releases/publish-release";
import { valuesOf } from "@/components/reports/addresses";
import { ReportFiles } from "@/components/reports/report-files";
import { ReportForm } from "@/components/reports/report-form";
import { SummaryDocument } from "@/components/summary/summary-document";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Loading, SkeletonLines } from "@/components/ui/skeleton";
import { inLanguage } from "@/domain/language-choice";
import { may } from "@/domain/permissions";
import { type ReportChoices, reportChoices } from "@/domain/report";
import { isLocale, type Locale } from "@/i18n/locales";
import type { MemberActor } from "@/server/auth/actor";
import { requireActor } from "@/server/auth/session";
import { today } from "@/server/calendar-dates";
import { listNumbers } from "@/server/commitments";
import { listDocuments } from "@/server/documents";
import { getReport } from "@/server/export-formats/report";
import { isLarge, listExports } from "@/server/exports";
import { orRefused } from "../refused";

type Props = PageProps<"/[locale]/reports">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await requireActor(locale);
  const [asked, documents, t] = await Promise.all([
    searchParams,
    orRefused(listDocuments(actor)),
    getTranslations("reports"),
  ]);
  const document = documents.find(({ slug }) => slug === asked.document) ?? documents[0];
  if (!document) notFound();
  const { slug } = document;
  const [commitments, large, exports] = await Promise.all([
    orRefused(listNumbers(actor, slug)),
    isLarge(actor, slug),
    listExports(actor, slug),
  ]);
  const { choices, errors } = await readChoices(asked, commitments);
  const language = isLocale(asked.language) ? asked.language : locale;
  const address = { slug, language, choices };
  return (
    <Messages namespaces={["forms", "refusals", "reports", "exports", "releases"]}>
      <Page
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <LinkButton href={{ pathname: "/releases", query: { document: slug } }}>{t("releases")}</LinkButton>
            {may(actor, "release:publish") && <PublishRelease values={{ documentSlug: slug, ...valuesOf(address) }} />}
          </>
        }
      >
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(16rem,20rem)_minmax(0,1fr)] print:block">
          <div className="grid content-start gap-8 print:hidden">
            <ReportForm
              documents={documents.map(({ slug, versions }) => ({
                slug,
                title: inLanguage(versions, locale)?.title ?? slug,
              }))}
              slug={slug}
              language={language}
              choices={choices}
              today={today()}
              commitments={commitments}
              errors={errors}
            />
            <ReportFiles address={address} isLarge={large} exports={exports} />
          </div>
          <section
            aria-label={t("preview")}
            className="min-w-0 rounded-md border border-rule bg-paper p-5 sm:p-8 print:border-0 print:p-0"
          >
            <Suspense
              key={JSON.stringify(address)}
              fallback={
                <Loading otherwise={t("otherwise")}>
                  <SkeletonLines lines={12} />
                </Loading>
              }
            >
              <Preview actor={actor} slug={slug} language={language} choices={choices} />
            </Suspense>
          </section>
        </div>
      </Page>
    </Messages>
  );
}

/** A thousand of them one by one would be a book; the file is one. */
const mostShown = 20;

type PreviewProps = { actor: MemberActor; slug: string; language: Locale; choices: ReportChoices };

async function Preview({ actor, slug, language, choices }: PreviewProps) {
  const t = await getTranslations("reports");
  const report = await getReport(actor, { documentSlug: slug, locale: language, choices });
  const total = report.commitments.length;
  return (
    <>
      {total > mostShown && choices.sections.includes("commitments") && (
        <div className="mb-6">
          <Notice>{t("first", { count: mostShown, total })}</Notice>
        </div>
      )}
      <SummaryDocument report={report} most={mostShown} />
    </>
  );
}

/** The choices in the address; one that cannot be taken is said at its field and left at its usual value. */
async function readChoices(asked: Record<string, string | string[] | undefined>, there: readonly { number: number }[]) {
  const t = await getTranslations("refusals");
  const day = today();
  const { document, language, commitments, ...given } = asked;
  // The field for their numbers, left empty, asks for all of them.
  const parsed = reportChoices.safeParse({ ...given, commitments: commitments || undefined });
  const errors: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= t(issue.message as never);
  const choices = parsed.data ?? reportChoices.parse({});
  if (choices.asOf && choices.asOf > day) {
    errors.asOf = t("summary_in_future");
    choices.asOf = undefined;
  }
  if (choices.comparedWith && choices.comparedWith >= (choices.asOf ?? day)) {
    errors.comparedWith = t("not_earlier");
    choices.comparedWith = null;
  }
  if (choices.commitments?.some((number) => !there.some((each) => each.number === number))) {
    errors.commitments = t("no_such_commitment");
    choices.commitments = undefined;
  }
  // All of them chosen is no choice: what is added later belongs in too.
  if (choices.commitments?.length === there.length) choices.commitments = undefined;
  return { choices, errors };
}
