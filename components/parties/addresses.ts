// The addresses of the matrix and of its files, with the filters in the query string.
import type { ContributionFilters } from "@/domain/party";

/** Under the language. */
export function matrixHref(filters: ContributionFilters): string {
  const query = queryOf(filters);
  return `/parties${query.size > 0 ? `?${query}` : ""}`;
}

export function matrixFile(filters: ContributionFilters, file: Record<string, string>): string {
  return `/api/v1/contributions?${queryOf({ ...filters, ...file })}`;
}

/** Whether anything is left out; which document is shown leaves nothing out. */
export function isFiltered({ document: _, ...filters }: ContributionFilters): boolean {
  return Object.values(filters).some(Boolean);
}

function queryOf(values: Record<string, string | number | undefined>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, String(value));
  return query;
}
