// What a source is cited for, with the words it is cited by, and the form that cites it for one more commitment.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { citeDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { QuotedPassage } from "@/components/evidence/quoted-passage";
import { StanceMark } from "@/components/evidence/stance-mark";
import { Isolate, Num } from "@/components/ui/bidi";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import type { SourceCitation, SourcePage } from "@/server/evidence-sources";
import { CiteForm } from "./cite-form";

export function SourceCitations({ source, locale }: { source: SourcePage; locale: Locale }) {
  const t = useTranslations("sources");
  const { citations, citable, evidenceId, mayCite } = source;
  const mayOpen = mayCite && (citable === null || citable.length > 0);
  return (
    <FormPlace draft={citeDraft(evidenceId)} mayOpen={mayOpen}>
      <Section
        id="citations"
        title={t("citations")}
        count={citations.length > 0 ? <Num value={citations.length} /> : undefined}
        actions={mayOpen && <OpenFormButton icon={<Plus aria-hidden="true" />}>{t("cite")}</OpenFormButton>}
      >
        <OpenedForm label={t("citeForm")}>
          <CiteForm evidenceId={evidenceId} commitments={citable} />
        </OpenedForm>
        {citations.length === 0 ? (
          <EmptyState title={t("uncited")} />
        ) : (
          <ul className="divide-y divide-rule">
            {citations.map((citation) => (
              <Citation key={citation.citationId} citation={citation} locale={locale} />
            ))}
          </ul>
        )}
      </Section>
    </FormPlace>
  );
}

function Citation({ citation, locale }: { citation: SourceCitation; locale: Locale }) {
  const t = useTranslations("evidence");
  const { citationId, commitment, stance, quotedPassage, citedBy, supports } = citation;
  return (
    <li className="grid gap-1.5 py-3 first:pt-0">
      <h3>
        <Link
          href={`/commitments/${commitment.id}#evidence-${citationId}`}
          className="inline-flex gap-2 py-0.5 font-semibold hover:text-accent hover:underline"
        >
          <Num value={commitment.number} />
          <Isolate>{commitment.title[locale]}</Isolate>
        </Link>
      </h3>
      <p className="text-sm">
        <StanceMark stance={stance} />
      </p>
      {quotedPassage && <QuotedPassage {...citation} quotedPassage={quotedPassage} />}
      <p className="flex flex-wrap gap-x-4 text-faint text-sm">
        <span>{t("supports", { count: supports })}</span>
        {citedBy && <span>{t.rich("citedBy", { person: () => <Isolate>{citedBy.name}</Isolate> })}</span>}
      </p>
    </li>
  );
}
