// One provision: its number and title, its words in the text, how it was judged, and what may be done with it.
import { useLocale, useTranslations } from "next-intl";
import { AssessmentForm } from "@/components/assessments/assessment-form";
import { buttonOf } from "@/components/assessments/assessment-section";
import { assessmentDraft, dropDraft, provisionDraft, requestDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { StatusLabel } from "@/components/commitments/status-label";
import { RequestForm } from "@/components/double-codings/request-form";
import { Badge } from "@/components/ui/badge";
import { Code, Isolate, UserText } from "@/components/ui/bidi";
import { Definition } from "@/components/ui/tooltip";
import { tagWords } from "@/domain/tag-terms";
import type { DoubleCodingView } from "@/server/double-codings";
import type { ProvisionJudgements } from "@/server/provision-assessments";
import type { ProvisionView } from "@/server/provisions";
import { LookedItem } from "./looked-item";
import { ProvisionAssessments } from "./provision-assessments";
import { AcceptButton, DropForm, RestoreButton } from "./provision-decisions";
import { ProvisionFacts } from "./provision-facts";
import { EditProvisionForm, type ProvisionFormSetting, WordsOpener } from "./provision-form";
import { type ProvisionJudging, ProvisionReview, type ProvisionReviewProps } from "./provision-review";

export interface ProvisionItemProps extends ProvisionFormSetting {
  provision: ProvisionView;
  /** Nothing where nobody has judged it. */
  judged?: ProvisionJudgements;
  doubleCodings: readonly DoubleCodingView[];
  judging: ProvisionJudging;
  rights: {
    mayPropose: boolean;
    mayDecide: boolean;
    mayAssess: boolean;
    mayRequestDoubleCoding: boolean;
    mayReview: ProvisionReviewProps["mayReview"];
  };
}

const form = "order-last basis-full rounded-md border border-edge bg-panel p-4 sm:p-5";

const unjudged: ProvisionJudgements = { assessments: [], latestId: null, waiting: [], draft: null, returned: null };

export function ProvisionItem({
  provision,
  judged = unjudged,
  doubleCodings,
  judging,
  rights,
  ...setting
}: ProvisionItemProps) {
  const t = useTranslations("provisions");
  const judgements = useTranslations("assessments");
  const { id, number, spans, state, status, counterAction } = provision;
  const { mayPropose, mayDecide, mayAssess } = rights;
  const { definitions, evidence, requiresReview } = judging;
  const isRequestable = rights.mayRequestDoubleCoding && !doubleCodings.some((each) => each.state === "OPEN");
  return (
    <LookedItem
      id={`provision-${id}`}
      stretches={spans.filter(({ isLost }) => !isLost)}
      className="grid scroll-mt-20 gap-2 py-4 first:pt-1 target:bg-accent-soft"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Title provision={provision} />
        <State provision={provision} />
        <StatusLabel status={status} counterAction={counterAction} className="ms-auto text-sm" />
      </div>
      <ProvisionFacts provision={provision} today={setting.today} />
      <ProvisionAssessments {...{ provision, definitions }} assessments={judged.assessments} />
      <ProvisionReview {...{ judged, doubleCodings, judging }} mayReview={rights.mayReview} locale={setting.locale} />
      <div className="flex flex-wrap gap-1 empty:hidden print:hidden">
        {mayDecide && state === "PROPOSED" && <AcceptButton provision={provision} />}
        {mayAssess && (
          <FormPlace draft={assessmentDraft(id)} mayOpen={mayAssess}>
            <OpenFormButton variant="quiet" aria-label={t("assessNamed", { number })}>
              {judged.draft || judged.returned ? judgements(buttonOf(judged, true)) : t("assess")}
            </OpenFormButton>
            <OpenedForm label={t("assessForm", { number })} className={form}>
              <AssessmentForm
                commitmentId={setting.commitmentId}
                provisionId={id}
                desk={{ ...judged, requiresReview }}
                today={setting.today}
                evidence={evidence}
                definitions={definitions}
                locale={setting.locale}
              />
            </OpenedForm>
          </FormPlace>
        )}
        {isRequestable && (
          <FormPlace draft={requestDraft(id)} mayOpen={isRequestable}>
            <OpenFormButton variant="quiet" aria-label={t("doubleCodeNamed", { number })}>
              {t("doubleCode")}
            </OpenFormButton>
            <OpenedForm label={t("doubleCodeForm", { number })} className={form}>
              <RequestForm
                commitmentId={setting.commitmentId}
                provisionId={id}
                coders={judging.coders}
                today={setting.today}
              />
            </OpenedForm>
          </FormPlace>
        )}
        {mayPropose && (
          <FormPlace draft={provisionDraft(id)} mayOpen={mayPropose}>
            <WordsOpener provisionId={id} />
            <OpenFormButton variant="quiet" aria-label={t("editNamed", { number })}>
              {t("edit")}
            </OpenFormButton>
            <OpenedForm label={t("editForm", { number })} className={form}>
              <EditProvisionForm provision={provision} {...setting} />
            </OpenedForm>
          </FormPlace>
        )}
        {mayDecide && (
          <FormPlace draft={dropDraft(id)} mayOpen={mayDecide}>
            <OpenFormButton variant="quiet" aria-label={t("dropNamed", { number })}>
              {t("drop")}
            </OpenFormButton>
            <OpenedForm label={t("dropForm", { number })} className={form}>
              <DropForm provision={provision} />
            </OpenedForm>
          </FormPlace>
        )}
      </div>
    </LookedItem>
  );
}

/** One that was dropped, with the reason. */
export function DroppedProvision({ provision, mayDecide }: { provision: ProvisionView; mayDecide: boolean }) {
  const t = useTranslations("provisions");
  const { id, spans, dropReason } = provision;
  return (
    <LookedItem
      id={`provision-${id}`}
      stretches={spans.filter(({ isLost }) => !isLost)}
      className="grid scroll-mt-20 gap-1 py-3 text-muted target:bg-accent-soft"
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <Title provision={provision} />
      </div>
      <div className="text-sm">
        <span className="font-semibold">{t("reason")}</span>
        <UserText className="max-w-reading">{dropReason}</UserText>
      </div>
      {mayDecide && <RestoreButton provision={provision} />}
    </LookedItem>
  );
}

function Title({ provision: { number, title } }: { provision: ProvisionView }) {
  const locale = useLocale();
  return (
    <h3 className="flex min-w-0 gap-2 font-semibold">
      <Code className="shrink-0 text-accent">{number}</Code>
      <bdi>{tagWords(title, locale)}</bdi>
    </h3>
  );
}

/** An editorial reading is labelled so until the team has made it its own. */
function State({ provision: { state, proposedBy } }: { provision: ProvisionView }) {
  const t = useTranslations("provisions");
  const scales = useTranslations("scales");
  if (state !== "PROPOSED") return <Badge tone="success">{scales(`provisionState.${state}`)}</Badge>;
  return proposedBy ? (
    <Badge>{t.rich("proposedBy", { person: () => <Isolate>{proposedBy.name}</Isolate> })}</Badge>
  ) : (
    <Definition definition={t("editorialDefinition")}>
      <Badge>{t("editorial")}</Badge>
    </Definition>
  );
}
