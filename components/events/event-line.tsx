// One line of a commitment's history: the sentence, when and by which way it came, and what changed in detail.
import { useTranslations } from "next-intl";
import { Instant } from "@/components/ui/bidi";
import { IsolatedRuns } from "@/components/ui/isolated-runs";
import { excerptOf } from "@/domain/markdown-excerpt";
import type { ActivityLine } from "@/server/activity";
import { EventDetail, hasDetail } from "./event-detail";
import { EventSentence } from "./event-sentence";

/** A list item. Needs the messages `events`, `scales`, `roles`, `notes`, `evidence` and `assessments`. */
export function EventLine({ line }: { line: ActivityLine }) {
  const t = useTranslations("events");
  const words = line.event?.type.startsWith("note.") && "body" in line.event.data ? line.event.data.body : null;
  return (
    <li id={`event-${line.number}`} className="grid gap-1 py-2.5 target:bg-accent-soft">
      <p>
        <EventSentence line={line} />
      </p>
      {words && (
        <p dir="auto" className="line-clamp-2 border-rule border-s-2 ps-3 text-muted">
          <IsolatedRuns>{excerptOf(words)}</IsolatedRuns>
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 text-faint text-sm">
        <Instant value={line.at} />
        {line.via !== "PAGE" && <span>{t(`via.${line.via}`)}</span>}
        {line.event && hasDetail(line.event) && (
          <details className="min-w-0 open:basis-full">
            <summary className="w-fit py-0.5 text-muted hover:text-accent print:hidden">
              {line.event.type.endsWith(".edited") ? t("changes") : t("detail")}
            </summary>
            <EventDetail event={line.event} />
          </details>
        )}
      </div>
    </li>
  );
}
