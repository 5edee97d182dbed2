// Sources and their citations as the database keeps them: found, locked, written, and described for history.
import type { EvidenceValues } from "@/domain/audit-values";
import { canonicalAddress, gradeOf, type SourceInput } from "@/domain/evidence";
import { searchTextOf } from "@/domain/evidence-search";
import { invalidField, Refusal } from "@/domain/refusal";
import type { Actor } from "./auth/actor";
import { dateColumn, isoDate } from "./calendar-dates";
import type { Transaction } from "./database";
import { personOf, personSelect } from "./members";

export const citationInclude = {
  evidence: { omit: { searchText: true }, include: { _count: { select: { captures: true } } } },
  citedBy: { select: personSelect },
  commitment: { select: { documentId: true } },
  _count: { select: { supports: { where: { assessment: { review: "APPROVED" } } } } },
} as const;
export type CitationRow = NonNullable<Awaited<ReturnType<typeof findCitation>>>;
export type SourceRow = Omit<CitationRow["evidence"], "_count">;
/** The part of an event that is about the source and not about one citation. */
export type SourceValues = Omit<EvidenceValues, "stance" | "quotedPassage">;

/** Locks the citation and its source, in this order everywhere. Refuses: not_found. */
export async function takeCitation(tx: Transaction, actor: Actor, id: string): Promise<CitationRow> {
  await tx.$queryRaw`SELECT 1 FROM "Citation" WHERE id = ${id} AND "workspaceId" = ${actor.workspaceId} FOR UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM "Evidence" WHERE id = (SELECT "evidenceId" FROM "Citation" WHERE id = ${id}) FOR UPDATE`;
  const citation = await findCitation(tx, actor, id);
  if (!citation) throw new Refusal("not_found");
  return citation;
}

function findCitation(tx: Transaction, actor: Actor, id: string) {
  return tx.citation.findFirst({ where: { id, workspaceId: actor.workspaceId }, include: citationInclude });
}

/** Locks a source of the actor's workspace. Refuses: not_found. */
export async function takeSource(tx: Transaction, actor: Actor, id: string): Promise<SourceRow> {
  await tx.$queryRaw`SELECT 1 FROM "Evidence" WHERE id = ${id} AND "workspaceId" = ${actor.workspaceId} FOR UPDATE`;
  const source = await tx.evidence.findFirst({ where: { id, workspaceId: actor.workspaceId } });
  if (!source) throw new Refusal("not_found");
  return source;
}

/** The source behind an address; the workspace's addresses stay locked, so that two people cannot add it twice at once. */
export async function findSource(tx: Transaction, actor: Actor, address: string): Promise<SourceRow | null> {
  const canonical = canonicalAddress(address);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.workspaceId} ${canonical}`}, 0))`;
  return tx.evidence.findUnique({
    where: { workspaceId_canonicalAddress: { workspaceId: actor.workspaceId, canonicalAddress: canonical } },
  });
}

/** Adds a source to the workspace. */
export function addSource(tx: Transaction, actor: Actor, input: SourceInput): Promise<SourceRow> {
  const owner = { workspaceId: actor.workspaceId, addedById: actor.memberId };
  return tx.evidence.create({ data: { ...owner, ...sourceColumns(input), searchText: searchTextOf(input, null) } });
}

/** Writes an edited source, which changes wherever it is cited. Refuses: invalid (address in use by another source). */
export async function writeSource(tx: Transaction, actor: Actor, id: string, input: SourceInput): Promise<void> {
  const other = await findSource(tx, actor, input.address);
  if (other && other.id !== id) throw invalidField("address", "address_in_use");
  await tx.evidence.update({
    where: { id },
    data: { ...sourceColumns(input), version: { increment: 1 } },
  });
}

function sourceColumns(input: SourceInput) {
  return {
    ...sourceValuesOfInput(input),
    canonicalAddress: canonicalAddress(input.address),
    publishedOn: dateColumn(input.publishedOn),
    accessedOn: dateColumn(input.accessedOn),
  };
}

/** What a form says of a source, as history keeps it. */
export function sourceValuesOfInput(input: SourceInput): SourceValues {
  const { address, title, publisher, publishedOn, accessedOn, language, kind, reliability } = input;
  const credibility = input.credibility === null ? null : Number(input.credibility);
  return { address, title, publisher, publishedOn, accessedOn, language, kind, reliability, credibility };
}

/** What stands of a source, as history keeps it. */
export function sourceValues(source: SourceRow): SourceValues {
  const { address, title, publisher, language, kind, reliability, credibility } = source;
  const dates = { publishedOn: isoDate(source.publishedOn), accessedOn: isoDate(source.accessedOn) };
  return { address, title, publisher, ...dates, language, kind, reliability, credibility };
}

export function evidenceValues({ evidence, stance, quotedPassage }: CitationRow): EvidenceValues {
  return { ...sourceValues(evidence), stance, quotedPassage };
}

/** A source as pages show it. */
export function sourceView(source: SourceRow) {
  return {
    evidenceId: source.id,
    evidenceVersion: source.version,
    ...sourceValues(source),
    grade: gradeOf(source.reliability, source.credibility),
    health: source.health,
    healthSince: source.healthSince,
    checkedAt: source.checkedAt,
  };
}

export function citationView(row: CitationRow) {
  return {
    ...sourceView(row.evidence),
    citationId: row.id,
    version: row.version,
    stance: row.stance,
    quotedPassage: row.quotedPassage,
    quoteState: row.quoteState,
    /** How many copies of the source are kept. */
    copies: row.evidence._count.captures,
    citedBy: personOf(row.citedBy),
    createdAt: row.createdAt,
    /** How many assessments rest on it. */
    supports: row._count.supports,
  };
}

/** What an event about a citation is about. */
export function about(citation: CitationRow) {
  return { documentId: citation.commitment.documentId, commitmentId: citation.commitmentId, subjectId: citation.id };
}
