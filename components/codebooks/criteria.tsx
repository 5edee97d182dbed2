// The criteria of one commitment: what would count as each value, and whether that was said before the evidence.
import { useLocale, useTranslations } from "next-intl";
import { StatusDisc } from "@/components/commitments/status-disc";
import { Badge } from "@/components/ui/badge";
import { Instant, UserText } from "@/components/ui/bidi";
import { type CodebookContent, type Criteria, criteriaTiming, criteriaValues } from "@/domain/codebook";
import { inLanguage } from "@/domain/language-choice";

export function CriteriaTexts({ content, criteria }: { content: CodebookContent; criteria: Criteria }) {
  const t = useTranslations("codebooks.criteria");
  const locale = useLocale();
  return (
    <dl className="grid gap-2 text-sm">
      {criteriaValues.map((value) => {
        const given = Object.entries(criteria.counts[value]).map(([language, text]) => ({ language, text }));
        const words = inLanguage(given, locale);
        return (
          <div key={value} className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[minmax(8rem,1fr)_minmax(0,4fr)]">
            <dt className="flex items-start gap-2 font-semibold [&>svg]:mt-1">
              <StatusDisc status={value} />
              <span dir="auto">{content.scales.completion[value].label[locale]}</span>
            </dt>
            <dd>
              {words ? (
                <UserText lang={words.language}>{words.text}</UserText>
              ) : (
                <span className="text-faint">{t("unsaid")}</span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

export interface CriteriaTimingProps {
  criteria: Criteria | undefined;
  firstEvidenceAt: Date | null;
}

/** The sentence that says which came first, the criteria or the evidence. */
export function CriteriaTiming({ criteria, firstEvidenceAt }: CriteriaTimingProps) {
  const t = useTranslations("codebooks.criteria");
  const timing = criteriaTiming(criteria, firstEvidenceAt);
  if (!criteria || !timing) return <span className="text-faint text-sm">{t("none")}</span>;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-muted text-sm">
      {timing === "BEFORE" && <Badge tone="success">{t("before")}</Badge>}
      {timing === "AFTER" && <Badge tone="warning">{t("after")}</Badge>}
      <span>
        {t.rich(timing, {
          written: () => <Instant value={criteria.writtenAt} />,
          evidence: () => firstEvidenceAt && <Instant value={firstEvidenceAt} />,
        })}
      </span>
    </p>
  );
}
