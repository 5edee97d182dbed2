// Whether what has a day was done by it.
import type { Timeliness } from "./scales";

/**
 * On the date `today` (all ISO): ON_TIME when it was done by the day, LATE when after it, OVERDUE when the day has
 * passed and it is not done, NO_DATE where the text names none. Null while the day is still to come. A period counts
 * by its last day. Ours; paragraph 8 of the communiqué is the example.
 */
export function timelinessOf(
  { dueOn, doneOn }: { dueOn: string | null; doneOn: string | null },
  today: string,
): Timeliness | null {
  if (dueOn === null) return "NO_DATE";
  if (doneOn !== null) return doneOn <= dueOn ? "ON_TIME" : "LATE";
  return dueOn < today ? "OVERDUE" : null;
}
