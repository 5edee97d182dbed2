// Assessments: recording one, and the history of a commitment's.
import { byNewest, type RecordAssessmentInput, standing } from "@/domain/assessment";
import type { Localized } from "@/domain/document";
import { gradeOf } from "@/domain/evidence";
import { invalidField, Refusal } from "@/domain/refusal";
import type { Completion } from "@/domain/scales";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, isoDate, today } from "./calendar-dates";
import { codebookVersionInForce } from "./codebooks";
import { lockCommitment } from "./commitments";
import { database, inTransaction, type Transaction } from "./database";
import { personOf, personSelect } from "./members";
import { notifyWatchers } from "./watches";

const assessmentInclude = {
  recordedBy: { select: personSelect },
  restsOn: { include: { citation: { include: { evidence: true } } } },
} as const;

/**
 * Records an assessment and moves the commitment's status if it is the latest by date judged.
 * Refuses: not_found, forbidden, invalid (asOf in the future, citationIds of another commitment or removed),
 * conflict when another assessment was recorded since the form was opened (detail.current is that one).
 */
export function recordAssessment(actor: Actor, input: RecordAssessmentInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const commitment = await lockCommitment(tx, actor, input.commitmentId);
    authorize(actor, "assessment:record");
    if (input.asOf > today()) throw invalidField("asOf", "in_future");
    const provision = input.provisionId === null ? null : await judgedProvision(tx, commitment, input.provisionId);
    const judged = { commitmentId: commitment.id, provisionId: input.provisionId };
    await refusePassing(tx, judged, input.basedOnId);
    await refuseForeignCitations(tx, commitment.id, input.citationIds);

    const before = await listRecorded(tx, judged);
    const codebookVersion = await codebookVersionInForce(tx, actor);
    const { id } = await tx.assessment.create({
      data: {
        workspaceId: actor.workspaceId,
        ...judged,
        codebookVersion,
        completion: input.completion,
        counterAction: input.counterAction,
        confidence: input.confidence,
        rationale: input.rationale,
        asOf: dateColumn(input.asOf),
        recordedById: actor.memberId,
        restsOn: { create: input.citationIds.map((citationId) => ({ citationId })) },
      },
    });
    const now = standing(await listRecorded(tx, judged));
    if (!now) throw new Error("an assessment that was just recorded is not there");
    const status = { currentAssessmentId: now.current.id, statusSince: dateColumn(now.since) };
    if (provision) await tx.provision.update({ where: { id: provision.provisionId }, data: status });
    else await tx.commitment.update({ where: { id: commitment.id }, data: status });
    const { commitmentId, provisionId, basedOnId, completion, ...values } = input;
    const was = standing(before)?.current;
    const about = { documentId: commitment.documentId, commitmentId };
    const change = { from: was?.completion ?? null, to: completion };
    const movedStatus = now.current.id === id;
    await recordEvent(tx, actor, {
      type: "assessment.recorded",
      data: { ...values, ...change, movedStatus, codebookVersion, ...(provision && { provision }) },
      ...about,
      subjectId: id,
    });
    const { counterAction } = input;
    const hadCounterAction = was?.counterAction ?? false;
    if (!provision && movedStatus && (change.from !== completion || hadCounterAction !== counterAction)) {
      const data = { ...change, counterAction, hadCounterAction };
      await notifyWatchers(tx, actor, { kind: "STATUS_CHANGED", once: `status:${id}`, ...about, data });
    }
    return { id };
  });
}

/** Every assessment of a commitment as a whole, newest first. Refuses: forbidden. */
export async function listAssessments(actor: Actor, commitmentId: string) {
  authorize(actor, "commitment:read");
  const rows = await database().assessment.findMany({
    where: { commitmentId, provisionId: null, workspaceId: actor.workspaceId },
    include: assessmentInclude,
  });
  return rows.map(assessmentView).sort(byNewest);
}
export type AssessmentView = Awaited<ReturnType<typeof listAssessments>>[number];

type Row = NonNullable<Awaited<ReturnType<typeof findNewest>>>;

function assessmentView(row: Row) {
  return {
    id: row.id,
    completion: row.completion as Completion,
    counterAction: row.counterAction,
    confidence: row.confidence,
    rationale: row.rationale,
    asOf: isoDate(row.asOf),
    recordedAt: row.recordedAt,
    recordedBy: personOf(row.recordedBy),
    restsOn: row.restsOn.map(({ citation }) => ({
      citationId: citation.id,
      title: citation.evidence.title,
      address: citation.evidence.address,
      stance: citation.stance,
      grade: gradeOf(citation.evidence.reliability, citation.evidence.credibility),
      removed: citation.deletedAt !== null,
    })),
  };
}

/** What is judged: a commitment as a whole, or one of its provisions. */
type Judged = { commitmentId: string; provisionId: string | null };

function findNewest(tx: Transaction, judged: Judged) {
  return tx.assessment.findFirst({
    where: judged,
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    include: assessmentInclude,
  });
}

/** The last one recorded, not the one in force: a back-dated judgement by a colleague is news as well. */
async function refusePassing(tx: Transaction, judged: Judged, basedOnId: string | null): Promise<void> {
  const newest = await findNewest(tx, judged);
  if ((newest?.id ?? null) !== basedOnId)
    throw new Refusal("conflict", { current: newest ? assessmentView(newest) : null });
}

async function refuseForeignCitations(tx: Transaction, commitmentId: string, ids: string[]): Promise<void> {
  const found = await tx.citation.count({ where: { id: { in: ids }, commitmentId, deletedAt: null } });
  if (found !== ids.length) throw invalidField("citationIds", "evidence_gone");
}

/** The provision as history names it. Refuses: not_found, also of another commitment's. */
async function judgedProvision(tx: Transaction, commitment: { id: string; number: number }, id: string) {
  const provision = await tx.provision.findFirst({ where: { id, commitmentId: commitment.id } });
  if (!provision) throw new Refusal("not_found");
  if (provision.state === "DROPPED") throw new Refusal("conflict", { reason: "provision_dropped" });
  const { ordinal, title } = provision;
  return { provisionId: id, number: `${commitment.number}.${ordinal}`, title: title as Localized };
}

async function listRecorded(tx: Transaction, judged: Judged) {
  const rows = await tx.assessment.findMany({
    where: judged,
    select: { id: true, completion: true, counterAction: true, asOf: true, recordedAt: true },
  });
  return rows.map((row) => ({ ...row, asOf: isoDate(row.asOf) }));
}
