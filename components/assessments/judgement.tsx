// One judgement as it was given: value, day, confidence, reasons and evidence.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusLabel } from "@/components/commitments/status-label";
import { CalendarDate, UserText } from "@/components/ui/bidi";
import type { AssessmentView } from "@/server/assessments";
import { RestsOn } from "./rests-on";

export interface JudgementProps {
  judgement: Pick<AssessmentView, "completion" | "counterAction" | "confidence" | "rationale" | "restsOn"> & {
    asOf?: string;
  };
  /** Who gave it, and when. */
  by?: ReactNode;
  /** The address of the page on which its evidence stands, where that is another. */
  page?: string;
}

export function Judgement({ judgement, by, page }: JudgementProps) {
  const t = useTranslations("assessments");
  const scales = useTranslations("scales");
  const { completion, counterAction, confidence, rationale, asOf, restsOn } = judgement;
  return (
    <div className="grid content-start gap-1.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusLabel status={completion} counterAction={counterAction} className="font-semibold" />
        {asOf && <span>{t.rich("asOf", { date: () => <CalendarDate value={asOf} /> })}</span>}
      </p>
      <p className="flex flex-wrap gap-x-4 text-muted text-sm">
        <span>{t.rich("confidenceLine", { value: () => scales(`confidence.${confidence}`) })}</span>
        {by}
      </p>
      <UserText className="wrap-anywhere max-w-reading">{rationale}</UserText>
      <RestsOn evidence={restsOn} page={page} />
    </div>
  );
}
