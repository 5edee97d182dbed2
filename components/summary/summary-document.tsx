// A whole summary as it is read on screen and on paper, in its own language whatever the page around it speaks.
import { getTranslations } from "next-intl/server";
import type { Report } from "@/server/export-formats/report";
import { SummaryChanges } from "./summary-changes";
import { SummaryCommitment } from "./summary-commitment";
import { SummaryHead, type SummaryHeadProps, SummaryMethod, SummaryPicture } from "./summary-head";
import { SummaryTable } from "./summary-table";
import { SummaryUnknown } from "./summary-unknown";
import "./print.css";

export interface SummaryDocumentProps {
  report: Report;
  /** How many commitments are shown, beside the counts of all; all of them when left out. */
  most?: number;
  heading?: SummaryHeadProps["heading"];
}

export async function SummaryDocument({
  report,
  most = Number.POSITIVE_INFINITY,
  heading = "h2",
}: SummaryDocumentProps) {
  const t = await getTranslations({ locale: report.language, namespace: "summary" });
  const shown = report.commitments.length > most ? beginningOf(report, most) : report;
  const has = (section: Report["sections"][number]) => report.sections.includes(section);
  return (
    <article
      lang={report.language}
      dir={report.direction}
      className="summary mx-auto max-w-[52rem] space-y-8 print:max-w-none print:space-y-5"
    >
      <SummaryHead report={report} heading={heading} />
      <SummaryPicture report={report} />
      {has("changes") && <SummaryChanges report={shown} />}
      {has("table") && <SummaryTable report={shown} title={t("sections.table")} />}
      {has("unknown") && <SummaryUnknown report={shown} />}
      {has("method") && <SummaryMethod report={report} />}
      {has("commitments") &&
        report.commitments
          .slice(0, most)
          .map((commitment) => <SummaryCommitment key={commitment.number} commitment={commitment} report={report} />)}
    </article>
  );
}

/** The report of its first commitments alone; what counts all of them stays as it is. */
function beginningOf(report: Report, most: number): Report {
  const commitments = report.commitments.slice(0, most);
  const numbers = new Set(commitments.map(({ number }) => number));
  const here = <Row extends { number: number }>(rows: Row[]) => rows.filter(({ number }) => numbers.has(number));
  return { ...report, commitments, changes: here(report.changes), unknown: here(report.unknown) };
}
