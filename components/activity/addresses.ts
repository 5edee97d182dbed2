// The addresses of the activity page, with its filters in the query string.
import type { ActivityFilters } from "@/server/activity";

/** The page with these filters and nothing that is not set. */
export function activityHref(filters: ActivityFilters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, String(value));
  return `/activity${query.size > 0 ? `?${query}` : ""}`;
}

export function isFiltered({ before: _page, ...filters }: ActivityFilters): boolean {
  return Object.values(filters).some(Boolean);
}
