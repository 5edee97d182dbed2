// A list of commitments narrowed and ordered as its address says.
import { z } from "zod";
import { attentions } from "./commitment";
import { inAddress } from "./input";
import { type Completion, completions, type Status } from "./scales";

export const statusNames = ["NOT_ASSESSED", ...completions] as const;
export type StatusName = (typeof statusNames)[number];
/** The name of a status where a null cannot stand: in addresses and messages. */
export const statusName = (status: Status): StatusName => status ?? "NOT_ASSESSED";

export const commitmentOrders = [
  "number",
  "title",
  "status",
  "since",
  "note",
  "evidence",
  "followUps",
  "lead",
] as const;
/** How many rows the table of the overview has at a time. */
export const commitmentsAPage = 25;
export type CommitmentOrder = (typeof commitmentOrders)[number];

/** The filters and the order of the overview as they stand in its address; what cannot be read counts as not set. */
export const commitmentFilters = z.object({
  /** The slug of another document than the team's own. */
  document: inAddress(z.string().min(1).max(100)),
  q: inAddress(z.string().trim().min(1).max(200)),
  status: inAddress(z.enum(statusNames)),
  /** A member's id, or "none". */
  lead: inAddress(z.string().regex(/^[\w-]{1,64}$/)),
  attention: inAddress(z.enum(["ANY", ...attentions])),
  sort: inAddress(z.enum(commitmentOrders)),
  order: inAddress(z.enum(["asc", "desc"])),
  page: inAddress(z.coerce.number().int().positive().max(100_000)),
  /** The other scales that are shown, with commas between them; they narrow nothing. */
  scales: inAddress(z.string().max(64)),
});
export type CommitmentFilters = z.output<typeof commitmentFilters>;

/** How many rows stand at each status, in the order of the scale. */
export function countStatuses(rows: readonly { status: Status }[]): { status: Status; count: number }[] {
  return statusNames.map((name) => ({
    status: name === "NOT_ASSESSED" ? null : (name satisfies Completion),
    count: rows.filter((row) => statusName(row.status) === name).length,
  }));
}
