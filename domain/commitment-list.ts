// A list of commitments narrowed and ordered as its address says.
import { z } from "zod";
import { foundIn } from "./arabic-fold";
import { type Attention, attentions } from "./commitment";
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
export type CommitmentOrder = (typeof commitmentOrders)[number];

/** The filters and the order of the overview as they stand in its address; what cannot be read counts as not set. */
export const commitmentFilters = z.object({
  /** The slug of another document than the team's own. */
  document: inAddress(z.string().min(1).max(100)),
  q: inAddress(z.string().trim().min(1).max(200)),
  status: inAddress(z.enum(statusNames)),
  /** A member's id, or "none". */
  lead: inAddress(z.string().min(1).max(64)),
  attention: inAddress(z.enum(["ANY", ...attentions])),
  sort: inAddress(z.enum(commitmentOrders)),
  order: inAddress(z.enum(["asc", "desc"])),
  /** The other scales that are shown, with commas between them; they narrow nothing. */
  scales: inAddress(z.string().max(64)),
});
export type CommitmentFilters = z.output<typeof commitmentFilters>;

/** What a row must tell to be filtered and ordered; `words` is everything that the text box looks in. */
export type ListedCommitment = {
  number: number;
  status: Status;
  statusSince: string | null;
  lead: { memberId: string; name: string } | null;
  latestNote: { datedOn: string } | null;
  evidenceCount: number;
  openFollowUps: number;
  overdueFollowUps: number;
  attentions: Attention[];
};
export type ListWords<Row> = {
  title: (row: Row) => string;
  searched: (row: Row) => string;
  compare: (one: string, other: string) => number;
};

/** The rows that the filters leave, in their order. Empty values come last whichever way the order runs. */
export function listCommitments<Row extends ListedCommitment>(
  rows: readonly Row[],
  filters: CommitmentFilters,
  words: ListWords<Row>,
): Row[] {
  const { order = "asc", sort = "number" } = filters;
  const key = sortKeys<Row>(words)[sort];
  const sign = order === "asc" ? 1 : -1;
  return rows
    .filter((row) => passes(row, filters) && foundIn(words.searched(row), filters.q ?? ""))
    .sort((one, other) => {
      const [a, b] = [key(one), key(other)];
      if (a === null || b === null) return Number(a === null) - Number(b === null) || one.number - other.number;
      const difference = typeof a === "number" ? a - Number(b) : words.compare(a, String(b));
      return difference * sign || one.number - other.number;
    });
}

function passes(row: ListedCommitment, { status, lead, attention }: CommitmentFilters): boolean {
  if (status && statusName(row.status) !== status) return false;
  if (lead && (row.lead?.memberId ?? "none") !== lead) return false;
  if (attention === "ANY") return row.attentions.length > 0;
  return !attention || row.attentions.includes(attention);
}

function sortKeys<Row extends ListedCommitment>(
  words: ListWords<Row>,
): Record<CommitmentOrder, (row: Row) => string | number | null> {
  return {
    number: (row) => row.number,
    title: words.title,
    status: (row) => (row.status === null ? null : completions.indexOf(row.status)),
    since: (row) => row.statusSince,
    note: (row) => row.latestNote?.datedOn ?? null,
    evidence: (row) => row.evidenceCount,
    followUps: (row) => row.overdueFollowUps * 1_000 + row.openFollowUps,
    lead: (row) => row.lead?.name ?? null,
  };
}

/** How many rows stand at each status, in the order of the scale. */
export function countStatuses(rows: readonly { status: Status }[]): { status: Status; count: number }[] {
  return statusNames.map((name) => ({
    status: name === "NOT_ASSESSED" ? null : (name satisfies Completion),
    count: rows.filter((row) => statusName(row.status) === name).length,
  }));
}
