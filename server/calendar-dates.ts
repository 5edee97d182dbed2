// Calendar dates have no time and no zone: "YYYY-MM-DD" everywhere but in the database's own type.

/** The column value of an ISO date. */
export function dateColumn(iso: string): Date;
export function dateColumn(iso: string | null): Date | null;
export function dateColumn(iso: string | null): Date | null {
  return iso === null ? null : new Date(`${iso}T00:00:00Z`);
}

/** The ISO date of a column value. */
export function isoDate(column: Date): string;
export function isoDate(column: Date | null): string | null;
export function isoDate(column: Date | null): string | null {
  return column?.toISOString().slice(0, 10) ?? null;
}

/** Today in UTC, for all members alike, so that "overdue" means the same to everyone. */
export function today(): string {
  return isoDate(new Date());
}
