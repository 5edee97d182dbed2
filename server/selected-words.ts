// Words that somebody selected: still there as they were seen, and held there until what is made of them is kept.
import { follow } from "@/domain/anchoring";
import { invalidField, Refusal } from "@/domain/refusal";
import type { Selection } from "@/domain/selection";
import { quoteAt, sliceOf } from "@/domain/text-position";
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";
import { type FoundPassage, holdPassages } from "./passage-rows";

/**
 * Each stretch with the words around it; the whole lies in the newest text of one document, which stays so until the
 * transaction ends. The document, and the commitment and paragraph of the first, come with them.
 * Refuses: not_found, invalid (targets of several documents), conflict (reason text_changed) where the words are not those
 * that the person saw; detail.current.stretches is where they stand now, if that can be told.
 */
export async function takeSelected(tx: Transaction, actor: Actor, selected: Selection) {
  const passages = await holdPassages(
    tx,
    actor,
    selected.map(({ passageId }) => passageId),
  );
  const pairs = selected.map((stretch, at) => ({ stretch, passage: passages[at] as FoundPassage }));
  const hasChanged = ({ stretch, passage }: (typeof pairs)[number]) =>
    passage.newest.id !== passage.id || sliceOf(passage.text, stretch) !== stretch.exact;
  if (pairs.some(hasChanged)) {
    const stretches = pairs.map(({ stretch, passage }) => inNewest(stretch, passage));
    const current = stretches.includes(null) ? undefined : { stretches };
    throw new Refusal("conflict", { reason: "text_changed", ...(current && { current }) });
  }
  const [first] = passages;
  if (!first || new Set(passages.map(({ paragraph }) => paragraph.documentId)).size !== 1) {
    throw invalidField("targets", "invalid");
  }
  return {
    documentId: first.paragraph.documentId,
    commitmentId: first.paragraph.commitment?.id ?? null,
    paragraphIds: [...new Set(passages.map(({ paragraph }) => paragraph.id))],
    targets: pairs.map(({ stretch: { passageId, start, end }, passage: { text } }) => ({
      passageId,
      start,
      end,
      ...quoteAt(text, { start, end }),
    })),
  };
}

/** Where words of an older text stand in the newest, for the person to look at; null where they are gone. */
function inNewest({ start, end, exact }: Selection[number], { text, newest }: FoundPassage) {
  if (sliceOf(text, { start, end }) !== exact) return null;
  const place = follow({ start, end }, { from: text, to: newest.text });
  return place && { passageId: newest.id, start: place.start, end: place.end, ...quoteAt(newest.text, place) };
}
