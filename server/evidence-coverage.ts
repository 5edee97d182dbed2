// Which commitments rest on one source, on unrated or dead ones, on one side only, or on nothing.
import type { Localized } from "@/domain/document";
import { type Coverage, gapsOf } from "@/domain/evidence-coverage";
import { type Actor, authorize } from "./auth/actor";
import { database } from "./database";

type Row = Coverage & { id: string; number: number; title: unknown };

/** Every commitment of the workspace, those of an example left out, with what its evidence amounts to, in one statement. Refuses: forbidden. */
export async function listCoverage(actor: Actor) {
  authorize(actor, "commitment:read");
  const rows = await database().$queryRaw<Row[]>`
    SELECT commitment.id, commitment.number, commitment.title,
      count(c.id)::int AS sources,
      (count(*) FILTER (WHERE e.id IS NOT NULL AND e.reliability IS NULL AND e.credibility IS NULL))::int AS unrated,
      (count(*) FILTER (WHERE e.health IN ('GONE', 'UNREACHABLE')))::int AS dead,
      (count(*) FILTER (WHERE c."quoteState" IN ('LOST', 'NOT_FOUND')))::int AS "quotesMissing",
      (count(*) FILTER (WHERE c.stance = 'SUPPORTS'))::int AS "SUPPORTS",
      (count(*) FILTER (WHERE c.stance = 'CONTRADICTS'))::int AS "CONTRADICTS",
      (count(*) FILTER (WHERE c.stance = 'CONTEXT'))::int AS "CONTEXT"
    FROM "Commitment" commitment
    JOIN "Document" document ON document.id = commitment."documentId" AND NOT document."isExample"
    LEFT JOIN "Citation" c ON c."commitmentId" = commitment.id AND c."deletedAt" IS NULL
    LEFT JOIN "Evidence" e ON e.id = c."evidenceId"
    WHERE commitment."workspaceId" = ${actor.workspaceId}
    GROUP BY commitment.id
    ORDER BY commitment."documentId", commitment.number`;
  return rows.map(({ id, number, title, ...coverage }) => ({
    commitment: { id, number, title: title as Localized },
    ...coverage,
    gaps: gapsOf(coverage),
  }));
}
export type CoverageRow = Awaited<ReturnType<typeof listCoverage>>[number];
