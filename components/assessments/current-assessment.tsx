// The assessment in force as a sentence, with its confidence, its reasons and what it rests on.
import { useTranslations } from "next-intl";
import { StatusDisc } from "@/components/commitments/status-disc";
import { Badge } from "@/components/ui/badge";
import { CalendarDate, UserText } from "@/components/ui/bidi";
import { Definition } from "@/components/ui/tooltip";
import type { JudgementDefinitions } from "@/domain/codebook";
import type { AssessmentView } from "@/server/assessments";
import { RecordedBy } from "./recorded-by";
import { RestsOn } from "./rests-on";

export interface CurrentAssessmentProps {
  assessment: AssessmentView;
  since: string;
  definitions: JudgementDefinitions;
}

export function CurrentAssessment({ assessment, since, definitions }: CurrentAssessmentProps) {
  const t = useTranslations("assessments");
  const scales = useTranslations("scales");
  const { completion, counterAction, confidence, rationale, asOf } = assessment;
  return (
    <div className="flex gap-4">
      <StatusDisc status={completion} counterAction={counterAction} size="large" className="mt-0.5" />
      <div className="grid min-w-0 flex-1 gap-3">
        <div className="grid gap-1">
          <p className="text-xl">
            {t.rich(`sentence.${completion}`, {
              status: (words) => <strong className="font-semibold">{words}</strong>,
              date: () => <CalendarDate value={since} />,
            })}
          </p>
          {counterAction && (
            <p>
              <Badge tone="danger">{scales("counterAction")}</Badge>
            </p>
          )}
          <p className="flex flex-wrap items-center gap-x-4 text-muted text-sm">
            {asOf !== since && <span>{t.rich("asOfLine", { date: () => <CalendarDate value={asOf} /> })}</span>}
            <Definition definition={definitions.confidence[confidence]}>
              <span>
                {t.rich("confidenceLine", {
                  value: () => <span className="text-text">{scales(`confidence.${confidence}`)}</span>,
                })}
              </span>
            </Definition>
            <RecordedBy assessment={assessment} />
          </p>
        </div>
        <UserText className="max-w-reading">{rationale}</UserText>
        <RestsOn evidence={assessment.restsOn} />
      </div>
    </div>
  );
}
