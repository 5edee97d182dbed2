// The tags of sources: of one, or of many at once.
import type { RetagEvidenceInput } from "@/domain/evidence";
import { Refusal } from "@/domain/refusal";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { inTransaction, type Transaction } from "./database";
import { findTags } from "./tags";

/**
 * Gives sources tags of the workspace's list and takes others away; one event tells of all that this changed.
 * Says of how many sources the tags are others now. Refuses: forbidden, not_found, invalid (tagIds: choose_one).
 */
export function retagEvidence(actor: Actor, input: RetagEvidenceInput): Promise<{ changed: number }> {
  return inTransaction(async (tx) => {
    authorize(actor, "evidence:tag");
    const sources = await takeSources(tx, actor, input.evidenceIds);
    const added = await findTags(tx, actor, { tagIds: input.added, freeTags: [] });
    const removed = await findTags(tx, actor, { tagIds: input.removed, freeTags: [] });
    const ids = sources.map(({ id }) => id);
    const had = await tx.evidenceTag.findMany({ where: { evidenceId: { in: ids } } });
    const has = (evidenceId: string, tagId: string) =>
      had.some((each) => each.evidenceId === evidenceId && each.tagId === tagId);
    const changing = sources.filter(
      ({ id }) => added.some(({ tagId }) => !has(id, tagId)) || removed.some(({ tagId }) => has(id, tagId)),
    );
    if (changing.length === 0) return { changed: 0 };
    const changed = changing.map(({ id }) => id);
    await tx.evidenceTag.createMany({
      data: changed.flatMap((evidenceId) => added.map(({ tagId }) => ({ evidenceId, tagId }))),
      skipDuplicates: true,
    });
    await tx.evidenceTag.deleteMany({ where: { evidenceId: { in: changed }, tagId: { in: input.removed } } });
    await recordEvent(tx, actor, {
      type: "evidence.retagged",
      data: { sources: changing.map(({ id, title }) => ({ evidenceId: id, title })), added, removed },
      // Of one source it is that source's own; those of many are found by what the event has.
      subjectId: changed.length === 1 ? changed[0] : undefined,
    });
    return { changed: changed.length };
  });
}

/** Locked in one order, so that two who tag the same sources do not wait for each other. */
async function takeSources(tx: Transaction, actor: Actor, ids: string[]) {
  const sources = await tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT id, title FROM "Evidence" WHERE id = ANY(${ids}) AND "workspaceId" = ${actor.workspaceId}
    ORDER BY id FOR UPDATE`;
  if (sources.length < ids.length) throw new Refusal("not_found");
  return sources;
}
