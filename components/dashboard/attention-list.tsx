// What needs attention: the commitments that somebody should look at, by reason, the most pressing first.
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Num } from "@/components/ui/bidi";
import type { Attention } from "@/domain/commitment";
import { Link } from "@/i18n/navigation";
import type { Dashboard } from "@/server/dashboard";
import { overviewHref } from "./addresses";

const mostPressingFirst: readonly Attention[] = [
  "OVERDUE",
  "OVERDUE_FOLLOW_UP",
  "NO_EVIDENCE_BEHIND_STATUS",
  "STALE",
  "SILENT",
  "NEVER_ASSESSED",
];

export type AttentionListProps = Pick<Dashboard, "attention" | "limits"> & { document: string | undefined };

export function AttentionList({ attention: found, limits, document }: AttentionListProps) {
  const t = useTranslations("dashboard.attention");
  const locale = useLocale();
  const reasons = mostPressingFirst.flatMap((attention) => found.find((each) => each.attention === attention) ?? []);
  if (reasons.length === 0) return <AllClear />;
  return (
    <ul className="grid gap-4">
      {reasons.map(({ attention, count, first }) => (
        <li key={attention}>
          <p className="flex items-start gap-2 font-semibold text-sm text-warning">
            <TriangleAlert aria-hidden="true" className="mt-[0.25em] size-[1.1em] shrink-0" />
            <span className="flex-1">
              {t(attention, { days: limits.staleAfterDays, months: limits.silentAfterMonths })}
            </span>
            <Num value={count} />
          </p>
          <ul className="mt-1 border-rule border-s ps-3">
            {first.map((row) => (
              <li key={row.id}>
                <Link
                  href={`/commitments/${row.id}`}
                  className="flex min-h-7 items-start gap-2.5 py-0.5 pointer-coarse:min-h-11 hover:text-accent hover:underline"
                >
                  <Num value={row.number} className="w-4 shrink-0 text-muted" />
                  <span>{row.title[locale]}</span>
                </Link>
              </li>
            ))}
            {count > first.length && (
              <li>
                <Link href={overviewHref({ document, attention })} className="link py-0.5 text-sm">
                  {t("all", { count })}
                </Link>
              </li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function AllClear() {
  const t = useTranslations("dashboard.attention");
  return (
    <div className="flex gap-2.5">
      <CircleCheck aria-hidden="true" className="mt-[0.3em] size-4 shrink-0 text-success" />
      <div>
        <p className="font-semibold">{t("clear")}</p>
        <p className="text-muted text-sm">{t("clearHint")}</p>
      </div>
    </div>
  );
}
