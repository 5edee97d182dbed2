// Every commitment in a row: a table on wide screens, readable stacked rows on narrow ones.
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { OtherScaleValues, type OtherScaleValuesProps } from "@/components/codebooks/other-scales";
import { classNames } from "@/components/ui/class-names";
import { type CommitmentFilters, type CommitmentOrder, commitmentOrders } from "@/domain/commitment-list";
import { Link } from "@/i18n/navigation";
import type { CommitmentRow } from "@/server/dashboard";
import { overviewHref, pressedOrder } from "./addresses";
import { EvidenceCell, FollowUpCell, LeadCell, NoteCell, SinceCell, StatusCell, TitleCell } from "./commitment-cells";

const widths: Partial<Record<CommitmentOrder, string>> = {
  number: "w-14",
  title: "w-[24%]",
  note: "w-[22%]",
};

/** What is shown beside the stored status, on demand. */
type Others = Pick<OtherScaleValuesProps, "asked" | "crosswalk"> | null;

export interface CommitmentTableProps {
  rows: readonly CommitmentRow[];
  filters: CommitmentFilters;
  others: Others;
}

export function CommitmentTable({ rows, filters, others }: CommitmentTableProps) {
  const t = useTranslations("dashboard.table");
  return (
    <table className="w-full text-sm max-lg:block">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="max-lg:sr-only">
        <tr className="border-text border-b">
          {commitmentOrders.map((column) => (
            <ColumnHead key={column} column={column} filters={filters} />
          ))}
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {rows.map((row) => (
          <Row key={row.id} row={row} others={others} />
        ))}
      </tbody>
    </table>
  );
}

const messageOf: Record<
  CommitmentOrder,
  "number" | "commitment" | "status" | "since" | "note" | "evidence" | "followUps" | "lead"
> = {
  number: "number",
  title: "commitment",
  status: "status",
  since: "since",
  note: "note",
  evidence: "evidence",
  followUps: "followUps",
  lead: "lead",
};

function ColumnHead({ column, filters }: { column: CommitmentOrder; filters: CommitmentFilters }) {
  const t = useTranslations("dashboard.table");
  const { sort = "number", order = "asc" } = filters;
  const here = sort === column;
  const next = pressedOrder(filters, column);
  const label = t(messageOf[column]);
  const Icon = !here ? ChevronsUpDown : order === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={here ? (order === "asc" ? "ascending" : "descending") : undefined}
      className={classNames("px-2 py-1 text-start align-bottom font-semibold first:ps-0 last:pe-0", widths[column])}
    >
      <Link
        href={overviewHref(next)}
        scroll={false}
        title={next.order === "desc" ? t("sortDescending", { column: label }) : t("sortAscending", { column: label })}
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

function Row({ row, others }: { row: CommitmentRow; others: Others }) {
  const locale = useLocale();
  const t = useTranslations("dashboard.table");
  const cell = "px-2 py-3 align-top last:pe-0 max-lg:block max-lg:px-0 max-lg:py-0.5";
  /** On narrow screens the head of the column stands before its value, and what is empty is left out. */
  const labelled = (filled: boolean) =>
    classNames(
      cell,
      filled
        ? "max-lg:grid max-lg:grid-cols-[7rem_1fr] max-lg:gap-2 max-lg:before:text-faint max-lg:before:content-[attr(data-label)]"
        : "max-lg:hidden",
    );
  return (
    <tr className="border-rule border-b hover:bg-panel max-lg:relative max-lg:block max-lg:py-4 max-lg:ps-11">
      <td className="py-3 align-top max-lg:absolute max-lg:start-0 max-lg:top-3.5 max-lg:py-0">
        <bdi className="font-naskh text-xl leading-none">{row.number}</bdi>
      </td>
      <th scope="row" className={classNames(cell, "text-start font-normal")}>
        <TitleCell row={row} title={row.title[locale]} />
      </th>
      <td className={cell}>
        <StatusCell row={row} />
        {others && (
          <OtherScaleValues
            judgement={{ completion: row.status, counterAction: row.counterAction }}
            {...others}
            className="mt-0.5 text-xs!"
          />
        )}
      </td>
      <td data-label={t("since")} className={labelled(row.statusSince !== null)}>
        <SinceCell row={row} />
      </td>
      <td data-label={t("note")} className={labelled(row.latestNote !== null)}>
        <NoteCell row={row} />
      </td>
      <td
        data-label={t("evidence")}
        className={labelled(row.evidenceCount > 0 || row.attentions.includes("NO_EVIDENCE_BEHIND_STATUS"))}
      >
        <EvidenceCell row={row} />
      </td>
      <td data-label={t("followUps")} className={labelled(row.openFollowUps > 0)}>
        <FollowUpCell row={row} />
      </td>
      <td data-label={t("lead")} className={labelled(row.lead !== null)}>
        <LeadCell row={row} />
      </td>
    </tr>
  );
}
