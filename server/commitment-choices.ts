// The commitments that people choose from: listed, or, where there are too many to list, told by their numbers.
import type { Localized } from "@/domain/document";
import type { Actor } from "./auth/actor";
import { database, type Transaction } from "./database";

const mostListed = 200;

export type CommitmentChoice = { id: string; number: number; title: Localized };

/** Of one document, or of all that are so, document by document; null where there are more than anybody looks through. */
export async function listCommitmentChoices(
  { workspaceId }: Actor,
  document: { id?: string; isExample?: boolean } = {},
): Promise<CommitmentChoice[] | null> {
  // By their documents, so that an index finds them and gives them in their order.
  const documents = await database().document.findMany({ where: { ...document, workspaceId }, select: { id: true } });
  const rows = await database().commitment.findMany({
    where: { documentId: { in: documents.map(({ id }) => id) } },
    select: { id: true, number: true, title: true },
    orderBy: [{ documentId: "asc" }, { number: "asc" }],
    take: mostListed + 1,
  });
  if (rows.length > mostListed) return null;
  return rows.map((row) => ({ ...row, title: row.title as Localized }));
}

/**
 * The id of a commitment that was chosen from a list, or told by its number: then that of the document, or else of the
 * team's own text, the latest adopted. What names none stays as it is, and is not found.
 */
export async function commitmentIdOf(
  tx: Transaction | ReturnType<typeof database>,
  { workspaceId }: Actor,
  said: string,
  documentId?: string,
): Promise<string> {
  if (!/^\d{1,9}$/.test(said)) return said;
  const found = await tx.commitment.findFirst({
    where: {
      number: Number(said),
      document: { id: documentId, workspaceId, ...(!documentId && { isExample: false }) },
    },
    orderBy: { document: { adoptedOn: "desc" } },
    select: { id: true },
  });
  return found?.id ?? said;
}
