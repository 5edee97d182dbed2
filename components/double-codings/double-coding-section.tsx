// Second, blind judgements of a commitment: asking for them, those that are open, and those to be settled.

import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { EvidenceChoice } from "@/components/assessments/evidence-picker";
import { requestDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { ItemList } from "@/components/commitments/item-list";
import { Section } from "@/components/ui/section";
import type { JudgementDefinitions } from "@/domain/codebook";
import type { Locale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import type { DoubleCodingView } from "@/server/double-codings";
import type { Person } from "@/server/members";
import { DoubleCodingItem } from "./double-coding-item";
import { RequestForm } from "./request-form";

export interface DoubleCodingSectionProps {
  commitmentId: string;
  doubleCodings: readonly DoubleCodingView[];
  evidence: readonly EvidenceChoice[];
  definitions: JudgementDefinitions;
  /** Those who may judge. */
  coders: readonly Person[];
  today: string;
  locale: Locale;
  mayRequest: boolean;
}

export function DoubleCodingSection(props: DoubleCodingSectionProps) {
  const { commitmentId, doubleCodings, evidence, definitions, coders, today, locale } = props;
  const t = useTranslations("doubleCodings");
  const current = doubleCodings.filter(({ state }) => state === "OPEN" || state === "REVEALED");
  const mayRequest = props.mayRequest && !current.some(({ state }) => state === "OPEN");
  if (!mayRequest && doubleCodings.length === 0) return null;
  return (
    <FormPlace draft={requestDraft(commitmentId)} mayOpen={mayRequest}>
      <Section
        id="double-coding"
        level={3}
        title={t("title")}
        className="mt-8"
        actions={mayRequest && <OpenFormButton icon={<UsersRound aria-hidden="true" />}>{t("request")}</OpenFormButton>}
      >
        <OpenedForm label={t("requestForm")}>
          <RequestForm commitmentId={commitmentId} coders={coders} today={today} />
        </OpenedForm>
        <ItemList
          beginning={current.map((doubleCoding) => ({
            id: doubleCoding.id,
            node: (
              <DoubleCodingItem
                doubleCoding={doubleCoding}
                evidence={evidence}
                definitions={definitions}
                locale={locale}
              />
            ),
          }))}
          rest={[]}
          more={null}
          empty={<p className="text-muted text-sm">{t("explanation")}</p>}
        />
        {doubleCodings.length > current.length && (
          <p className="mt-2 text-sm">
            <Link href="/reviews#double-codings" className="link">
              {t("earlier", { count: doubleCodings.length - current.length })}
            </Link>
          </p>
        )}
      </Section>
    </FormPlace>
  );
}
