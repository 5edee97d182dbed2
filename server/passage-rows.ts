// Passages as the database keeps them: found in the actor's workspace, and locked against a correction or for one.
import { Refusal } from "@/domain/refusal";
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";
import { personOf, personSelect } from "./members";

const passageSelect = {
  id: true,
  revision: true,
  text: true,
  paragraphId: true,
  languageVersionId: true,
  languageVersion: { select: { language: true } },
  correctedBy: { select: personSelect },
  paragraph: {
    select: { id: true, documentId: true, ordinal: true, commitment: { select: { id: true } } },
  },
} as const;

/** A passage of any revision, and the newest text that stands in its place. */
export type FoundPassage = Awaited<ReturnType<typeof takePassage>>;

/** The passage with the newest revision, its paragraph locked for a correction until the transaction ends. Refuses: not_found. */
export async function takePassage(tx: Transaction, actor: Actor, passageId: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "Paragraph" WHERE id = (SELECT "paragraphId" FROM "Passage" WHERE id = ${passageId}) FOR NO KEY UPDATE`;
  const [found] = await readPassages(tx, actor, [passageId]);
  if (!found) throw new Refusal("not_found");
  return found;
}

/**
 * These passages, in the order of the ids: until the transaction ends no correction gets at their paragraphs, nor at any
 * of them while a correction is under way. Locked in one order, so that two who mark several never wait for each other.
 * Refuses: not_found.
 */
export async function holdPassages(tx: Transaction, actor: Actor, ids: readonly string[]): Promise<FoundPassage[]> {
  await tx.$queryRaw`
    SELECT 1 FROM "Paragraph" WHERE id IN (SELECT "paragraphId" FROM "Passage" WHERE id = ANY(${[...ids]}))
    ORDER BY id FOR SHARE`;
  return readPassages(tx, actor, ids);
}

/** Without a lock. Refuses: not_found. */
export async function readPassages(tx: Transaction, actor: Actor, ids: readonly string[]) {
  const revisions = await tx.passage.findMany({
    where: {
      paragraph: { document: { workspaceId: actor.workspaceId }, passages: { some: { id: { in: [...ids] } } } },
    },
    select: passageSelect,
    orderBy: { revision: "desc" },
  });
  return ids.map((id) => {
    const passage = revisions.find((each) => each.id === id);
    if (!passage) throw new Refusal("not_found");
    const newest = revisions.find(
      ({ paragraphId, languageVersionId }) =>
        paragraphId === passage.paragraphId && languageVersionId === passage.languageVersionId,
    );
    return { ...passage, newest: newest ?? passage };
  });
}

/** What a person whose text is overtaken is shown: the text as it stands. */
export function standingText({ newest: { id, revision, text, correctedBy } }: FoundPassage) {
  return { passageId: id, revision, text, by: personOf(correctedBy)?.name ?? null };
}
export type StandingText = ReturnType<typeof standingText>;
