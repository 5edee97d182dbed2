// Whether the quotes of citations stand in the copies of their source, kept up to date as either changes.
import { quoteStateOf } from "@/domain/quote-state";
import { recordEvent } from "./audit";
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";

/** So many versions of a source are searched for a quote, the latest first. */
const mostTexts = 50;

/** Looks for the quotes of a source's citations, or of one of them, in its copies; what came out differently is an event. */
export async function checkQuotes(
  tx: Transaction,
  actor: Actor,
  { evidenceId, citationId }: { evidenceId: string; citationId?: string },
): Promise<void> {
  const citations = await tx.citation.findMany({
    where: {
      id: citationId,
      evidenceId,
      workspaceId: actor.workspaceId,
      deletedAt: null,
      OR: [{ quotedPassage: { not: null } }, { quoteState: { not: null } }],
    },
    include: { evidence: { select: { title: true } }, commitment: { select: { documentId: true } } },
    orderBy: { id: "asc" },
  });
  if (citations.length === 0) return;
  const texts = await tx.capture.findMany({
    where: { evidenceId, text: { not: null } },
    orderBy: { number: "desc" },
    select: { text: true },
    take: mostTexts,
  });
  for (const { id, quotedPassage, quoteState: from, commitmentId, commitment, evidence } of citations) {
    const to = quoteStateOf(
      quotedPassage,
      texts.map(({ text }) => text),
    );
    if (from === to) continue;
    // Not a new version: nobody who is editing it has been overtaken.
    await tx.citation.update({ where: { id }, data: { quoteState: to } });
    await recordEvent(tx, actor, {
      type: "evidence.quote_checked",
      data: { title: evidence.title, from, to },
      documentId: commitment.documentId,
      commitmentId,
      subjectId: id,
    });
  }
}
