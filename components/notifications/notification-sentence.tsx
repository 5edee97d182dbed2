// A notification as a sentence: who did what, and to what.
import { useTranslations } from "next-intl";
import { StatusLabel } from "@/components/commitments/status-label";
import { CalendarDate, Num } from "@/components/ui/bidi";
import { sentenceOf } from "@/domain/notification";
import type { NotificationView } from "@/server/notifications";

/** Needs the messages `notifications`, `events` and `scales`. */
export function NotificationSentence({ notification }: { notification: NotificationView }) {
  const t = useTranslations("notifications.sentence");
  const events = useTranslations("events");
  const { by, data } = notification;
  return t.rich(sentenceOf(notification), {
    who: () => <bdi className="font-semibold">{by?.name ?? events("someone")}</bdi>,
    quote: () => <bdi>{data.quote}</bdi>,
    date: () => data.dueOn && <CalendarDate value={data.dueOn} />,
    from: () => <StatusLabel status={data.from ?? null} counterAction={data.hadCounterAction} />,
    to: () => <StatusLabel status={data.to ?? null} counterAction={data.counterAction} />,
    since: () => data.since && <CalendarDate value={data.since} />,
    title: () => <bdi>{data.title}</bdi>,
    paragraph: () => <Num value={data.paragraph ?? 0} />,
  });
}
