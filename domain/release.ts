// Publishing a summary: what is chosen of it, and how two published ones differ.
import { z } from "zod";
import { slug } from "./input";
import { type Movement, movementBetween, reportChoices } from "./report";
import type { ReportV1 } from "./representation/report-v1";
import type { Completion } from "./scales";

/** A release always has all its parts, so that every format can be made from it for ever; notes are kept back unless asked for. */
export const publishReleaseInput = reportChoices.safeExtend({
  documentSlug: slug,
  notes: z.enum(["with", "without"], { error: "choose_one" }).default("without"),
});
export type PublishReleaseInput = z.output<typeof publishReleaseInput>;

type CommitmentV1 = NonNullable<ReportV1["commitments"]>[number];
type EvidenceV1 = NonNullable<CommitmentV1["evidence"]>[number];

/** One commitment in two releases; null where it is not in one of them. */
export type ComparedCommitment = {
  number: number;
  title: string;
  earlier: CommitmentV1 | null;
  later: CommitmentV1 | null;
  /** Null where the status is the same. */
  movement: Movement | null;
  /** What the later status rests on, and whether the earlier release had it at all. */
  evidence: (EvidenceV1 & { isNew: boolean })[];
};

/** Two releases commitment by commitment, by number. */
export function compareReleases(earlier: ReportV1, later: ReportV1): ComparedCommitment[] {
  const before = byNumber(earlier);
  const after = byNumber(later);
  const numbers = [...new Set([...before.keys(), ...after.keys()])].sort((one, other) => one - other);
  return numbers.map((number) => compared(number, before.get(number) ?? null, after.get(number) ?? null));
}

function compared(number: number, earlier: CommitmentV1 | null, later: CommitmentV1 | null): ComparedCommitment {
  const to = later && judged(later);
  const known = new Set(earlier?.evidence?.map((each) => each.id));
  return {
    number,
    title: (later ?? earlier)?.title ?? "",
    earlier,
    later,
    movement: earlier && to ? movementBetween(judged(earlier), to) : null,
    evidence: (later?.evidence ?? [])
      .filter(({ underStatus }) => underStatus)
      .map((each) => ({ ...each, isNew: !known.has(each.id) })),
  };
}

function judged({ status, counterAction }: CommitmentV1) {
  return status.code === "NOT_ASSESSED" ? null : { completion: status.code as Completion, counterAction };
}

function byNumber({ commitments = [] }: ReportV1): Map<number, CommitmentV1> {
  return new Map(commitments.map((each) => [each.number, each]));
}
