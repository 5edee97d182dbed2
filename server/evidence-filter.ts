// The filters and orders of the library as conditions of the database.
import { foldForSearch } from "@/domain/arabic-fold";
import { dead, type EvidenceFilters, type EvidenceOrder, missing, orderOf, unrated } from "@/domain/evidence-list";
import { Prisma } from "@/generated/prisma/client";

const { sql, join } = Prisma;

/** Which rows of "Evidence" e are meant: all of one workspace that pass the filters. */
export function passing(workspaceId: string, filters: EvidenceFilters): Prisma.Sql {
  const { kind, language, publisher, reliability, credibility, health, tag, q } = filters;
  const conditions = [sql`e."workspaceId" = ${workspaceId}`];
  for (const word of foldForSearch(q ?? "").split(" ")) {
    if (word) conditions.push(sql`e."searchText" LIKE ${`%${literally(word)}%`}`);
  }
  if (kind) conditions.push(sql`e.kind = ${kind}::"EvidenceKind"`);
  if (language) conditions.push(sql`e.language = ${language}`);
  if (publisher) conditions.push(sql`e.publisher = ${publisher}`);
  if (reliability === unrated) conditions.push(sql`e.reliability IS NULL`);
  else if (reliability) conditions.push(sql`e.reliability = ${reliability}::"Reliability"`);
  if (credibility === unrated) conditions.push(sql`e.credibility IS NULL`);
  else if (credibility) conditions.push(sql`e.credibility = ${Number(credibility)}`);
  if (health === dead) conditions.push(sql`e.health IN ('GONE', 'UNREACHABLE')`);
  else if (health) conditions.push(sql`e.health = ${health}::"EvidenceHealth"`);
  if (tag)
    conditions.push(sql`EXISTS (SELECT 1 FROM "EvidenceTag" t WHERE t."evidenceId" = e.id AND t."tagId" = ${tag})`);
  const citation = citationPassing(filters);
  if (citation) conditions.push(sql`EXISTS (${citation})`);
  if (filters.cited === "no") conditions.push(sql`NOT EXISTS (${citationsOf})`);
  return join(conditions, " AND ");
}

/** What is taken off a commitment no longer cites. */
const citationsOf = sql`SELECT 1 FROM "Citation" c WHERE c."evidenceId" = e.id AND c."deletedAt" IS NULL`;

/** One citation has to be all that is asked of citations. */
function citationPassing({ commitment, stance, quote, cited }: EvidenceFilters): Prisma.Sql | null {
  if (!commitment && !stance && !quote && cited !== "yes") return null;
  const conditions = [citationsOf];
  if (commitment) conditions.push(sql`c."commitmentId" = ${commitment}`);
  if (stance) conditions.push(sql`c.stance = ${stance}::"Stance"`);
  if (quote === missing) conditions.push(sql`c."quoteState" IN ('LOST', 'NOT_FOUND')`);
  else if (quote) conditions.push(sql`c."quoteState" = ${quote}::"QuoteState"`);
  return join(conditions, " AND ");
}

/** A word as LIKE finds it, whatever signs it has. */
const literally = (word: string) => word.replace(/[\\%_]/g, "\\$&");

/** What comes first needs care; what nobody has looked at says nothing. */
const healthRank = sql`array_position(ARRAY['GONE', 'UNREACHABLE', 'CHANGED', 'MOVED', 'ALIVE'], e.health::text)`;

const keys: Record<EvidenceOrder, Prisma.Sql[]> = {
  // The order of Unicode, in which the letters of every script stand as in its alphabet.
  title: [sql`e.title COLLATE "und-x-icu"`],
  published: [sql`e."publishedOn"`],
  added: [sql`e."createdAt"`],
  grade: [sql`e.reliability`, sql`e.credibility`],
  health: [healthRank],
  citations: [sql`(SELECT count(*) FROM (${citationsOf}) cited)`],
};

/** The order asked for, empty values last whichever way it runs; ids keep equal rows in their places from page to page. */
export function ordered(filters: EvidenceFilters): Prisma.Sql {
  const { sort, order } = orderOf(filters);
  const way = order === "asc" ? sql`ASC NULLS LAST` : sql`DESC NULLS LAST`;
  return join([...keys[sort].map((key) => sql`${key} ${way}`), sql`e.id DESC`]);
}
