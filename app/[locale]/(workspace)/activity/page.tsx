// History as it happened: by day, filtered by what stands in the address.
import { ArrowLeft, ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityDays } from "@/components/activity/activity-days";
import { ActivityFilter } from "@/components/activity/activity-filter";
import { activityHref, isFiltered } from "@/components/activity/addresses";
import { Messages } from "@/components/layout/messages";
import { Page } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Locale } from "@/i18n/locales";
import { type ActivityFilters, activityFilters, listActivity, listActivityChoices } from "@/server/activity";
import { requireActor } from "@/server/auth/session";
import { orRefused } from "../refused";

type Props = PageProps<"/[locale]/activity">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity");
  return { title: t("title") };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const filters = activityFilters.parse(await searchParams);
  const actor = await requireActor(locale);
  const [{ lines, next }, choices] = await orRefused(
    Promise.all([listActivity(actor, filters), listActivityChoices(actor)]),
  );
  const t = await getTranslations("activity");
  return (
    <Messages namespaces={["activity", "refusals", "forms"]}>
      <Page title={t("title")} lead={t("lead")}>
        <ActivityFilter filters={filters} choices={choices} />
        {lines.length > 0 ? <ActivityDays lines={lines} /> : <Nothing filters={filters} />}
        <Pages filters={filters} next={next} />
      </Page>
    </Messages>
  );
}

async function Nothing({ filters }: { filters: ActivityFilters }) {
  const t = await getTranslations("activity");
  if (!isFiltered(filters)) return <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>;
  return (
    <EmptyState
      title={t("nothing")}
      action={
        <LinkButton href="/activity" size="small">
          {t("filter.clear")}
        </LinkButton>
      }
    >
      {t("nothingText")}
    </EmptyState>
  );
}

async function Pages({ filters, next }: { filters: ActivityFilters; next: number | null }) {
  const t = await getTranslations("activity");
  if (next === null && !filters.before) return null;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-3 print:hidden">
      {filters.before && (
        <LinkButton
          href={activityHref({ ...filters, before: undefined })}
          icon={<ArrowLeft aria-hidden="true" className="flip-rtl" />}
        >
          {t("newest")}
        </LinkButton>
      )}
      {next === null ? (
        <p className="text-faint text-sm">{t("end")}</p>
      ) : (
        <LinkButton href={activityHref({ ...filters, before: next })} className="ms-auto">
          {t("older")} <ArrowRight aria-hidden="true" className="flip-rtl" />
        </LinkButton>
      )}
    </nav>
  );
}
