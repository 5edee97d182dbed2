// The provisions of a commitment, in the order of the text, with the form that proposes one from words of the paragraph.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { newProvisionDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { ItemList } from "@/components/commitments/item-list";
import { Num } from "@/components/ui/bidi";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { DoubleCodingView } from "@/server/double-codings";
import type { EvidenceView } from "@/server/evidence";
import type { ProvisionJudgements } from "@/server/provision-assessments";
import type { ProvisionView } from "@/server/provisions";
import { ProposeForm, type ProvisionFormSetting, WordsOpener } from "./provision-form";
import { DroppedProvision, ProvisionItem, type ProvisionItemProps } from "./provision-item";

export interface ProvisionSectionProps extends ProvisionFormSetting {
  provisions: readonly ProvisionView[];
  /** Provision → how it was judged. */
  judged: ReadonlyMap<string, ProvisionJudgements>;
  /** Of all provisions. */
  doubleCodings: readonly DoubleCodingView[];
  evidence: readonly EvidenceView[];
  judging: Omit<ProvisionItemProps["judging"], "evidence">;
  rights: ProvisionItemProps["rights"];
}

export function ProvisionSection(props: ProvisionSectionProps) {
  const { provisions, judged, doubleCodings, evidence, judging, rights, ...setting } = props;
  const t = useTranslations("provisions");
  const titles = useTranslations("commitments.sections");
  const living = provisions.filter(({ state }) => state !== "DROPPED");
  const dropped = provisions.filter(({ state }) => state === "DROPPED");
  const choices = evidence.map(({ citationId, title, grade, stance }) => ({ citationId, title, grade, stance }));
  return (
    <FormPlace draft={newProvisionDraft(setting.commitmentId)} mayOpen={rights.mayPropose}>
      {rights.mayPropose && <WordsOpener />}
      <Section
        id="provisions"
        title={titles("provisions")}
        count={living.length > 0 ? <Num value={living.length} /> : undefined}
        actions={rights.mayPropose && <OpenFormButton icon={<Plus aria-hidden="true" />}>{t("add")}</OpenFormButton>}
      >
        <OpenedForm label={t("form")}>
          <ProposeForm {...setting} />
        </OpenedForm>
        <ItemList
          beginning={living.map((provision) => ({
            id: provision.id,
            node: (
              <ProvisionItem
                provision={provision}
                judged={judged.get(provision.id)}
                doubleCodings={doubleCodings.filter((each) => each.judged.provisionId === provision.id)}
                judging={{ ...judging, evidence: choices }}
                rights={rights}
                {...setting}
              />
            ),
          }))}
          rest={dropped.map((provision) => ({
            id: provision.id,
            node: <DroppedProvision provision={provision} mayDecide={rights.mayDecide} />,
          }))}
          more={t("dropped", { count: dropped.length })}
          empty={
            <EmptyState title={t("emptyTitle")}>{rights.mayPropose ? t("emptyText") : t("emptyReader")}</EmptyState>
          }
        />
      </Section>
    </FormPlace>
  );
}
