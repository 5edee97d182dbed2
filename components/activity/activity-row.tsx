// One event on its day: the time, the sentence, where it happened, and on demand all that changed.
import { useLocale, useTranslations } from "next-intl";
import { EventDetail, hasDetail } from "@/components/events/event-detail";
import { EventSentence } from "@/components/events/event-sentence";
import { Isolate, Num } from "@/components/ui/bidi";
import { IsolatedRuns } from "@/components/ui/isolated-runs";
import { excerptOf } from "@/domain/markdown-excerpt";
import { formatDate, formatTime, machineTime } from "@/i18n/formats";
import { Link } from "@/i18n/navigation";
import type { ActivityLine } from "@/server/activity";
import { RestoreButton } from "./restore-button";

export function ActivityRow({ line }: { line: ActivityLine }) {
  const t = useTranslations("activity");
  const events = useTranslations("events");
  const locale = useLocale();
  const words = noteWords(line);
  return (
    <li
      id={`event-${line.number}`}
      className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-3 py-2.5 target:bg-accent-soft"
    >
      <time dateTime={machineTime(line.at)} className="pt-[0.2em] text-faint text-sm tabular-nums">
        <bdi dir="ltr">{formatTime(line.at, locale)}</bdi>
      </time>
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-baseline justify-between gap-x-6">
          <span className="min-w-0">
            <EventSentence line={line} />
          </span>
          {line.commitment && (
            <Link href={`/commitments/${line.commitment.id}`} className="link inline-block py-0.5 text-sm">
              {t.rich("commitment", {
                number: () => <Num value={line.commitment?.number ?? 0} />,
                title: () => <Isolate>{line.commitment?.title[locale]}</Isolate>,
              })}
            </Link>
          )}
        </p>
        {words && (
          <p className="line-clamp-2 max-w-reading text-muted text-sm">
            <bdi>
              <IsolatedRuns>{words}</IsolatedRuns>
            </bdi>
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-4 text-faint text-sm empty:hidden">
          {line.via !== "PAGE" && <span>{events(`via.${line.via}`)}</span>}
          <Restore line={line} />
        </div>
        {line.event && hasDetail(line.event) && (
          <details className="text-sm">
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

/** The beginning of what somebody wrote. */
function noteWords({ event }: ActivityLine): string | null {
  return event && "body" in event.data && event.data.body ? excerptOf(event.data.body) : null;
}

function Restore({ line: { event, restorableAt, subjectId, at } }: { line: ActivityLine }) {
  const t = useTranslations("activity");
  const locale = useLocale();
  if (restorableAt === null || subjectId === null) return null;
  if (event?.type === "evidence.removed") {
    const label = t("restoreEvidence", { title: event.data.title });
    return <RestoreButton what="evidence" id={subjectId} version={restorableAt} label={label} />;
  }
  const label = t("restoreNote", { date: formatDate(at, locale) });
  return <RestoreButton what="note" id={subjectId} version={restorableAt} label={label} />;
}
