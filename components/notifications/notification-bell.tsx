// What the bell in the top bar shows: the count, the latest few, and the way to all.
import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/i18n/formats";
import { Link } from "@/i18n/navigation";
import type { NotificationView } from "@/server/notifications";
import { Bell } from "./bell";
import { NotificationLine } from "./notification-line";

export interface NotificationBellProps {
  unread: number;
  latest: readonly NotificationView[];
  now: Date;
}

const mostCounted = 99;

export function NotificationBell({ unread, latest, now }: NotificationBellProps) {
  const t = useTranslations("notifications");
  const locale = useLocale();
  const counted = formatNumber(Math.min(unread, mostCounted), locale);
  return (
    <Bell
      label={t("bell", { count: unread })}
      title={t("latest")}
      badge={unread === 0 ? null : unread > mostCounted ? `${counted}+` : counted}
      footer={
        <Link href="/notifications" className="link inline-flex min-h-8 items-center pointer-coarse:min-h-11">
          {t("all")}
        </Link>
      }
    >
      {latest.length > 0 ? (
        <ul className="divide-y divide-rule">
          {latest.map((each) => (
            <NotificationLine key={each.id} notification={each} now={now} className="px-4" />
          ))}
        </ul>
      ) : (
        <p className="px-4 py-3 text-muted text-sm">{t("emptyText")}</p>
      )}
    </Bell>
  );
}
