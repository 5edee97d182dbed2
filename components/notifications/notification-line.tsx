// One notification: the sentence, which leads to the place, then what was written, where, and when.
import { useLocale, useTranslations } from "next-intl";
import { Instant, Isolate, Num } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { IsolatedRuns } from "@/components/ui/isolated-runs";
import { Link } from "@/i18n/navigation";
import type { NotificationView } from "@/server/notifications";
import { NotificationSentence } from "./notification-sentence";

export interface NotificationLineProps {
  notification: NotificationView;
  now: Date;
  className?: string;
}

export function NotificationLine({ notification, now, className }: NotificationLineProps) {
  const t = useTranslations("notifications");
  const { id, isRead, commitment, data, at } = notification;
  return (
    <li className={classNames("relative grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-2 py-2.5", className)}>
      <span className="pt-[0.55em]">
        {!isRead && <span aria-hidden="true" className="block size-2 rounded-full bg-danger forced-colors:bg-[Mark]" />}
      </span>
      <div className="grid min-w-0 gap-0.5">
        <p>
          {!isRead && <span className="sr-only">{t("unread")}: </span>}
          <Link
            href={`/notifications/${id}`}
            // It is marked as read by being followed, so nothing may follow it beforehand.
            prefetch={false}
            className={classNames("hover:text-accent hover:underline", isRead ? "text-muted" : "text-text")}
          >
            <NotificationSentence notification={notification} />
          </Link>
        </p>
        {data.words && (
          <p className="line-clamp-2 max-w-reading text-muted text-sm">
            <bdi>
              <IsolatedRuns>{data.words}</IsolatedRuns>
            </bdi>
          </p>
        )}
        <p className="text-faint text-sm">
          <Instant value={at} now={now} />
          {commitment && (
            <>
              <span aria-hidden="true"> · </span>
              <Where commitment={commitment} />
            </>
          )}
        </p>
      </div>
    </li>
  );
}

function Where({ commitment: { number, title } }: { commitment: NonNullable<NotificationView["commitment"]> }) {
  const t = useTranslations("activity");
  const locale = useLocale();
  return (
    <span>
      {t.rich("commitment", { number: () => <Num value={number} />, title: () => <Isolate>{title[locale]}</Isolate> })}
    </span>
  );
}
