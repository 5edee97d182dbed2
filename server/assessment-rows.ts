// An assessment's row: what is read of it, what it is of, and what may not pass unseen.
import type { Localized } from "@/domain/document";
import { gradeOf } from "@/domain/evidence";
import { invalidField, Refusal } from "@/domain/refusal";
import type { Completion } from "@/domain/scales";
import type { Actor } from "./auth/actor";
import { isoDate } from "./calendar-dates";
import { lockCommitment } from "./commitments";
import type { Transaction } from "./database";
import { personOf, personSelect } from "./members";

export const restsOnInclude = { include: { citation: { include: { evidence: true } } } } as const;

export const assessmentInclude = {
  recordedBy: { select: personSelect },
  reviewedBy: { select: personSelect },
  restsOn: restsOnInclude,
} as const;

const findRow = (tx: Transaction) => tx.assessment.findFirst({ include: assessmentInclude });
export type AssessmentRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;
type Citation = Pick<AssessmentRow["restsOn"][number], "citation">;

export function assessmentView(row: AssessmentRow) {
  return {
    id: row.id,
    completion: row.completion as Completion,
    counterAction: row.counterAction,
    confidence: row.confidence,
    rationale: row.rationale,
    asOf: isoDate(row.asOf),
    codebookVersion: row.codebookVersion,
    recordedAt: row.recordedAt,
    recordedBy: personOf(row.recordedBy),
    review: row.review,
    reviewedBy: personOf(row.reviewedBy),
    reviewReason: row.reviewReason,
    restsOn: restsOnView(row.restsOn),
  };
}
export type AssessmentView = ReturnType<typeof assessmentView>;

export function restsOnView(citations: readonly Citation[]) {
  return citations.map(({ citation }) => ({
    citationId: citation.id,
    title: citation.evidence.title,
    address: citation.evidence.address,
    stance: citation.stance,
    grade: gradeOf(citation.evidence.reliability, citation.evidence.credibility),
    removed: citation.deletedAt !== null,
  }));
}

/** What is judged: a commitment as a whole, or one of its provisions. */
export type Judged = { commitmentId: string; provisionId: string | null };

/** Locks what is judged, and says how history names it. Refuses: not_found, also for a provision of another commitment. */
export async function lockJudged(tx: Transaction, actor: Actor, { commitmentId, provisionId }: Judged) {
  const commitment = await lockCommitment(tx, actor, commitmentId);
  const provision = provisionId === null ? null : await findProvision(tx, commitment, provisionId);
  return {
    judged: { commitmentId, provisionId },
    about: { documentId: commitment.documentId, commitmentId },
    leadId: commitment.leadId,
    /** For the data of an event. */
    of: provision ? { provision: provision.name } : {},
    isDropped: provision?.isDropped ?? false,
  };
}
export type JudgedPlace = Awaited<ReturnType<typeof lockJudged>>;

/** Nothing is judged any more of what the team has dropped. Refuses: conflict. */
export function refuseDropped({ isDropped }: JudgedPlace): void {
  if (isDropped) throw new Refusal("conflict", { reason: "provision_dropped" });
}

async function findProvision(tx: Transaction, commitment: { id: string; number: number }, id: string) {
  const provision = await tx.provision.findFirst({ where: { id, commitmentId: commitment.id } });
  if (!provision) throw new Refusal("not_found");
  const name = { provisionId: id, number: printedNumber(commitment, provision), title: provision.title as Localized };
  return { name, isDropped: provision.state === "DROPPED" };
}

/** The last one submitted, whatever became of it: also one that was returned was news. Drafts are nobody's but their authors'. */
export function findLatestSubmitted(tx: Transaction, { commitmentId, provisionId }: Judged) {
  return tx.assessment.findFirst({
    where: { commitmentId, provisionId, review: { not: "DRAFT" } },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    include: assessmentInclude,
  });
}

/** Not the one in force: a back-dated judgement by a colleague is news as well. Refuses: conflict. */
export async function refusePassing(tx: Transaction, judged: Judged, basedOnId: string | null): Promise<void> {
  const latest = await findLatestSubmitted(tx, judged);
  if ((latest?.id ?? null) !== basedOnId)
    throw new Refusal("conflict", { current: latest ? assessmentView(latest) : null });
}

/** Refuses: invalid (citationIds). */
export async function refuseForeignCitations(tx: Transaction, commitmentId: string, ids: string[]): Promise<void> {
  const found = await tx.citation.count({ where: { id: { in: ids }, commitmentId, deletedAt: null } });
  if (found !== ids.length) throw invalidField("citationIds", "evidence_gone");
}

export const judgedInclude = {
  commitment: { select: { id: true, number: true, title: true } },
  provision: { select: { id: true, ordinal: true, title: true } },
} as const;
type JudgedRow = {
  commitment: { id: string; number: number; title: unknown };
  provision: { id: string; ordinal: number; title: unknown } | null;
};

/** How a list names what was judged. */
export function judgedView({ commitment, provision }: JudgedRow) {
  return {
    commitmentId: commitment.id,
    provisionId: provision?.id ?? null,
    number: provision ? printedNumber(commitment, provision) : String(commitment.number),
    title: (provision ?? commitment).title as Localized,
  };
}
export type JudgedView = ReturnType<typeof judgedView>;

const printedNumber = (commitment: { number: number }, provision: { ordinal: number }) =>
  `${commitment.number}.${provision.ordinal}`;
