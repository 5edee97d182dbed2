// Threads: a mark in a text with what the team says about it, read in the order of the text, settled and assigned.
import type { AnnotationAtVersion, AssignAnnotationInput } from "@/domain/annotation";
import type { Layer } from "@/domain/annotation-terms";
import type { Localized } from "@/domain/document";
import { may, type OwnedAnnotation } from "@/domain/permissions";
import { Refusal } from "@/domain/refusal";
import { pageOfParagraph, paragraphsOf } from "@/domain/text-pages";
import type { ThreadFilter } from "@/domain/thread-filter";
import type { Prisma } from "@/generated/prisma/client";
import { notifyAssigned } from "./annotation-notices";
import {
  type AnnotationRow,
  about,
  anewer,
  annotationInclude,
  placed,
  takeAnnotation,
  valuesOf,
  visibleTo,
} from "./annotation-rows";
import { recordEvent } from "./audit";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { database, inTransaction } from "./database";
import { findActiveMember, personOf, personSelect } from "./members";
import { tagName } from "./tags";

/** Which threads of a document: those of one passage, those of a page of the text, those that a filter leaves, the team's alone, or all. */
export type ThreadChoice = { passageId?: string; page?: number; filter?: ThreadFilter; layer?: Layer };

/** The threads on a document that the actor may see, in the order of the text, each with its replies. Refuses: forbidden. */
export async function listThreads(
  actor: MemberActor,
  documentId: string,
  { passageId, page, filter, layer }: ThreadChoice = {},
) {
  authorize(actor, "annotation:read");
  const [rows, named] = await Promise.all([
    database().annotation.findMany({
      where: {
        ...threadsOf(actor, documentId),
        layer,
        AND: filter && conditionsOf(actor, filter),
        targets: placedOn(documentId, { passageId, page }),
      },
      include: {
        targets: { ...annotationInclude.targets, select: { ...annotationInclude.targets.select, passage: false } },
        tags: annotationInclude.tags,
        commitment: { select: { id: true, number: true, title: true } },
        evidence: { select: { id: true, title: true, address: true } },
        replies: { where: { deletedAt: null }, orderBy: { createdAt: "asc" } },
      },
      orderBy: { createdAt: "asc" },
    }),
    findNames(actor),
  ]);
  const places = await findPlaces(documentId, rows);
  return rows
    .map(({ replies, targets, tags, commitment, evidence, ...row }) => ({
      ...commentView(actor, { ...row, author: named(row.authorId) }),
      layer: row.layer,
      assignee: personOf(named(row.assigneeId)),
      tags: tags.map(({ tag }) => ({ ...tagName(tag), color: tag.color })),
      linked: commitment ? { commitment: { ...commitment, title: commitment.title as Localized } } : { evidence },
      resolvedAt: row.resolvedAt,
      resolvedBy: personOf(named(row.resolvedById)),
      targets: placed(targets.map((target) => ({ ...target, passage: places(target.passageId) }))).map(
        ({ passageId, start, end, exact, method, score, was, passage }) => ({
          passageId,
          start,
          end,
          exact,
          /** How it came to these words, where a correction changed those that it was on. */
          found: was === null ? null : { method, score, was },
          ordinal: passage.paragraph.ordinal,
        }),
      ),
      replies: replies.map((each) => commentView(actor, { ...each, author: named(each.authorId) })),
      mayReply: may(actor, "annotation:add"),
      maySettle: may(actor, "annotation:settle"),
      mayTag: may(actor, "annotation:tag"),
      mayShare: row.layer === "PRIVATE" && may(actor, "annotation:share", row),
    }))
    .filter(({ targets }) => targets.length > 0)
    .sort((one, other) => placeOf(one) - placeOf(other));
}
export type ThreadView = Awaited<ReturnType<typeof listThreads>>[number];
export type CommentView = ReturnType<typeof commentView>;

/** The workspace's people, who wrote all of it: read once, not for each of a thousand comments. */
async function findNames({ workspaceId }: MemberActor) {
  const rows = await database().member.findMany({ where: { workspaceId }, select: personSelect });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (memberId: string | null) => byId.get(memberId ?? "") ?? null;
}

/** Targets in a passage or on a page of the text; any where neither is asked for. */
function placedOn(documentId: string, { passageId, page }: ThreadChoice) {
  if (passageId) return { some: { passageId, orphanedAt: null } };
  if (!page) return undefined;
  const { first, last } = paragraphsOf(page);
  return { some: { orphanedAt: null, passage: { paragraph: { documentId, ordinal: { gte: first, lte: last } } } } };
}

/** More of them than this are asked for by their document. */
const mostAtOnce = 1_000;

