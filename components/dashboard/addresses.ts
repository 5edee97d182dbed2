// The addresses of the overview, with filters and order in the query string.
import type { CommitmentFilters, CommitmentOrder } from "@/domain/commitment-list";

/** The overview with these filters and nothing that is not set; `#commitments` keeps the table in view. */
export function overviewHref(filters: CommitmentFilters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, String(value));
  return `/${query.size > 0 ? `?${query}` : ""}#commitments`;
}

/** The order that a press on a column's head gives: ascending first, then descending, then as before. */
export function pressedOrder(filters: CommitmentFilters, column: CommitmentOrder): CommitmentFilters {
  const { sort = "number", order = "asc" } = filters;
  const next = sort === column && order === "asc" ? "desc" : "asc";
  const plain = column === "number" && next === "asc";
  return { ...filters, page: undefined, sort: plain ? undefined : column, order: next === "asc" ? undefined : "desc" };
}

export function isFiltered({ q, status, lead, attention }: CommitmentFilters): boolean {
  return Boolean(q || status || lead || attention);
}
