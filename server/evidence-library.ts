// The library: all sources of the workspace, filtered, ordered and paged by the database.

import type { Localized } from "@/domain/document";
import type { EvidenceFilters } from "@/domain/evidence-list";
import { sourcesAPage } from "@/domain/evidence-list";
import type { Prisma } from "@/generated/prisma/client";
import { type Actor, authorize } from "./auth/actor";
import { commitmentIdOf, listCommitmentChoices } from "./commitment-choices";
import { database } from "./database";
import { ordered, passing } from "./evidence-filter";
import { sourceView } from "./evidence-rows";
import { listTags, tagName } from "./tags";

/** One page of the library with how many there are of it. Statements: a fixed number, however many rows. Refuses: forbidden. */
export async function listLibrary(actor: Actor, asked: EvidenceFilters) {
  const filters = await withCommitment(actor, asked);
  const { total, found } = await countSources(actor, filters);
  const pages = Math.max(1, Math.ceil(found / sourcesAPage));
  // An address of yesterday may ask for a page that is no more.
  const page = Math.min(filters.page ?? 1, pages);
  const sources = await readSources(actor, filters, { take: sourcesAPage, skip: (page - 1) * sourcesAPage });
  return { sources, total, found, page, pages };
}
export type Library = Awaited<ReturnType<typeof listLibrary>>;
export type LibrarySource = Library["sources"][number];

/** Everything that the filters leave, for a file. Refuses: forbidden. */
export async function listWholeLibrary(actor: Actor, asked: EvidenceFilters): Promise<LibrarySource[]> {
  return readSources(actor, await withCommitment(actor, asked), { take: null, skip: 0 });
}

/** A commitment that was told by its number is looked for by its id. */
async function withCommitment(actor: Actor, filters: EvidenceFilters): Promise<EvidenceFilters> {
  if (!filters.commitment) return filters;
  return { ...filters, commitment: await commitmentIdOf(database(), actor, filters.commitment) };
}

async function countSources(actor: Actor, filters: EvidenceFilters): Promise<{ total: number; found: number }> {
  authorize(actor, "commitment:read");
  const [row] = await database().$queryRaw<{ total: number; found: number }[]>`
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${passing(actor.workspaceId, filters)}))::int AS found
    FROM "Evidence" e WHERE e."workspaceId" = ${actor.workspaceId}`;
  return row ?? { total: 0, found: 0 };
}

const include = {
  citations: {
    where: { deletedAt: null },
    select: {
      id: true,
      stance: true,
      quoteState: true,
      commitment: { select: { id: true, number: true, title: true, document: { select: { isExample: true } } } },
    },
    orderBy: { commitment: { number: "asc" } },
  },
  tags: { where: { tag: { deletedAt: null } }, include: { tag: true }, orderBy: { tagId: "asc" } },
} satisfies Prisma.EvidenceInclude;

async function readSources(
  actor: Actor,
  filters: EvidenceFilters,
  { take, skip }: { take: number | null; skip: number },
) {
  authorize(actor, "commitment:read");
  const places = await database().$queryRaw<{ id: string }[]>`
    SELECT e.id FROM "Evidence" e WHERE ${passing(actor.workspaceId, filters)}
    ORDER BY ${ordered(filters)} LIMIT ${take} OFFSET ${skip}`;
  const rows = await database().evidence.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    omit: { searchText: true },
    include,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id }) => {
    const row = byId.get(id);
    if (!row) return [];
    return [
      {
        ...sourceView(row),
        addedAt: row.createdAt,
        health: row.health,
        healthSince: row.healthSince,
        checkedAt: row.checkedAt,
        /** Cited by nothing else than a worked example. */
        isExample: row.citations.length > 0 && row.citations.every(({ commitment }) => commitment.document.isExample),
        citations: row.citations.map(({ commitment: { document: _, ...commitment }, ...citation }) => ({
          citationId: citation.id,
          stance: citation.stance,
          quoteState: citation.quoteState,
          commitment: { ...commitment, title: commitment.title as Localized },
        })),
        tags: row.tags.map(({ tag }) => ({ ...tagName(tag), color: tag.color })),
      },
    ];
  });
}

/** What the library can be narrowed to: the tags, the commitments, and the languages and publishers that sources have. Refuses: forbidden. */
export async function listLibraryChoices(actor: Actor) {
  authorize(actor, "commitment:read");
  const { workspaceId } = actor;
  const [tags, commitments, languages, publishers] = await Promise.all([
    listTags(actor),
    listCommitmentChoices(actor, { isExample: false }),
    database().evidence.groupBy({ by: ["language"], where: { workspaceId, language: { not: null } } }),
    database().evidence.groupBy({
      by: ["publisher"],
      where: { workspaceId, publisher: { not: null } },
      orderBy: { publisher: "asc" },
    }),
  ]);
  return {
    tags: tags.map(({ id, name, color }) => ({ id, name, color })),
    commitments,
    languages: languages.flatMap(({ language }) => language ?? []),
    publishers: publishers.flatMap(({ publisher }) => publisher ?? []),
  };
}
export type LibraryChoices = Awaited<ReturnType<typeof listLibraryChoices>>;
