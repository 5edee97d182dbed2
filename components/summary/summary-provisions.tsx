// The provisions of a commitment in a summary, each with its own judgement, and what parties did for the commitment.
import { getTranslations } from "next-intl/server";
import { StatusDisc } from "@/components/commitments/status-disc";
import { UserText } from "@/components/ui/bidi";
import { IsolatedRuns } from "@/components/ui/isolated-runs";
import { Markdown } from "@/components/ui/markdown";
import { contributionFacts, judgedFacts, provisionFacts } from "@/domain/report-facts";
import type { Locale } from "@/i18n/locales";
import type { ReportContribution, ReportProvision } from "@/server/export-formats/report-commitment";
import { SummaryFacts } from "./summary-facts";
import { statusOf } from "./summary-head";

const factsClass = "flex flex-wrap gap-x-4 text-muted text-sm";

type ProvisionsProps = { provisions: readonly ReportProvision[]; language: Locale };

export async function SummaryProvisions({ provisions, language }: ProvisionsProps) {
  const t = await getTranslations({ locale: language, namespace: "summary" });
  if (provisions.length === 0) return null;
  return (
    <>
      <h3 className="font-semibold">{t("sections.provisions")}</h3>
      <ol className="space-y-2.5">
        {provisions.map((each) => (
          <li key={each.id} className="grid grid-cols-[2.25rem_minmax(0,1fr)]">
            <bdi className="text-muted">{each.number}</bdi>
            <div className="grid min-w-0 gap-0.5">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <bdi className="font-semibold">{each.title}</bdi>
                {each.state.code !== "DROPPED" && (
                  <span className="inline-flex items-center gap-1.5">
                    <StatusDisc status={statusOf(each.status.code)} counterAction={each.counterAction} />
                    {each.statusText}
                  </span>
                )}
              </p>
              <p className={factsClass}>
                <SummaryFacts facts={provisionFacts(each)} language={language} />
              </p>
              {each.quotes.map((quote) => (
                <blockquote key={quote} dir="auto" className="border-rule border-s-2 ps-3 font-naskh text-sm">
                  <IsolatedRuns>{quote}</IsolatedRuns>
                </blockquote>
              ))}
              {each.assessment && (
                <>
                  <p className={factsClass}>
                    <SummaryFacts facts={judgedFacts(each)} language={language} />
                  </p>
                  <UserText className="wrap-anywhere">{each.assessment.rationale}</UserText>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

type ContributionsProps = { contributions: readonly ReportContribution[]; language: Locale };

export async function SummaryContributions({ contributions, language }: ContributionsProps) {
  const t = await getTranslations({ locale: language, namespace: "summary" });
  if (contributions.length === 0) return null;
  return (
    <>
      <h3 className="font-semibold">{t("sections.contributions")}</h3>
      <ul className="space-y-2.5">
        {contributions.map((each) => (
          <li key={each.id} className="grid gap-0.5 border-rule border-s-2 ps-3">
            <p className={factsClass}>
              <bdi className="font-semibold text-text">{each.party.name}</bdi>
              <SummaryFacts facts={contributionFacts(each)} language={language} />
              <span>
                {each.restsOn.length > 0
                  ? t("restsOn", { count: each.restsOn.length, positions: each.restsOn.join(" · ") })
                  : t("restsOnNothing")}
              </span>
            </p>
            <Markdown className="wrap-anywhere">{each.body}</Markdown>
          </li>
        ))}
      </ul>
    </>
  );
}
