// The matrix of what each party did for each commitment of a document, narrowed as its reader asks.
import type { Localized } from "@/domain/document";
import type { ContributionFilters } from "@/domain/party";
import { Refusal } from "@/domain/refusal";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn } from "./calendar-dates";
import { findContributions, type PartyContribution } from "./contributions";
import { database } from "./database";
import { listDocuments } from "./documents";
import { listParties } from "./parties";

/** How many contributions, and how many of them rest on evidence. */
export type MatrixCell = { count: number; withEvidence: number };

/**
 * A party a row, a commitment a column; of the document that is asked for, else of the team's own. A party that was
 * taken off the list has a row where it did something. Refuses: not_found, forbidden.
 */
export async function getContributionMatrix(actor: Actor, filters: ContributionFilters) {
  authorize(actor, "commitment:read");
  const documents = await listDocuments(actor);
  const document = filters.document ? documents.find(({ slug }) => slug === filters.document) : documents[0];
  if (!document) throw new Refusal("not_found");
  const { workspaceId } = actor;
  const [commitments, parties, contributions] = await Promise.all([
    database().commitment.findMany({
      where: { documentId: document.id },
      orderBy: { number: "asc" },
      select: { id: true, number: true, title: true },
    }),
    listParties(actor),
    findContributions({
      workspaceId,
      commitment: { documentId: document.id, number: filters.commitment },
      partyId: filters.party,
      party: { kind: filters.kind },
      ...(filters.evidence && { restsOn: { some: { citation: { deletedAt: null } } } }),
      ...((filters.from || filters.to) && {
        datedOn: {
          gte: dateColumn(filters.from ?? null) ?? undefined,
          lte: dateColumn(filters.to ?? null) ?? undefined,
        },
      }),
    }),
  ]);
  const columns = commitments.filter(({ number }) => !filters.commitment || number === filters.commitment);
  const cells = cellsOf(contributions);
  const rows = parties
    .filter(({ id, kind }) => (!filters.kind || kind === filters.kind) && (!filters.party || id === filters.party))
    .map((party) => ({ party, cells: columns.map(({ id }) => cells.get(`${party.id} ${id}`) ?? null) }))
    .filter(({ party, cells: row }) => !party.isRemoved || row.some((cell) => cell !== null));
  return {
    document,
    documents,
    commitments: commitments.map((each) => ({ ...each, title: each.title as Localized })),
    parties,
    columns: columns.map((each) => ({ ...each, title: each.title as Localized })),
    rows,
    contributions,
  };
}
export type ContributionMatrix = Awaited<ReturnType<typeof getContributionMatrix>>;

function cellsOf(contributions: readonly PartyContribution[]): Map<string, MatrixCell> {
  const cells = new Map<string, MatrixCell>();
  for (const { party, commitment, evidence } of contributions) {
    const key = `${party.partyId} ${commitment.id}`;
    const { count, withEvidence } = cells.get(key) ?? { count: 0, withEvidence: 0 };
    cells.set(key, { count: count + 1, withEvidence: withEvidence + (evidence.length > 0 ? 1 : 0) });
  }
  return cells;
}
