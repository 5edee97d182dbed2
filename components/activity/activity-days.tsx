// Events under the day on which they happened, newest first.
import { CalendarDate } from "@/components/ui/bidi";
import { isoDate } from "@/i18n/formats";
import type { ActivityLine } from "@/server/activity";
import { ActivityRow } from "./activity-row";

export function ActivityDays({ lines }: { lines: readonly ActivityLine[] }) {
  const days = new Map<string, ActivityLine[]>();
  for (const line of lines) days.set(isoDate(line.at), [...(days.get(isoDate(line.at)) ?? []), line]);
  return (
    <div className="grid gap-6">
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2
            id={`day-${day}`}
            className="sticky top-14 z-10 border-rule border-b bg-paper py-1.5 font-semibold print:static"
          >
            <CalendarDate value={day} style="full" />
          </h2>
          <ul className="divide-y divide-rule">
            {ofDay.map((line) => (
              <ActivityRow key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
