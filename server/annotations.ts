// Marks in a text and what is said about them: made, answered, edited, deleted, handed to the team.
import type {
  AnnotateInput,
  AnnotationAtVersion,
  EditAnnotationInput,
  ReplyInput,
  TagAnnotationInput,
} from "@/domain/annotation";
import { changesBetween } from "@/domain/audit";
import { invalidField, Refusal } from "@/domain/refusal";
import type { Prisma } from "@/generated/prisma/client";
import { notifyMentions, notifyReplied, saidIn } from "./annotation-notices";
import {
  about,
  anewer,
  findAnnotation,
  quoteOf,
  refuseStale,
  tagsOf,
  takeAnnotation,
  valuesOf,
} from "./annotation-rows";
import { recordEvent } from "./audit";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { commitmentIdOf } from "./commitment-choices";
import { inTransaction, type Transaction } from "./database";
import { recordMentions } from "./mentions";
import { takeSelected } from "./selected-words";
import { findTags } from "./tags";

/** Of one that another program wrote: the address that it had there, the one that it keeps, and what else it said. */
export type Provenance = { via?: string | null; canonical?: string | null; foreign?: Prisma.InputJsonObject };

/**
 * Marks stretches of one document's newest text.
 * Refuses: not_found, forbidden, invalid (targets), conflict (reason text_changed) where the words are not those that the
 * author saw; detail.current.stretches is where they stand now, if that can be told.
 */
export function annotate(
  actor: MemberActor,
  input: AnnotateInput,
  provenance: Provenance = {},
): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    authorize(actor, "annotation:add");
    const { targets, documentId, commitmentId } = await takeSelected(tx, actor, input.targets);
    const link = await findLinked(tx, actor, { ...input, documentId });
    const tags = await findTags(tx, actor, input);
    const { id } = await tx.annotation.create({
      data: {
        workspaceId: actor.workspaceId,
        documentId,
        motivation: input.motivation,
        layer: input.layer,
        body: input.body,
        authorId: actor.memberId,
        ...provenance,
        ...link,
        tags: { create: tags.map(({ tagId }) => ({ tagId })) },
        targets: { create: targets.map((target, index) => ({ ...target, ordinal: index + 1 })) },
      },
      select: { id: true },
    });
    const { body, layer } = input;
    const quote = quoteOf(targets);
    await recordEvent(tx, actor, {
      type: "annotation.made",
      data: {
        motivation: input.motivation,
        body,
        quote,
        ...(tags.length > 0 && { tags }),
        ...link,
      },
      documentId,
      commitmentId: commitmentId ?? undefined,
      subjectId: id,
      onlyForId: layer === "PRIVATE" ? actor.memberId : undefined,
    });
    const memberIds = await recordMentions(tx, actor, { id, body });
    await notifyMentions(tx, actor, { said: { id, documentId, commitmentId, layer, body, quote }, memberIds });
    return { id };
  });
}

/** Answers in a thread, in the thread's layer. Refuses: not_found, forbidden. */
export function reply(
  actor: MemberActor,
  { annotationId, body }: ReplyInput,
  provenance: Provenance = {},
): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const thread = await findAnnotation(tx, actor, annotationId);
    if (!thread || thread.deletedAt || thread.threadId) throw new Refusal("not_found");
    authorize(actor, "annotation:add");
    const { id } = await tx.annotation.create({
      data: {
        workspaceId: actor.workspaceId,
        documentId: thread.documentId,
        threadId: thread.id,
        motivation: "REPLYING",
        layer: thread.layer,
        body,
        authorId: actor.memberId,
        ...provenance,
      },
      select: { id: true },
    });
    await recordEvent(tx, actor, { type: "annotation.replied", data: { body }, ...about(thread) });
    const mentionedIds = await recordMentions(tx, actor, { id, body });
    await notifyMentions(tx, actor, { said: saidIn(thread, { id, body }), memberIds: mentionedIds });
    await notifyReplied(tx, actor, { thread, reply: { id, body }, mentionedIds });
    return { id };
  });
}

/** Saves an edited comment of one's own. Refuses: not_found, forbidden, conflict (detail.current is it as it stands). */
export function editAnnotation(
  actor: MemberActor,
  input: EditAnnotationInput,
  provenance: Pick<Provenance, "foreign"> = {},
): Promise<void> {
  return inTransaction(async (tx) => {
    const annotation = await takeAnnotation(tx, actor, input, "annotation:edit");
    if (annotation.body === input.body) return;
    await tx.annotation.update({
      where: { id: annotation.id },
      data: { body: input.body, editedAt: new Date(), ...provenance, ...anewer },
    });
    const data = { changes: { body: { from: annotation.body, to: input.body } } };
    await recordEvent(tx, actor, { type: "annotation.edited", data, ...about(annotation) });
    const edited = { id: annotation.id, body: input.body };
    const memberIds = await recordMentions(tx, actor, edited);
    await notifyMentions(tx, actor, { said: saidIn(annotation, edited), memberIds });
  });
}

