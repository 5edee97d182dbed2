// What a summary cannot say: where nobody has judged, where nothing was found, and where what stands is not well founded.
import type { Attention } from "@/domain/commitment";
import type { StatusName } from "@/domain/commitment-list";
import type { UnknownReason } from "@/domain/report";
import type { Worded, Words } from "./report-words";

export type ReportUnknown = { number: number; reason: Worded<UnknownReason> };

/** The parts of a commitment in a report from which one sees what is not known of it. */
type Known = {
  number: number;
  status: Worded<StatusName>;
  attentions: Worded<Attention>[];
  evidence: { position: number; underStatus: boolean; publishedOn: unknown; grade: string | null }[];
};

/** What is not known of each commitment, in their order; of one commitment there may be several things. */
export function unknownOf(commitments: readonly Known[], words: Words, staleAfterDays: number): ReportUnknown[] {
  return commitments.flatMap((commitment) =>
    reasonsOf(commitment).map(({ code, positions = [] }) => {
      const said = { days: staleAfterDays, count: positions.length, positions: words.list(positions.map(String)) };
      return { number: commitment.number, reason: { code, text: words.t(`summary.unknown.reasons.${code}`, said) } };
    }),
  );
}

type Reason = { code: UnknownReason; positions?: number[] };

function reasonsOf({ status, attentions, evidence }: Known): Reason[] {
  if (status.code === "NOT_ASSESSED") return [{ code: "NOT_ASSESSED" }];
  const found: Reason[] = [];
  const attention = (code: Attention) => attentions.some((each) => each.code === code);
  if (status.code === "NO_EVIDENCE") found.push({ code: "NO_EVIDENCE" });
  if (attention("NO_EVIDENCE_BEHIND_STATUS")) found.push({ code: "RESTS_ON_NOTHING" });
  if (attention("STALE")) found.push({ code: "STALE" });
  const under = evidence.filter(({ underStatus }) => underStatus);
  const lacking = (code: UnknownReason, lacks: (each: Known["evidence"][number]) => boolean) => {
    const positions = under.filter(lacks).map(({ position }) => position);
    if (positions.length > 0) found.push({ code, positions });
  };
  lacking("UNDATED_EVIDENCE", ({ publishedOn }) => publishedOn === null);
  lacking("UNGRADED_EVIDENCE", ({ grade }) => grade === null);
  return found;
}
