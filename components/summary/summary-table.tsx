// All commitments of a summary in one table, its head repeated on every page.
import { StatusDisc } from "@/components/commitments/status-disc";
import { classNames } from "@/components/ui/class-names";
import { countIn, countsOf } from "@/domain/report";
import type { Report } from "@/server/export-formats/report";
import type { ReportCommitment } from "@/server/export-formats/report-commitment";
import type { Head } from "@/server/export-formats/report-words";
import { statusOf } from "./summary-head";

/** What a phone has no room for; it stands in full under each commitment. Paper has. */
const roomy = new Set<Head>(["evidenceCount", "noteCount", "openFollowUps", "overdueFollowUps", "lead"]);
const narrow = "max-sm:hidden print:table-cell";

const widths: Partial<Record<Head, string>> = {
  number: "w-[5%]",
  title: "w-[31%]",
  status: "w-[18%]",
  since: "w-[13%]",
};

export function SummaryTable({ report, title }: { report: Report; title: string }) {
  const counts = countsOf(report.withNotes);
  const columns: Head[] = ["number", "title", "status", "since", ...counts, "lead"];
  return (
    <section className="min-w-0 space-y-2">
      <h2 className="font-semibold text-lg">{title}</h2>
      <table className="w-full text-sm print:text-xs">
        <thead>
          <tr className="border-text border-y">
            {columns.map((head) => (
              <th
                key={head}
                scope="col"
                className={classNames(
                  "px-1.5 py-1 text-start align-bottom font-semibold leading-snug max-sm:px-1",
                  widths[head],
                  roomy.has(head) && narrow,
                )}
              >
                {report.heads[head]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.commitments.map((each) => (
            <Row key={each.number} commitment={each} counts={counts} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ commitment, counts }: { commitment: ReportCommitment; counts: ReturnType<typeof countsOf> }) {
  const cell = "px-1.5 py-1.5 align-top max-sm:px-1";
  return (
    <tr className="border-rule border-b">
      <td className={cell}>
        <bdi>{commitment.number}</bdi>
      </td>
      <th scope="row" className="px-1.5 py-1.5 text-start align-top font-semibold">
        {commitment.title}
      </th>
      <td className={cell}>
        <span className="flex items-start gap-1.5">
          <StatusDisc
            status={statusOf(commitment.status.code)}
            counterAction={commitment.counterAction}
            className="mt-[0.2em]"
          />
          {commitment.statusText}
        </span>
        {commitment.otherScales.map(
          ({ scale, value }) =>
            value && (
              <span key={scale.code} className="block text-muted">
                {scale.text} <bdi>{value.text}</bdi>
              </span>
            ),
        )}
      </td>
      <td className={cell}>{commitment.since ? <bdi>{commitment.since.text}</bdi> : "–"}</td>
      {counts.map((count) => (
        <td key={count} className={classNames(cell, narrow)}>
          <bdi>{countIn(commitment, count)}</bdi>
        </td>
      ))}
      <td className={classNames(cell, narrow)}>{commitment.lead ? <bdi>{commitment.lead}</bdi> : "–"}</td>
    </tr>
  );
}