/** Takes it out of sight, a thread with its replies; restoreAnnotation brings it back. Refuses: not_found, forbidden, conflict. */
export function deleteAnnotation(actor: MemberActor, input: AnnotationAtVersion): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const annotation = await takeAnnotation(tx, actor, input, "annotation:delete");
    await recordEvent(tx, actor, { type: "annotation.deleted", data: valuesOf(annotation), ...about(annotation) });
    return tx.annotation.update({
      where: { id: annotation.id },
      data: { deletedAt: new Date(), ...anewer },
      select: { version: true },
    });
  });
}

/** Brings a deleted one back as it was. Refuses: not_found, forbidden, conflict. */
export function restoreAnnotation(actor: MemberActor, input: AnnotationAtVersion): Promise<void> {
  return inTransaction(async (tx) => {
    const annotation = await findAnnotation(tx, actor, input.annotationId);
    if (!annotation?.deletedAt) throw new Refusal("not_found");
    authorize(actor, "annotation:delete", annotation);
    refuseStale(annotation, input.version);
    await tx.annotation.update({ where: { id: annotation.id }, data: { deletedAt: null, ...anewer } });
    await recordEvent(tx, actor, { type: "annotation.restored", data: valuesOf(annotation), ...about(annotation) });
  });
}

/** Hands a private annotation and its thread to the team; there is no way back. Refuses: not_found, forbidden, conflict. */
export function shareAnnotation(actor: MemberActor, input: AnnotationAtVersion): Promise<void> {
  return inTransaction(async (tx) => {
    const annotation = await takeAnnotation(tx, actor, input, "annotation:share");
    if (annotation.threadId) throw new Refusal("not_found");
    if (annotation.layer === "TEAM") return;
    await tx.annotation.updateMany({ where: { threadId: annotation.id }, data: { layer: "TEAM" } });
    await tx.annotation.update({ where: { id: annotation.id }, data: { layer: "TEAM", ...anewer } });
    const shared = { ...annotation, layer: "TEAM" as const };
    await recordEvent(tx, actor, { type: "annotation.shared", data: valuesOf(shared), ...about(shared) });
    const called = await tx.mention.findMany({ where: { annotationId: shared.id } });
    const memberIds = called.map(({ memberId }) => memberId);
    await notifyMentions(tx, actor, { said: saidIn(shared, shared), memberIds });
  });
}

/** Gives a thread other tags. Refuses: not_found, forbidden, conflict, invalid (tagIds, freeTags). */
export function tagAnnotation(actor: MemberActor, input: TagAnnotationInput): Promise<void> {
  return inTransaction(async (tx) => {
    const thread = await takeAnnotation(tx, actor, input, "annotation:tag");
    if (thread.threadId) throw new Refusal("not_found");
    const to = await findTags(tx, actor, input);
    if (thread.motivation === "TAGGING" && to.length === 0) throw invalidField("tagIds", "choose_one");
    const from = tagsOf(thread);
    if (!changesBetween({ tags: idsOf(from) }, { tags: idsOf(to) })) return;
    const tags = { deleteMany: { tagId: { in: idsOf(from) } }, create: to.map(({ tagId }) => ({ tagId })) };
    await tx.annotation.update({ where: { id: thread.id }, data: { tags, ...anewer } });
    const data = { quote: valuesOf(thread).quote, from, to };
    await recordEvent(tx, actor, { type: "annotation.retagged", data, ...about(thread) });
  });
}

const idsOf = (tags: readonly { tagId: string }[]) => tags.map(({ tagId }) => tagId).sort();

/** What a linking one points at, as its columns. Refuses: invalid (link). */
async function findLinked(tx: Transaction, actor: Actor, { link, documentId }: AnnotateInput & { documentId: string }) {
  if (!link) return {};
  const isCommitment = link.kind === "commitment";
  const id = isCommitment ? await commitmentIdOf(tx, actor, link.id, documentId) : link.id;
  const where = { id, workspaceId: actor.workspaceId };
  const found = isCommitment ? await tx.commitment.count({ where }) : await tx.evidence.count({ where });
  if (found === 0) throw invalidField("link", /^\d+$/.test(id) ? "no_such_commitment" : "choose_one");
  return isCommitment ? { commitmentId: id } : { evidenceId: id };
}
