// Where the commitment stands: the assessment in force, what waits for review, its course over time, and all that count.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { assessmentDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { ItemList } from "@/components/commitments/item-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { JudgementDefinitions } from "@/domain/codebook";
import type { Locale } from "@/i18n/locales";
import type { ReviewDesk } from "@/server/assessment-reviews";
import type { AssessmentView } from "@/server/assessments";
import type { EvidenceView } from "@/server/evidence";
import { AssessmentForm } from "./assessment-form";
import { AssessmentHistory } from "./assessment-history";
import { AssessmentTimeline } from "./assessment-timeline";
import { CurrentAssessment } from "./current-assessment";
import { OwnWork } from "./own-work";
import { ReviewItem } from "./review-item";

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
  desk: ReviewDesk;
  /** Which of those that wait the reader may decide on. */
  reviewableIds: readonly string[];
  memberId: string;
  /** Second, blind judgements. */
  children: ReactNode;
}

export function AssessmentSection(props: AssessmentSectionProps) {
  const { commitmentId, assessments, since, evidence, adoptedOn, today, locale, mayRecord, definitions, method, desk } =
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
              {t(buttonOf(desk, current !== undefined))}
            </OpenFormButton>
          )
        }
      >
        <div className="mb-4 grid gap-2 empty:hidden">{method}</div>
        <OpenedForm label={t("form")}>
          <AssessmentForm
            commitmentId={commitmentId}
            desk={desk}
            evidence={evidence.map(({ citationId, title, grade, stance }) => ({ citationId, title, grade, stance }))}
            definitions={definitions}
            today={today}
            locale={locale}
          />
        </OpenedForm>
        <OwnWork draft={desk.draft} returned={desk.returned} />
        <div className="mb-6 empty:hidden">
          <ItemList
            beginning={desk.waiting.map((assessment) => ({
              id: assessment.id,
              node: (
                <ReviewItem
                  assessment={assessment}
                  mayReview={props.reviewableIds.includes(assessment.id)}
                  isOwn={assessment.recordedBy?.memberId === props.memberId}
                />
              ),
            }))}
            rest={[]}
            more={null}
            empty={null}
          />
        </div>
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
        {props.children}
      </Section>
    </FormPlace>
  );
}

/** What the button says that opens the form. */
export function buttonOf({ draft, returned }: Pick<ReviewDesk, "draft" | "returned">, isAssessed: boolean) {
  if (draft) return "goOn";
  if (returned) return "revise";
  return isAssessed ? "record" : "recordFirst";
}
