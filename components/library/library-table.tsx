// Every source in a row: a table on wide screens, readable stacked rows on narrow ones.
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { type EvidenceFilters, type EvidenceOrder, orderOf } from "@/domain/evidence-list";
import { Link } from "@/i18n/navigation";
import type { LibrarySource } from "@/server/evidence-library";
import { libraryHref, pressedOrder } from "./addresses";
import { LibraryRow } from "./library-row";

export interface LibraryTableProps {
  sources: readonly LibrarySource[];
  filters: EvidenceFilters;
  maySelect: boolean;
}

const columns: readonly { order: EvidenceOrder; width: string }[] = [
  { order: "title", width: "w-[38%]" },
  { order: "published", width: "w-[12%]" },
  { order: "grade", width: "w-[8%]" },
  { order: "citations", width: "w-[16%]" },
  { order: "health", width: "w-[14%]" },
  { order: "added", width: "w-[12%]" },
];

export function LibraryTable({ sources, filters, maySelect }: LibraryTableProps) {
  const t = useTranslations("library");
  return (
    <table className="w-full text-sm max-lg:block">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="max-lg:sr-only">
        <tr className="border-text border-b">
          {maySelect && <td className="w-8" />}
          {columns.map((column) => (
            <ColumnHead key={column.order} {...column} filters={filters} />
          ))}
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {sources.map((source) => (
          <LibraryRow key={source.evidenceId} source={source} maySelect={maySelect} />
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead({ order: column, width, filters }: (typeof columns)[number] & { filters: EvidenceFilters }) {
  const t = useTranslations("library");
  const { sort, order } = orderOf(filters);
  const here = sort === column;
  const next = pressedOrder(filters, column);
  const label = t(`column.${column}`);
  const Icon = !here ? ChevronsUpDown : order === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={here ? (order === "asc" ? "ascending" : "descending") : undefined}
      className={classNames("px-2 py-1 text-start align-bottom font-semibold last:pe-0", width)}
    >
      <Link
        href={libraryHref(next)}
        scroll={false}
        title={
          orderOf(next).order === "desc"
            ? t("sortDescending", { column: label })
            : t("sortAscending", { column: label })
        }
        className={classNames(
          "inline-flex min-h-7 items-center gap-1 hover:text-accent hover:underline",
          !here && "text-muted",
        )}
      >
        {label}
        <Icon aria-hidden="true" className={classNames("size-3.5 shrink-0", here ? "text-accent" : "text-faint")} />
      </Link>
    </th>
  );
}
