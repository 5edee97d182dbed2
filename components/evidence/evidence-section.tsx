// The evidence of a commitment, with the form that attaches more.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { newEvidenceDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { ItemList } from "@/components/commitments/item-list";
import { Num } from "@/components/ui/bidi";
import { EmptyState } from "@/components/ui/empty-state";
import { beginningAndRest } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/i18n/locales";
import type { EvidenceView } from "@/server/evidence";
import { AttachEvidenceForm } from "./evidence-form";
import { EvidenceItem } from "./evidence-item";

export interface EvidenceSectionProps {
  commitmentId: string;
  evidence: readonly EvidenceView[];
  mayAttach: boolean;
  today: string;
  locale: Locale;
}

const shown = 10;

export function EvidenceSection({ commitmentId, evidence, mayAttach, today, locale }: EvidenceSectionProps) {
  const t = useTranslations("evidence");
  const titles = useTranslations("commitments.sections");
  const item = (each: EvidenceView) => ({
    id: each.citationId,
    node: <EvidenceItem evidence={each} today={today} locale={locale} />,
  });
  const [first, rest] = beginningAndRest(evidence, shown);
  return (
    <FormPlace draft={newEvidenceDraft(commitmentId)} mayOpen={mayAttach}>
      <Section
        id="evidence"
        title={titles("evidence")}
        count={evidence.length > 0 ? <Num value={evidence.length} /> : undefined}
        actions={
          mayAttach && (
            <OpenFormButton shortcut="v" icon={<Plus aria-hidden="true" />}>
              {t("attach")}
            </OpenFormButton>
          )
        }
      >
        <OpenedForm label={t("form")}>
          <AttachEvidenceForm commitmentId={commitmentId} today={today} locale={locale} />
        </OpenedForm>
        <ItemList
          beginning={first.map(item)}
          rest={rest.map(item)}
          more={t("more", { count: rest.length })}
          empty={<EmptyState title={t("emptyTitle")}>{mayAttach ? t("emptyText") : t("emptyReader")}</EmptyState>}
        />
      </Section>
    </FormPlace>
  );
}
