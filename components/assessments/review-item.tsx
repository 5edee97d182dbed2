// An assessment that waits for an editor: what it says, approving it, and returning it with a reason.
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { Badge } from "@/components/ui/badge";
import type { AssessmentView } from "@/server/assessments";
import { Judgement } from "./judgement";
import { RecordedBy } from "./recorded-by";
import { ApproveButton, ReturnForm } from "./review-decisions";

export interface ReviewItemProps {
  assessment: AssessmentView;
  mayReview: boolean;
  /** Whether it is the reader's own, which somebody else decides on. */
  isOwn: boolean;
  /** What is judged, where the page does not say. */
  heading?: ReactNode;
  /** The address of the page on which its evidence stands, where that is another. */
  page?: string;
}

export function ReviewItem({ assessment, mayReview, isOwn, heading, page }: ReviewItemProps) {
  const t = useTranslations("assessments");
  const draft = `return-${assessment.id}`;
  return (
    <li className="grid gap-2 border-warning border-s-3 bg-warning-soft px-4 py-3">
      <FormPlace draft={draft} mayOpen={mayReview}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {heading}
          <Badge tone="warning">{t("waits")}</Badge>
        </div>
        <Judgement judgement={assessment} by={<RecordedBy assessment={assessment} />} page={page} />
        {isOwn && <p className="text-muted text-sm">{t("waitsForEditor")}</p>}
        {mayReview && (
          <div className="flex flex-wrap gap-2 print:hidden">
            <ApproveButton assessmentId={assessment.id} />
            <OpenFormButton icon={<Undo2 aria-hidden="true" className="flip-rtl" />}>{t("return")}</OpenFormButton>
          </div>
        )}
        <OpenedForm label={t("returnForm")} className="rounded-md border border-edge bg-panel p-4">
          <ReturnForm assessmentId={assessment.id} draft={draft} />
        </OpenedForm>
      </FormPlace>
    </li>
  );
}
