// The first page of a summary: what it is about, where everything stands, and how it was judged.
import { getTranslations } from "next-intl/server";
import { StatusDisc } from "@/components/commitments/status-disc";
import type { Report } from "@/server/export-formats/report";
import { dateTag, textTag } from "./tags";

export interface SummaryHeadProps {
  report: Report;
  /** The title is the page's own where nothing else stands on the page. */
  heading: "h1" | "h2";
}

export async function SummaryHead({ report, heading: Heading }: SummaryHeadProps) {
  const t = await getTranslations({ locale: report.language, namespace: "summary" });
  const { document } = report;
  return (
    <header className="masthead-rule grid gap-1 pb-4">
      <p className="text-muted">{report.title}</p>
      <Heading
        lang={document.title.language}
        dir={document.title.direction}
        className="font-bold font-naskh text-masthead max-sm:text-2xl print:text-masthead"
      >
        {document.title.text}
      </Heading>
      <p className="text-muted">
        {t.rich("issueLine", {
          issuer: textTag(document.issuer),
          place: textTag(document.place),
          date: dateTag(document.adoptedOn),
        })}
      </p>
      <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
        <span className="font-semibold">{t.rich("asOf", { date: dateTag(report.asOf) })}</span>
        {report.unreviewed === "with" && <span className="text-muted">{t("unreviewed")}</span>}
        <span className="text-muted">{t.rich("team", { name: textTag(report.team) })}</span>
        <span className="text-muted">
          {report.release
            ? t.rich("released", {
                number: textTag(report.release.number),
                date: dateTag(report.release.publishedAt),
                version: textTag(report.codebookVersion),
              })
            : t.rich("madeAt", { date: dateTag(report.madeAt) })}
        </span>
      </p>
    </header>
  );
}

/** More than these are no picture any more; the counts stand for them. */
const mostCells = 48;

/** One cell a commitment, drawn in lines and discs alone, so that a grey print without backgrounds says the same. */
export async function SummaryPicture({ report }: { report: Report }) {
  const t = await getTranslations({ locale: report.language, namespace: "summary" });
  return (
    <figure className="grid gap-3">
      <figcaption className="font-semibold text-lg">{report.assessed}</figcaption>
      {report.commitments.length <= mostCells && (
        <ol className="grid grid-cols-4 gap-1.5 sm:grid-cols-8 print:grid-cols-8">
          {report.commitments.map((each) => (
            <li
              key={each.number}
              className="grid content-between gap-2 rounded-md border border-edge p-2 text-xs leading-tight"
            >
              <span className="flex items-start justify-between gap-1">
                <bdi className="font-naskh text-xl leading-none">{each.number}</bdi>
                <StatusDisc status={statusOf(each.status.code)} counterAction={each.counterAction} size="medium" />
              </span>
              <span>{each.status.text}</span>
            </li>
          ))}
        </ol>
      )}
      <ul aria-label={t("counts")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {report.counts.map(({ code, text, count }) => (
          <li key={code} className="flex items-center gap-1.5">
            <StatusDisc status={statusOf(code)} />
            {text} <bdi className="font-semibold">{count}</bdi>
          </li>
        ))}
      </ul>
    </figure>
  );
}

export async function SummaryMethod({ report }: { report: Report }) {
  const t = await getTranslations({ locale: report.language, namespace: "summary" });
  return (
    <section className="space-y-1.5 text-muted text-sm">
      <h2 className="font-semibold text-base text-text">{t("method.title")}</h2>
      {report.method.map((part) => (
        <p key={part}>{part}</p>
      ))}
    </section>
  );
}

type Code = Report["counts"][number]["code"];
export const statusOf = (code: Code) => (code === "NOT_ASSESSED" ? null : code);
