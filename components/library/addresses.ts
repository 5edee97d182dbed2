// The addresses of the library, with its filters, order and page in the query string.
import { type EvidenceFilters, type EvidenceOrder, firstOrder, orderOf } from "@/domain/evidence-list";

/** What is set of these filters, as a query string with its question mark, or nothing. */
export function libraryQuery(filters: EvidenceFilters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) query.set(name, String(value));
  return query.size > 0 ? `?${query}` : "";
}

export function libraryHref(filters: EvidenceFilters): string {
  return `/evidence${libraryQuery(filters)}`;
}

/** The order that a press on a column's head gives: as it is first looked for, then the other way round; from the first page. */
export function pressedOrder(filters: EvidenceFilters, column: EvidenceOrder): EvidenceFilters {
  const { sort, order } = orderOf(filters);
  const next = sort === column ? (order === "asc" ? "desc" : "asc") : firstOrder[column];
  return {
    ...filters,
    page: undefined,
    sort: column === "added" ? undefined : column,
    order: next === firstOrder[column] ? undefined : next,
  };
}
