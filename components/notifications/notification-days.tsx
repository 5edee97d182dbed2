// Notifications under the day on which they came, newest first.
import { CalendarDate } from "@/components/ui/bidi";
import { isoDate } from "@/i18n/formats";
import type { NotificationView } from "@/server/notifications";
import { NotificationLine } from "./notification-line";

export function NotificationDays({ notifications, now }: { notifications: readonly NotificationView[]; now: Date }) {
  const days = [...new Set(notifications.map(({ at }) => isoDate(at)))];
  return (
    <div className="grid gap-6">
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="sticky top-14 z-10 border-rule border-b bg-paper py-1.5 font-semibold">
            <CalendarDate value={day} style="full" />
          </h2>
          <ul className="divide-y divide-rule">
            {notifications
              .filter(({ at }) => isoDate(at) === day)
              .map((each) => (
                <NotificationLine key={each.id} notification={each} now={now} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
