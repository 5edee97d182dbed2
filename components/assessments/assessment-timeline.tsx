// The course of a commitment's status: time along the line of writing, the scale upwards, evidence as ticks below.
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { StatusDisc } from "@/components/commitments/status-disc";
import { classNames } from "@/components/ui/class-names";
import { type Completion, completions } from "@/domain/scales";
import type { AssessmentView } from "@/server/assessments";
import type { EvidenceView } from "@/server/evidence";
import { placeOn, spanOf, stepsOf, yearsOf } from "./timeline-scale";

export interface AssessmentTimelineProps {
  /** Newest first. */
  assessments: readonly AssessmentView[];
  evidence: readonly EvidenceView[];
  /** The day the text was adopted: where time begins, unless a judgement is older. */
  from: string;
  today: string;
}

/** A picture for the eye; the list of assessments says the same in words. */
export function AssessmentTimeline({ assessments, evidence, from, today }: AssessmentTimelineProps) {
  const t = useTranslations("assessments");
  const scales = useTranslations("scales");
  const span = spanOf(assessments, from, today);
  const steps = stepsOf(assessments, span);
  const published = evidence.flatMap(({ citationId, publishedOn, title }) =>
    publishedOn && publishedOn >= span.from && publishedOn <= span.to
      ? [{ citationId, title, at: placeOn(span, publishedOn) }]
      : [],
  );
  return (
    <figure className="grid gap-2">
      <figcaption className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{t("timeline")}</span>
        <span className="text-faint text-sm">{t("timelineHint")}</span>
      </figcaption>
      <div aria-hidden="true" className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 pt-2 text-xs">
        <ul className="flex h-36 flex-col justify-between text-muted">
          {completions.toReversed().map((completion) => (
            <li key={completion} className="flex h-0 items-center gap-2">
              <StatusDisc status={completion} className="size-4!" />
              <span className="max-sm:hidden">{scales(`completion.${completion}`)}</span>
            </li>
          ))}
        </ul>
        <div className="relative me-2 h-36">
          {completions.map((completion) => (
            <div
              key={completion}
              className="absolute inset-x-0 border-rule/60 border-t"
              style={{ bottom: heightOf(completion) }}
            />
          ))}
          {yearsOf(span).map(({ year, at }) => (
            <div key={year} className="absolute inset-y-0 border-rule/60 border-s" style={{ insetInlineStart: at }} />
          ))}
          {steps.map(({ id, completion, at, length, before }) => (
            <div key={id}>
              {before && <div className="absolute border-accent border-s-2" style={riser(before, completion, at)} />}
              <div
                className={classNames(
                  "absolute border-accent border-t-2",
                  completion === "NO_EVIDENCE" && "border-dashed",
                )}
                style={{ insetInlineStart: at, inlineSize: length, bottom: heightOf(completion) }}
              />
            </div>
          ))}
          {steps.map(({ id, completion, counterAction, at }) => (
            <span
              key={id}
              className="absolute -ms-2.5 -mb-2.5 grid size-5 place-items-center rounded-full bg-paper"
              style={{ insetInlineStart: at, bottom: heightOf(completion) }}
            >
              <StatusDisc status={completion} counterAction={counterAction} className="size-5!" />
            </span>
          ))}
        </div>
        {published.length > 0 && (
          <>
            <span className="mt-3 text-muted max-sm:sr-only">{t("evidenceTicks")}</span>
            <div className="relative col-start-2 me-2 mt-3 h-4">
              {published.map(({ citationId, title, at }) => (
                <span
                  key={citationId}
                  title={title}
                  className="absolute -ms-px h-4 w-0.5 bg-text forced-colors:bg-[CanvasText]"
                  style={{ insetInlineStart: at }}
                />
              ))}
            </div>
          </>
        )}
        <div className="relative col-start-2 me-2 mt-1 h-5 border-edge border-t text-faint tabular-nums">
          {yearsOf(span).map(({ year, at }) => (
            <span key={year} className="absolute top-0.5 border-edge border-s ps-1" style={{ insetInlineStart: at }}>
              {year}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}

const levelOf = (completion: Completion) => (completions.indexOf(completion) / (completions.length - 1)) * 100;
const heightOf = (completion: Completion) => `${levelOf(completion)}%`;

/** The upright line between two levels at one moment. */
function riser(before: Completion, after: Completion, at: string): CSSProperties {
  const [low, high] = [levelOf(before), levelOf(after)].sort((one, other) => one - other) as [number, number];
  return { insetInlineStart: at, bottom: `${low}%`, height: `${high - low}%` };
}
