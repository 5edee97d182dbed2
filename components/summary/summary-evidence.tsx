// One piece of evidence in a summary: what it is, how good, what it shows, and where it stands.
import { getTranslations } from "next-intl/server";
import { Box } from "@/components/ui/badge";
import { Code } from "@/components/ui/bidi";
import { IsolatedRuns } from "@/components/ui/isolated-runs";
import { copyFacts, sourceFacts } from "@/domain/report-facts";
import type { Locale } from "@/i18n/locales";
import type { ReportEvidence } from "@/server/export-formats/report-commitment";
import { SummaryFacts } from "./summary-facts";
import { dateTag } from "./tags";

export async function SummaryEvidence({ evidence, language }: { evidence: ReportEvidence; language: Locale }) {
  const t = await getTranslations({ locale: language, namespace: "summary" });
  const { publisher, publishedOn, accessedOn, quotedPassage, grade } = evidence;
  const kept = copyFacts(evidence);
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
      <span className="text-muted">
        <bdi>{evidence.position}</bdi>
      </span>
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-3">
          <bdi className="font-semibold">{evidence.title}</bdi>
          {grade && <Box>{grade}</Box>}
        </p>
        <p className="flex flex-wrap gap-x-4 text-muted text-sm">
          <span>{evidence.stance.text}</span>
          <span>{evidence.kind.text}</span>
          {publisher && <bdi>{publisher}</bdi>}
          {evidence.language && <span>{evidence.language.text}</span>}
          {publishedOn && <span>{t.rich("published", { date: dateTag(publishedOn) })}</span>}
          {accessedOn && <span>{t.rich("accessed", { date: dateTag(accessedOn) })}</span>}
          <SummaryFacts facts={sourceFacts(evidence)} language={language} />
        </p>
        <p className="text-sm">
          <a href={evidence.address} rel="noopener noreferrer nofollow" className="link">
            <Code className="wrap-anywhere">{evidence.address}</Code>
          </a>
        </p>
        {quotedPassage && (
          <blockquote dir="auto" className="whitespace-pre-line border-rule border-s-2 ps-3 text-sm">
            <IsolatedRuns>{quotedPassage}</IsolatedRuns>
          </blockquote>
        )}
        {kept.length > 0 && (
          <p className="flex flex-wrap gap-x-4 text-muted text-sm">
            <SummaryFacts facts={kept} language={language} />
          </p>
        )}
      </div>
    </li>
  );
}
