// One piece of evidence: the source, its grading, what it says, and the words that say it.
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { HealthMark } from "@/components/captures/health-mark";
import { evidenceDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { CalendarDate, Code, Isolate } from "@/components/ui/bidi";
import { hostOf } from "@/domain/evidence";
import { languageName } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import type { EvidenceView } from "@/server/evidence";
import { EditEvidenceForm } from "./evidence-form";
import { GradeBox } from "./grade-box";
import { QuotedPassage } from "./quoted-passage";
import { RemoveEvidence } from "./remove-evidence";
import { StanceMark } from "./stance-mark";

export interface EvidenceItemProps {
  evidence: EvidenceView;
  today: string;
  locale: Locale;
}

export function EvidenceItem({ evidence, today, locale }: EvidenceItemProps) {
  const t = useTranslations("evidence");
  const { citationId, version, title, mayEdit } = evidence;
  return (
    <li
      id={`evidence-${citationId}`}
      className="grid gap-1.5 py-4 first:pt-1 target:bg-accent-soft has-[[data-going]]:hidden"
    >
      <FormPlace draft={evidenceDraft(citationId)} mayOpen={mayEdit}>
        <SourceHead evidence={evidence} />
        <OpenedForm
          label={t("editForm")}
          className="rounded-md border border-edge bg-panel p-4 sm:p-5"
          instead={<SourceFacts evidence={evidence} locale={locale} />}
        >
          <EditEvidenceForm evidence={evidence} today={today} locale={locale} />
        </OpenedForm>
        {mayEdit && (
          <RemoveEvidence
            {...{ citationId, version, title }}
            edit={
              <OpenFormButton variant="quiet" aria-label={t("editNamed", { title })}>
                {t("edit")}
              </OpenFormButton>
            }
          />
        )}
      </FormPlace>
    </li>
  );
}

function SourceHead({ evidence }: { evidence: EvidenceView }) {
  const t = useTranslations("evidence");
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <h3 className="font-semibold">
          <a
            href={evidence.address}
            dir="auto"
            lang={evidence.language ?? undefined}
            rel="noopener noreferrer nofollow"
            className="link wrap-anywhere"
          >
            {evidence.title}
          </a>
        </h3>
        <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
          {evidence.publisher && <Isolate className="text-text">{evidence.publisher}</Isolate>}
          <span className="inline-flex items-center gap-1">
            <Code>{hostOf(evidence.address)}</Code>
            <ExternalLink role="img" aria-label={t("external")} className="flip-rtl size-[1em] text-faint" />
          </span>
        </p>
      </div>
      <GradeBox {...evidence} />
    </div>
  );
}

function SourceFacts({ evidence, locale }: { evidence: EvidenceView; locale: Locale }) {
  const t = useTranslations("evidence");
  const scales = useTranslations("scales");
  const { publishedOn, accessedOn, language, quotedPassage, citedBy } = evidence;
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-sm">
        <StanceMark stance={evidence.stance} />
        <span>{scales(`evidenceKind.${evidence.kind}`)}</span>
        {language && <span className="text-muted">{t("language", { language: languageName(language, locale) })}</span>}
        {publishedOn && (
          <span className="text-muted">
            {t.rich("published", { date: () => <CalendarDate value={publishedOn} /> })}
          </span>
        )}
        {accessedOn && (
          <span className="text-muted">{t.rich("accessed", { date: () => <CalendarDate value={accessedOn} /> })}</span>
        )}
      </p>
      {quotedPassage && <QuotedPassage {...evidence} quotedPassage={quotedPassage} />}
      <p className="flex flex-wrap items-center gap-x-4 text-faint text-sm">
        <HealthMark health={evidence.health} checkedAt={evidence.checkedAt} />
        <CopiesLink evidence={evidence} />
        <span>{t("supports", { count: evidence.supports })}</span>
        {citedBy && <span>{t.rich("citedBy", { person: () => <Isolate>{citedBy.name}</Isolate> })}</span>}
        <Link
          href={`/evidence/${evidence.evidenceId}`}
          aria-label={t("sourcePageNamed", { title: evidence.title })}
          className="link"
        >
          {t("sourcePage")}
        </Link>
      </p>
    </div>
  );
}

/** Copies are numbered without gaps, so their count is the number of the latest. */
function CopiesLink({ evidence: { evidenceId, copies, title } }: { evidence: EvidenceView }) {
  const t = useTranslations("captures");
  if (copies === 0) return null;
  return (
    <Link href={`/evidence/${evidenceId}/captures/${copies}`} title={t("openLatest", { title })} className="link">
      {t("copies", { count: copies })}
    </Link>
  );
}
