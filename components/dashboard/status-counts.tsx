// How many commitments stand at each status: the key to the strip, each a link that narrows the table to it.
import { useTranslations } from "next-intl";
import { StatusDisc } from "@/components/commitments/status-disc";
import { Num } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { type CommitmentFilters, type StatusName, statusNames } from "@/domain/commitment-list";
import { Link } from "@/i18n/navigation";
import { overviewHref } from "./addresses";

export interface StatusCountsProps {
  statuses: Partial<Record<StatusName, number>>;
  filters: CommitmentFilters;
}

export function StatusCounts({ statuses, filters }: StatusCountsProps) {
  const t = useTranslations("dashboard");
  const scales = useTranslations("scales");
  return (
    <ul aria-label={t("legend")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {statusNames.map((name) => {
        const count = statuses[name] ?? 0;
        const status = name === "NOT_ASSESSED" ? null : name;
        const chosen = filters.status === name;
        const words = (
          <>
            <StatusDisc status={status} ink={count > 0 ? "accent" : "inherit"} />
            <span>{scales(`completion.${name}`)}</span>
            <Num value={count} className="font-semibold" />
          </>
        );
        return (
          <li key={name}>
            {count > 0 ? (
              <Link
                href={overviewHref({ ...filters, page: undefined, status: chosen ? undefined : name })}
                aria-current={chosen ? "true" : undefined}
                className={classNames(
                  "inline-flex min-h-7 items-center gap-1.5 rounded-sm pointer-coarse:min-h-11 hover:text-accent hover:underline",
                  chosen && "bg-accent-soft px-2 font-semibold text-accent-strong",
                )}
              >
                {words}
              </Link>
            ) : (
              <span className="inline-flex min-h-7 items-center gap-1.5 text-faint pointer-coarse:min-h-11">
                {words}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
