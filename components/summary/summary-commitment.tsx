// One commitment of a summary in full: its text, the assessment in force, the evidence and the notes.
import { getTranslations } from "next-intl/server";
import { StatusDisc } from "@/components/commitments/status-disc";
import { UserText } from "@/components/ui/bidi";
import { dateFacts, scaleFacts } from "@/domain/report-facts";
import type { Locale } from "@/i18n/locales";
import type { Report } from "@/server/export-formats/report";
import type { ReportCommitment } from "@/server/export-formats/report-commitment";
import { SummaryEvidence } from "./summary-evidence";
import { SummaryFacts } from "./summary-facts";
import { statusOf } from "./summary-head";
import { SummaryNote } from "./summary-note";
import { SummaryContributions, SummaryProvisions } from "./summary-provisions";
import { dateTag, textTag } from "./tags";

export async function SummaryCommitment({ commitment, report }: { commitment: ReportCommitment; report: Report }) {
  const { language } = report;
  const t = await getTranslations({ locale: language, namespace: "summary" });
  const { evidence, notes, text } = commitment;
  return (
    <section className="space-y-3 border-text border-t pt-4">
      <h2 className="font-semibold text-lg">
        {t.rich("sections.commitment", { number: textTag(commitment.number), title: textTag(commitment.title) })}
      </h2>
      <p lang={text.language} dir={text.direction} className="whitespace-pre-line font-naskh text-preamble">
        {text.text}
      </p>
      {commitment.remarks.map(({ exact, body }) => (
        <p key={exact} className="text-muted text-sm">
          {t.rich("remark", {
            word: () => (
              <bdi lang={text.language} className="font-naskh">
                {exact}
              </bdi>
            ),
            body: textTag(body),
          })}
        </p>
      ))}
      <Assessment commitment={commitment} language={language} />
      {report.sections.includes("provisions") && (
        <SummaryProvisions provisions={commitment.provisions} language={language} />
      )}
      <h3 className="font-semibold">{t("sections.evidence")}</h3>
      {evidence.length === 0 ? (
        <p className="text-muted">{t("noEvidence")}</p>
      ) : (
        <ol className="space-y-2.5">
          {evidence.map((each) => (
            <SummaryEvidence key={each.position} evidence={each} language={language} />
          ))}
        </ol>
      )}
      {report.sections.includes("contributions") && (
        <SummaryContributions contributions={commitment.contributions} language={language} />
      )}
      <Course commitment={commitment} language={language} />
      {report.withNotes && (
        <>
          <h3 className="font-semibold">{t("sections.notes")}</h3>
          {notes.length === 0 ? (
            <p className="text-muted">{t("noNotes")}</p>
          ) : (
            <ul className="space-y-2.5">
              {notes.map((note) => (
                <SummaryNote key={note.id} note={note} language={language} />
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

async function Assessment({ commitment, language }: { commitment: ReportCommitment; language: Locale }) {
  const t = await getTranslations({ locale: language, namespace: "summary" });
  const { assessment, lead } = commitment;
  const dates = dateFacts(commitment);
  return (
    <div className="space-y-1.5">
      <h3 className="font-semibold">{t("sections.assessment")}</h3>
      <p className="flex items-start gap-2">
        <StatusDisc
          status={statusOf(commitment.status.code)}
          counterAction={commitment.counterAction}
          className="mt-[0.25em]"
        />
        <span className="font-semibold">
          {commitment.since
            ? t.rich("status", { status: () => commitment.statusText, date: dateTag(commitment.since) })
            : commitment.statusText}
        </span>
      </p>
      {assessment && (
        <>
          <p className="flex flex-wrap gap-x-5 text-muted text-sm">
            <span>{t.rich("confidence", { confidence: () => assessment.confidence.text })}</span>
            <span>
              {assessment.by
                ? t.rich("assessedBy", { name: textTag(assessment.by), date: dateTag(assessment.asOf) })
                : t.rich("assessedOn", { date: dateTag(assessment.asOf) })}
            </span>
            <RestsOn positions={assessment.restsOn} language={language} />
            <SummaryFacts facts={scaleFacts(commitment)} language={language} />
          </p>
          <UserText className="wrap-anywhere">{assessment.rationale}</UserText>
        </>
      )}
      {(lead || dates.length > 0) && (
        <p className="flex flex-wrap gap-x-5 text-muted text-sm">
          {lead && <span>{t.rich("lead", { name: textTag(lead) })}</span>}
          <SummaryFacts facts={dates} language={language} />
        </p>
      )}
    </div>
  );
}

async function RestsOn({ positions, language }: { positions: readonly number[]; language: Locale }) {
  const t = await getTranslations({ locale: language, namespace: "summary" });
  if (positions.length === 0) return <span>{t("restsOnNothing")}</span>;
  return <span>{t("restsOn", { count: positions.length, positions: positions.join(" · ") })}</span>;
}

/** How it got there: the assessments before the one in force. */
async function Course({ commitment, language }: { commitment: ReportCommitment; language: Locale }) {
  const t = await getTranslations({ locale: language, namespace: "summary" });
  const earlier = commitment.history.slice(1);
  if (earlier.length === 0) return null;
  return (
    <>
      <h3 className="font-semibold">{t("sections.history")}</h3>
      <ul className="space-y-1.5 text-sm">
        {earlier.map((each) => (
          <li key={each.recordedAt.iso} className="flex items-start gap-2">
            <StatusDisc
              status={statusOf(each.status.code)}
              counterAction={each.counterAction}
              className="mt-[0.2em] shrink-0"
            />
            <span>{t.rich("earlier", { status: () => each.statusText, date: dateTag(each.asOf) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
