// How a provision was judged, by itself: what is in force, and what was recorded before.
import { useTranslations } from "next-intl";
import type { AssessmentFormProps } from "@/components/assessments/assessment-form";
import { AssessmentList } from "@/components/assessments/assessment-history";
import { CurrentAssessment } from "@/components/assessments/current-assessment";
import { Fold } from "@/components/ui/fold";
import type { AssessmentView } from "@/server/assessments";
import type { ProvisionView } from "@/server/provisions";

export interface ProvisionAssessmentsProps {
  provision: ProvisionView;
  /** Newest first; the first is in force. */
  assessments: readonly AssessmentView[];
  definitions: AssessmentFormProps["definitions"];
}

export function ProvisionAssessments({ provision, assessments, definitions }: ProvisionAssessmentsProps) {
  const t = useTranslations("provisions");
  const [current] = assessments;
  if (!current) return null;
  return (
    <Fold label={t("assessments", { count: assessments.length })}>
      <div className="grid gap-4 py-2">
        <CurrentAssessment
          definitions={definitions}
          assessment={current}
          since={provision.statusSince ?? current.asOf}
        />
        {assessments.length > 1 && <AssessmentList listed={assessments} all={assessments} />}
      </div>
    </Fold>
  );
}
