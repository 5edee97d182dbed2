// What the parties did for a commitment, with the form that adds more.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { newContributionDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { ItemList } from "@/components/commitments/item-list";
import { Num } from "@/components/ui/bidi";
import { EmptyState } from "@/components/ui/empty-state";
import { beginningAndRest } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import { Link } from "@/i18n/navigation";
import type { ContributionView } from "@/server/contributions";
import { AddContributionForm, type ContributionFieldsProps } from "./contribution-form";
import { ContributionItem } from "./contribution-item";

export interface ContributionSectionProps extends ContributionFieldsProps {
  commitmentId: string;
  contributions: readonly ContributionView[];
  mayAdd: boolean;
}

const shown = 10;

export function ContributionSection({
  commitmentId,
  contributions,
  mayAdd,
  parties,
  evidence,
  locale,
}: ContributionSectionProps) {
  // The forms run in the browser, and need no more of the evidence than this.
  const choices = evidence.map(({ citationId, title, grade, stance }) => ({ citationId, title, grade, stance }));
  const fields = { parties, locale, evidence: choices };
  const t = useTranslations("contributions");
  const titles = useTranslations("commitments.sections");
  const item = (each: ContributionView) => ({
    id: each.id,
    node: <ContributionItem contribution={each} {...fields} />,
  });
  const [first, rest] = beginningAndRest(contributions, shown);
  const manage = (words: ReactNode) => (
    <Link href="/parties/manage" className="link">
      {words}
    </Link>
  );
  // Somebody must be on the list before anything can be said of them.
  const canAdd = mayAdd && fields.parties.length > 0;
  return (
    <FormPlace draft={newContributionDraft(commitmentId)} mayOpen={canAdd}>
      <Section
        id="contributions"
        title={titles("contributions")}
        count={contributions.length > 0 ? <Num value={contributions.length} /> : undefined}
        actions={canAdd && <OpenFormButton icon={<Plus aria-hidden="true" />}>{t("add")}</OpenFormButton>}
      >
        <OpenedForm label={t("form")}>
          <AddContributionForm commitmentId={commitmentId} {...fields} />
        </OpenedForm>
        <ItemList
          beginning={first.map(item)}
          rest={rest.map(item)}
          more={t("more", { count: rest.length })}
          empty={
            <EmptyState title={t("emptyTitle")}>
              {!mayAdd ? t("emptyReader") : canAdd ? t("emptyText") : t.rich("noParties", { link: manage })}
            </EmptyState>
          }
        />
      </Section>
    </FormPlace>
  );
}