/** Where the passages that are marked stand. */
async function findPlaces(documentId: string, marks: readonly { targets: readonly { passageId: string | null }[] }[]) {
  const ids = [...new Set(marks.flatMap(({ targets }) => targets.map(({ passageId }) => passageId ?? "")))];
  const rows = await database().passage.findMany({
    where: { id: ids.length > mostAtOnce ? undefined : { in: ids }, paragraph: { documentId } },
    select: { id: true, paragraph: { select: { ordinal: true } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (passageId: string | null) => byId.get(passageId ?? "") ?? null;
}

/** How many threads there are for the actor on a document, or how many of them a filter leaves. Refuses: forbidden. */
export function countThreads(actor: MemberActor, documentId: string, filter?: ThreadFilter): Promise<number> {
  authorize(actor, "annotation:read");
  const AND = filter && conditionsOf(actor, filter);
  return database().annotation.count({
    where: { ...threadsOf(actor, documentId), AND, targets: { some: { orphanedAt: null } } },
  });
}

/** The pages of a text on which a filter leaves threads, in their order. Refuses: forbidden. */
export async function listThreadPages(actor: MemberActor, documentId: string, filter: ThreadFilter): Promise<number[]> {
  authorize(actor, "annotation:read");
  const annotations = { ...threadsOf(actor, documentId), AND: conditionsOf(actor, filter) };
  const marked = await database().paragraph.findMany({
    where: { documentId, passages: { some: { targets: { some: { orphanedAt: null, annotation: annotations } } } } },
    select: { ordinal: true },
    orderBy: { ordinal: "asc" },
  });
  return [...new Set(marked.map(({ ordinal }) => pageOfParagraph(ordinal)))];
}

/**
 * Where an annotation is read: its document, its thread, itself where it is a reply, and the paragraph of the text where
 * the thread stands; null where it has lost its place.
 * Refuses: forbidden; not_found for what is deleted and for what others keep to themselves.
 */
export async function getAnnotationPlace(actor: MemberActor, annotationId: string) {
  authorize(actor, "annotation:read");
  const found = await database().annotation.findFirst({
    where: { id: annotationId, deletedAt: null, ...visibleTo(actor) },
    select: { id: true, threadId: true, document: { select: { slug: true } } },
  });
  if (!found) throw new Refusal("not_found");
  const threadId = found.threadId ?? found.id;
  const thread = await database().annotation.findFirst({
    where: { id: threadId, deletedAt: null },
    select: {
      targets: {
        where: { orphanedAt: null, passageId: { not: null } },
        orderBy: { ordinal: "asc" },
        take: 1,
        select: { passage: { select: { paragraph: { select: { ordinal: true } } } } },
      },
    },
  });
  if (!thread) throw new Refusal("not_found");
  const ordinal = thread.targets[0]?.passage?.paragraph.ordinal ?? null;
  return { slug: found.document.slug, threadId, replyId: found.threadId && found.id, ordinal };
}

const threadsOf = (actor: MemberActor, documentId: string) => ({
  documentId,
  threadId: null,
  deletedAt: null,
  ...visibleTo(actor),
});

function conditionsOf({ memberId }: MemberActor, { person, tag, kind, state, concern }: ThreadFilter) {
  const conditions: Prisma.AnnotationWhereInput[] = [];
  const inReply = (reply: Prisma.AnnotationWhereInput) => ({ replies: { some: { deletedAt: null, ...reply } } });
  const called = { mentions: { some: { memberId } } };
  if (person) conditions.push({ OR: [{ authorId: person }, inReply({ authorId: person })] });
  if (tag) conditions.push({ tags: { some: { tagId: tag } } });
  if (kind) conditions.push({ motivation: kind });
  if (state) conditions.push({ resolvedAt: state === "OPEN" ? null : { not: null } });
  if (concern === "MINE") conditions.push({ OR: [{ authorId: memberId }, inReply({ authorId: memberId })] });
  if (concern === "MENTIONING") conditions.push({ OR: [called, inReply(called)] });
  if (concern === "ASSIGNED") conditions.push({ assigneeId: memberId });
  return conditions;
}

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
    if (assignee) await notifyAssigned(tx, actor, thread, assignee.memberId);
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
  Pick<AnnotationRow, "id" | "version" | "motivation" | "body" | "author" | "creatorName" | "createdAt" | "editedAt">;

function commentView(actor: Actor, row: CommentRow) {
  return {
    id: row.id,
    version: row.version,
    motivation: row.motivation,
    body: row.body,
    author: personOf(row.author),
    /** Of one that came from another program: who wrote it there. */
    creatorName: row.creatorName,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    mayEdit: may(actor, "annotation:edit", row),
    mayDelete: may(actor, "annotation:delete", row),
  };
}
