// Where the commitment stands: the assessment in force, its course over time, and all that were recorded.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { assessmentDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { JudgementDefinitions } from "@/domain/codebook";
import type { Locale } from "@/i18n/locales";
import type { AssessmentView } from "@/server/assessments";
import type { EvidenceView } from "@/server/evidence";
import { AssessmentForm } from "./assessment-form";
import { AssessmentHistory } from "./assessment-history";
import { AssessmentTimeline } from "./assessment-timeline";
import { CurrentAssessment } from "./current-assessment";

export interface AssessmentSectionProps {
  commitmentId: string;
  /** Newest first; the first is in force. */
  assessments: readonly AssessmentView[];
  /** Since when the status in force has stood. */
  since: string | null;
  evidence: readonly EvidenceView[];
  adoptedOn: string;
  today: string;
  locale: Locale;
  mayRecord: boolean;
  definitions: JudgementDefinitions;
  /** What it is to be judged by. */
  method: ReactNode;
  /** How its provisions were judged, beside how it was judged itself. */
  provisions: ReactNode;
}

export function AssessmentSection(props: AssessmentSectionProps) {
  const { commitmentId, assessments, since, evidence, adoptedOn, today, locale, mayRecord, definitions, method } =
    props;
  const t = useTranslations("assessments");
  const titles = useTranslations("commitments.sections");
  const [current] = assessments;
  return (
    <FormPlace draft={assessmentDraft(commitmentId)} mayOpen={mayRecord}>
      <Section
        id="status"
        title={titles("status")}
        actions={
          mayRecord && (
            <OpenFormButton shortcut="s" variant="primary" icon={<Plus aria-hidden="true" />}>
              {current ? t("record") : t("recordFirst")}
            </OpenFormButton>
          )
        }
      >
        {method}
        <OpenedForm label={t("form")}>
          <AssessmentForm
            commitmentId={commitmentId}
            basedOnId={lastRecorded(assessments)?.id ?? null}
            evidence={evidence.map(({ citationId, title, grade, stance }) => ({ citationId, title, grade, stance }))}
            definitions={definitions}
            today={today}
            locale={locale}
          />
        </OpenedForm>
        {current ? (
          <div className="grid gap-8">
            <CurrentAssessment definitions={definitions} assessment={current} since={since ?? current.asOf} />
            <AssessmentTimeline assessments={assessments} evidence={evidence} from={adoptedOn} today={today} />
            {assessments.length > 1 && <AssessmentHistory assessments={assessments} />}
          </div>
        ) : (
          <EmptyState title={t("noneTitle")}>{mayRecord ? t("noneText") : t("noneReader")}</EmptyState>
        )}
        {props.provisions}
      </Section>
    </FormPlace>
  );
}

/** Not the one in force: a back-dated judgement counts as news as well. */
function lastRecorded(assessments: readonly AssessmentView[]): AssessmentView | undefined {
  return [...assessments].sort(
    (one, other) => other.recordedAt.getTime() - one.recordedAt.getTime() || (one.id < other.id ? 1 : -1),
  )[0];
}
