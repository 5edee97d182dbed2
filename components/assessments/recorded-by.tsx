// Who recorded an assessment and when, who approved it, and under which version of the codebook.
import { useTranslations } from "next-intl";
import { MadeUnder } from "@/components/codebooks/made-under";
import { Instant, Isolate } from "@/components/ui/bidi";
import type { AssessmentView } from "@/server/assessments";

export function RecordedBy({ assessment }: { assessment: AssessmentView }) {
  const t = useTranslations("assessments");
  const { recordedBy, recordedAt, review, reviewedBy } = assessment;
  const approver = review === "APPROVED" ? reviewedBy : null;
  const date = () => <Instant value={recordedAt} />;
  return (
    <>
      <span>
        {recordedBy
          ? t.rich("byLine", { person: () => <Isolate className="text-text">{recordedBy.name}</Isolate>, date })
          : t.rich("byUnknown", { date })}
        {approver && (
          <> · {t.rich("approvedBy", { person: () => <Isolate className="text-text">{approver.name}</Isolate> })}</>
        )}
      </span>
      <MadeUnder version={assessment.codebookVersion} />
    </>
  );
}
