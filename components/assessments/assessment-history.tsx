// Every assessment ever recorded, newest first: the timeline in words.
import { useTranslations } from "next-intl";
import { StatusLabel } from "@/components/commitments/status-label";
import { Badge } from "@/components/ui/badge";
import { CalendarDate, UserText } from "@/components/ui/bidi";
import { beginningAndRest, Fold } from "@/components/ui/fold";
import type { AssessmentView } from "@/server/assessments";
import { RecordedBy } from "./recorded-by";
import { RestsOn } from "./rests-on";

const shown = 5;

export function AssessmentHistory({ assessments }: { assessments: readonly AssessmentView[] }) {
  const t = useTranslations("assessments");
  const [latest, earlier] = beginningAndRest(assessments, shown);
  return (
    <section aria-labelledby="all-assessments">
      <h3 id="all-assessments" className="mb-1 font-semibold">
        {t("all")}
      </h3>
      <AssessmentList listed={latest} all={assessments} />
      {earlier.length > 0 && (
        <Fold label={t("earlier", { count: earlier.length })}>
          <AssessmentList listed={earlier} all={assessments} />
        </Fold>
      )}
    </section>
  );
}

type AssessmentListProps = { listed: readonly AssessmentView[]; all: readonly AssessmentView[] };

export function AssessmentList({ listed, all }: AssessmentListProps) {
  const t = useTranslations("assessments");
  const scales = useTranslations("scales");
  return (
    <ol className="divide-y divide-rule border-rule border-y">
      {listed.map((assessment) => (
        <li key={assessment.id} id={`assessment-${assessment.id}`} className="grid gap-1 py-3 target:bg-accent-soft">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StatusLabel
              status={assessment.completion}
              counterAction={assessment.counterAction}
              className="font-semibold"
            />
            <span>{t.rich("asOf", { date: () => <CalendarDate value={assessment.asOf} /> })}</span>
            {assessment === all[0] && <Badge tone="accent">{t("inForce")}</Badge>}
            {isBackdated(assessment, all) && <Badge>{t("backdated")}</Badge>}
          </p>
          <p className="flex flex-wrap gap-x-4 text-muted text-sm">
            <span>{t.rich("confidenceLine", { value: () => scales(`confidence.${assessment.confidence}`) })}</span>
            <RecordedBy assessment={assessment} />
          </p>
          {assessment !== all[0] && (
            <>
              <UserText className="max-w-reading">{assessment.rationale}</UserText>
              <RestsOn evidence={assessment.restsOn} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Whether a judgement of a later day was already there when this one was written down. */
function isBackdated(one: AssessmentView, all: readonly AssessmentView[]): boolean {
  return all.some((other) => other.asOf > one.asOf && other.recordedAt < one.recordedAt);
}
