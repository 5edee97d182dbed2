// Threads: a mark in a text with what the team says about it, read in the order of the text, settled and assigned.
import type { AnnotationAtVersion, AssignAnnotationInput } from "@/domain/annotation";
import { may, type OwnedAnnotation } from "@/domain/permissions";
import { Refusal } from "@/domain/refusal";
import {
  type AnnotationRow,
  about,
  anewer,
  annotationInclude,
  people,
  placed,
  takeAnnotation,
  valuesOf,
  visibleTo,
} from "./annotation-rows";
import { recordEvent } from "./audit";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { database, inTransaction } from "./database";
import { findActiveMember, personOf } from "./members";

/** The threads on a document that the actor may see, in the order of the text, each with its replies. Refuses: forbidden. */
export async function listThreads(actor: MemberActor, documentId: string) {
  authorize(actor, "annotation:read");
  const rows = await database().annotation.findMany({
    where: { documentId, threadId: null, deletedAt: null, ...visibleTo(actor) },
    include: {
      ...people,
      targets: annotationInclude.targets,
      replies: { where: { deletedAt: null }, include: people, orderBy: { createdAt: "asc" } },
    },
    orderBy: { createdAt: "asc" },
  });
  return rows
    .map(({ replies, targets, ...row }) => ({
      ...commentView(actor, row),
      layer: row.layer,
      assignee: personOf(row.assignee),
      resolvedAt: row.resolvedAt,
      resolvedBy: personOf(row.resolvedBy),
      targets: placed(targets).map(({ passageId, start, end, exact, passage }) => ({
        passageId,
        start,
        end,
        exact,
        ordinal: passage.paragraph.ordinal,
      })),
      replies: replies.map((each) => commentView(actor, each)),
      mayReply: may(actor, "annotation:add"),
      maySettle: may(actor, "annotation:settle"),
      mayShare: row.layer === "PRIVATE" && may(actor, "annotation:share", row),
    }))
    .filter(({ targets }) => targets.length > 0)
    .sort((one, other) => placeOf(one) - placeOf(other));
}
export type ThreadView = Awaited<ReturnType<typeof listThreads>>[number];
export type CommentView = ReturnType<typeof commentView>;

/** Says that a thread is settled. Refuses: not_found, forbidden, conflict. */
export function resolveThread(actor: MemberActor, input: AnnotationAtVersion): Promise<void> {
  return settle(actor, input, new Date());
}

/** Opens a settled thread again. Refuses: not_found, forbidden, conflict. */
export function reopenThread(actor: MemberActor, input: AnnotationAtVersion): Promise<void> {
  return settle(actor, input, null);
}

/** Makes somebody answerable for a thread of the team, or nobody. Refuses: not_found, forbidden, conflict, invalid (assigneeId). */
export function assignThread(actor: MemberActor, input: AssignAnnotationInput): Promise<void> {
  return inTransaction(async (tx) => {
    const thread = await takeAnnotation(tx, actor, input, "annotation:settle");
    if (thread.threadId || thread.layer === "PRIVATE") throw new Refusal("not_found");
    if (thread.assigneeId === input.assigneeId) return;
    const assignee =
      input.assigneeId === null ? null : await findActiveMember(tx, actor, input.assigneeId, "assigneeId");
    await tx.annotation.update({ where: { id: thread.id }, data: { assigneeId: input.assigneeId, ...anewer } });
    const data = { from: personOf(thread.assignee), to: assignee };
    await recordEvent(tx, actor, { type: "annotation.assigned", data, ...about(thread) });
  });
}

/** By paragraph, then by where in it; no paragraph has a million code points. */
const placeOf = ({ targets: [first] }: { targets: { ordinal: number; start: number }[] }) =>
  first ? first.ordinal * 1_000_000 + first.start : 0;

function settle(actor: MemberActor, input: AnnotationAtVersion, resolvedAt: Date | null): Promise<void> {
  return inTransaction(async (tx) => {
    const thread = await takeAnnotation(tx, actor, input, "annotation:settle");
    if (thread.threadId) throw new Refusal("not_found");
    if ((thread.resolvedAt === null) === (resolvedAt === null)) return;
    const resolvedById = resolvedAt && actor.memberId;
    await tx.annotation.update({ where: { id: thread.id }, data: { resolvedAt, resolvedById, ...anewer } });
    const type = resolvedAt ? "annotation.resolved" : "annotation.reopened";
    await recordEvent(tx, actor, { type, data: valuesOf(thread), ...about(thread) });
  });
}

type CommentRow = OwnedAnnotation &
  Pick<AnnotationRow, "id" | "version" | "motivation" | "body" | "author" | "createdAt" | "updatedAt">;

function commentView(actor: Actor, row: CommentRow) {
  return {
    id: row.id,
    version: row.version,
    motivation: row.motivation,
    body: row.body,
    author: personOf(row.author),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    mayEdit: may(actor, "annotation:edit", row),
    mayDelete: may(actor, "annotation:delete", row),
  };
}
