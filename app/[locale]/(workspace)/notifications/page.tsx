// All that one was told, by day, and what of it waits to be read.
import { ArrowLeft, ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { MarkAllRead } from "@/components/notifications/mark-all-read";
import { NotificationDays } from "@/components/notifications/notification-days";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { type NotificationFilters, notificationFilters } from "@/domain/notification";
import type { Locale } from "@/i18n/locales";
import { Link } from "@/i18n/navigation";
import { requireActor } from "@/server/auth/session";
import { countUnread, listNotifications } from "@/server/notifications";
import { orRefused } from "../refused";

type Props = PageProps<"/[locale]/notifications">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title") };
}

export default async function NotificationsPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const filters = notificationFilters.parse(await searchParams);
  const actor = await requireActor(locale);
  const [{ notifications, next }, unread, t] = await Promise.all([
    orRefused(listNotifications(actor, filters)),
    countUnread(actor),
    getTranslations("notifications"),
  ]);
  return (
    <Messages namespaces={["notifications", "refusals", "forms"]}>
      <Page
        title={t("title")}
        lead={t("lead")}
        width="reading"
        actions={
          <>
            {unread > 0 && <MarkAllRead />}
            <LinkButton href="/settings#mail" size="small" variant="quiet">
              {t("settings")}
            </LinkButton>
          </>
        }
      >
        <Filter filters={filters} />
        {notifications.length > 0 ? (
          <NotificationDays notifications={notifications} now={new Date()} />
        ) : (
          <EmptyState title={filters.unread ? t("noneUnread") : t("empty")}>
            {filters.unread ? t("noneUnreadText") : t("emptyText")}
          </EmptyState>
        )}
        <Pages filters={filters} next={next} />
      </Page>
    </Messages>
  );
}

function hrefOf({ unread, before }: NotificationFilters) {
  return { pathname: "/notifications", query: { ...(unread && { unread }), ...(before && { before }) } };
}

async function Filter({ filters }: { filters: NotificationFilters }) {
  const t = await getTranslations("notifications");
  const choices = [
    { unread: undefined, label: t("everything") },
    { unread: "1", label: t("unreadOnly") },
  ] as const;
  return (
    <nav aria-label={t("filter")}>
      <ul className="flex gap-5 border-rule border-b">
        {choices.map(({ unread, label }) => {
          const here = filters.unread === unread;
          return (
            <li key={label}>
              <Link
                href={hrefOf({ unread })}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "-mb-px flex min-h-10 items-center border-transparent border-b-2 pointer-coarse:min-h-11",
                  here ? "border-accent! font-semibold text-accent-strong" : "text-muted hover:text-text",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

async function Pages({ filters, next }: { filters: NotificationFilters; next: string | null }) {
  const t = await getTranslations("notifications");
  if (next === null && !filters.before) return null;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-3">
      {filters.before && (
        <LinkButton
          href={hrefOf({ unread: filters.unread })}
          icon={<ArrowLeft aria-hidden="true" className="flip-rtl" />}
        >
          {t("newest")}
        </LinkButton>
      )}
      {next === null ? (
        <p className="text-faint text-sm">{t("end")}</p>
      ) : (
        <LinkButton href={hrefOf({ unread: filters.unread, before: next })} className="ms-auto">
          {t("older")} <ArrowRight aria-hidden="true" className="flip-rtl" />
        </LinkButton>
      )}
    </nav>
  );
}
