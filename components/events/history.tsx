// A commitment's history: its events as sentences, with filters that live in the address.
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/i18n/navigation";
import type { ActivityFilters, ActivityLine } from "@/server/activity";
import { EventLine } from "./event-line";

export interface HistoryProps {
  /** Address of the page, without language. */
  path: string;
  lines: readonly ActivityLine[];
  next: number | null;
  filters: ActivityFilters;
}

export function History({ path, lines, next, filters }: HistoryProps) {
  const t = useTranslations("events");
  const { before, ...lasting } = filters;
  const filtered = isFiltered(filters);
  const href = (asked: Partial<ActivityFilters>) => ({ pathname: path, query: queryOf(asked), hash: "history" });
  if (lines.length === 0) {
    return filtered ? (
      <EmptyState
        title={t("filter.none")}
        action={
          <Link href={href({})} className="link">
            {t("filter.clear")}
          </Link>
        }
      >
        {t("filter.noneText")}
      </EmptyState>
    ) : (
      <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
    );
  }
  return (
    <>
      <ol className="divide-y divide-rule">
        {lines.map((line) => (
          <EventLine key={line.id} line={line} />
        ))}
      </ol>
      <p className="mt-3 flex gap-6 print:hidden">
        {before !== undefined && (
          <Link href={href(lasting)} className="link py-0.5">
            {t("filter.newest")}
          </Link>
        )}
        {next !== null && (
          <Link href={href({ ...lasting, before: next })} className="link py-0.5">
            {t("filter.older")}
          </Link>
        )}
      </p>
    </>
  );
}

export function isFiltered({ memberId, kind, from, to }: ActivityFilters): boolean {
  return Boolean(memberId || kind || from || to);
}

/** The filters as they stand in the address; which commitment it is, the address says already. */
function queryOf({ commitmentId, ...filters }: Partial<ActivityFilters>): Record<string, string> {
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}
