// Evidence of a commitment: a source of the workspace, and the citation that ties it to the commitment.
import { changesBetween } from "@/domain/audit";
import type { EvidenceValues } from "@/domain/audit-values";
import {
  type AttachEvidenceInput,
  type CitationAtVersion,
  canonicalAddress,
  type EditEvidenceInput,
  gradeOf,
} from "@/domain/evidence";
import { may } from "@/domain/permissions";
import { invalidField, Refusal } from "@/domain/refusal";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, isoDate } from "./calendar-dates";
import { lockCommitment } from "./commitments";
import { database, inTransaction, type Transaction } from "./database";
import { personOf, personSelect } from "./members";

const citationInclude = {
  evidence: true,
  citedBy: { select: personSelect },
  commitment: { select: { documentId: true } },
  _count: { select: { supports: true } },
} as const;
type CitationRow = NonNullable<Awaited<ReturnType<typeof findCitation>>>;

/**
 * Attaches evidence to a commitment. A source that the workspace already has, by its canonical address, is used
 * again as it stands and only cited here: what the form says of it does not overwrite what the team knows.
 * Refuses: not_found, forbidden, invalid (address: already_attached, with detail.current the citation that stands).
 */
export function attachEvidence(
  actor: Actor,
  input: AttachEvidenceInput,
): Promise<{ citationId: string; known: boolean }> {
  return inTransaction(async (tx) => {
    const commitment = await lockCommitment(tx, actor, input.commitmentId);
    authorize(actor, "evidence:attach");
    const known = await findSource(tx, actor, input.address);
    const cited = known && (await findCitationOf(tx, known.id, commitment.id));
    if (cited && !cited.deletedAt) {
      throw new Refusal("invalid", { fields: { address: "already_attached" }, current: citationView(cited) });
    }
    const evidence = known ?? (await tx.evidence.create({ data: newSource(actor, input) }));
    const link = { stance: input.stance, quotedPassage: input.quotedPassage, citedById: actor.memberId };
    const citation = cited
      ? await tx.citation.update({
          where: { id: cited.id },
          data: { ...link, deletedAt: null, version: { increment: 1 } },
          include: citationInclude,
        })
      : await tx.citation.create({
          data: { ...link, workspaceId: actor.workspaceId, evidenceId: evidence.id, commitmentId: commitment.id },
          include: citationInclude,
        });
    await recordEvent(tx, actor, { type: "evidence.attached", data: evidenceValues(citation), ...about(citation) });
    return { citationId: citation.id, known: known !== null };
  });
}

/**
 * Saves an edited source and its citation; the source changes wherever it is cited.
 * Refuses: not_found, forbidden, invalid (address in use by another source), conflict (detail.current).
 */
export function editEvidence(actor: Actor, input: EditEvidenceInput): Promise<void> {
  return inTransaction(async (tx) => {
    const citation = await takeCitation(tx, actor, input.citationId);
    authorize(actor, "evidence:edit");
    if (
      citation.deletedAt ||
      citation.version !== input.version ||
      citation.evidence.version !== input.evidenceVersion
    ) {
      throw new Refusal("conflict", {
        reason: citation.deletedAt ? "deleted" : undefined,
        current: { ...citationView(citation), deleted: citation.deletedAt !== null },
      });
    }
    const other = await findSource(tx, actor, input.address);
    if (other && other.id !== citation.evidenceId) throw invalidField("address", "address_in_use");
    const changes = changesBetween(evidenceValues(citation), valuesOfInput(input));
    if (!changes) return;
    await tx.evidence.update({
      where: { id: citation.evidenceId },
      data: { ...sourceColumns(input), version: { increment: 1 } },
    });
    await tx.citation.update({
      where: { id: citation.id },
      data: { stance: input.stance, quotedPassage: input.quotedPassage, version: { increment: 1 } },
    });
    await recordEvent(tx, actor, {
      type: "evidence.edited",
      data: { title: input.title, changes },
      ...about(citation),
    });
  });
}

/** Takes the evidence off the commitment; restoreEvidence brings it back. Refuses: not_found, forbidden, conflict. */
export function removeEvidence(actor: Actor, input: CitationAtVersion): Promise<{ version: number }> {
  return setDeleted(actor, input, new Date());
}

/** Brings removed evidence back as it was. Refuses: not_found, forbidden, conflict. */
export function restoreEvidence(actor: Actor, input: CitationAtVersion): Promise<{ version: number }> {
  return setDeleted(actor, input, null);
}

/** The evidence of a commitment, newest publication first. Refuses: forbidden. */
export async function listEvidence(actor: Actor, commitmentId: string) {
  authorize(actor, "commitment:read");
  const rows = await database().citation.findMany({
    where: { commitmentId, workspaceId: actor.workspaceId, deletedAt: null },
    include: citationInclude,
    orderBy: [{ evidence: { publishedOn: { sort: "desc", nulls: "last" } } }, { createdAt: "desc" }],
  });
  return rows.map((row) => ({ ...citationView(row), mayEdit: may(actor, "evidence:edit") }));
}
export type EvidenceView = Awaited<ReturnType<typeof listEvidence>>[number];
/** Evidence as a refused save shows it: what stands now. */
export type StandingEvidence = ReturnType<typeof citationView> & { deleted?: boolean };

function setDeleted(actor: Actor, input: CitationAtVersion, deletedAt: Date | null): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const citation = await takeCitation(tx, actor, input.citationId);
    authorize(actor, "evidence:remove");
    if (citation.version !== input.version) throw new Refusal("conflict", { current: citationView(citation) });
    if ((citation.deletedAt === null) === (deletedAt === null)) return { version: citation.version };
    await recordEvent(tx, actor, {
      type: deletedAt ? "evidence.removed" : "evidence.restored",
      data: evidenceValues(citation),
      ...about(citation),
    });
    return tx.citation.update({
      where: { id: citation.id },
      data: { deletedAt, version: { increment: 1 } },
      select: { version: true },
    });
  });
}

/** Locks the citation and its source, in this order everywhere. */
async function takeCitation(tx: Transaction, actor: Actor, id: string): Promise<CitationRow> {
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

function findCitationOf(tx: Transaction, evidenceId: string, commitmentId: string) {
  return tx.citation.findUnique({
    where: { evidenceId_commitmentId: { evidenceId, commitmentId } },
    include: citationInclude,
  });
}

/** The source behind an address; the workspace's addresses stay locked, so that two people cannot add it twice at once. */
async function findSource(tx: Transaction, actor: Actor, address: string) {
  const canonical = canonicalAddress(address);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.workspaceId} ${canonical}`}, 0))`;
  return tx.evidence.findUnique({
    where: { workspaceId_canonicalAddress: { workspaceId: actor.workspaceId, canonicalAddress: canonical } },
  });
}

function newSource(actor: Actor, input: AttachEvidenceInput) {
  return { workspaceId: actor.workspaceId, addedById: actor.memberId, ...sourceColumns(input) };
}

type SourceInput = Omit<AttachEvidenceInput, "commitmentId">;

function sourceColumns(input: SourceInput) {
  return {
    address: input.address,
    canonicalAddress: canonicalAddress(input.address),
    title: input.title,
    publisher: input.publisher,
    publishedOn: dateColumn(input.publishedOn),
    accessedOn: dateColumn(input.accessedOn),
    language: input.language,
    kind: input.kind,
    reliability: input.reliability,
    credibility: input.credibility === null ? null : Number(input.credibility),
  };
}

function valuesOfInput(input: SourceInput): EvidenceValues {
  const { address, title, publisher, publishedOn, accessedOn, language, kind, reliability, stance, quotedPassage } =
    input;
  const credibility = input.credibility === null ? null : Number(input.credibility);
  return {
    address,
    title,
    publisher,
    publishedOn,
    accessedOn,
    language,
    kind,
    reliability,
    credibility,
    stance,
    quotedPassage,
  };
}

function evidenceValues({ evidence, stance, quotedPassage }: CitationRow): EvidenceValues {
  const { address, title, publisher, language, kind, reliability, credibility } = evidence;
  const dates = { publishedOn: isoDate(evidence.publishedOn), accessedOn: isoDate(evidence.accessedOn) };
  return { address, title, publisher, ...dates, language, kind, reliability, credibility, stance, quotedPassage };
}

function citationView(row: CitationRow) {
  return {
    citationId: row.id,
    version: row.version,
    evidenceVersion: row.evidence.version,
    ...evidenceValues(row),
    grade: gradeOf(row.evidence.reliability, row.evidence.credibility),
    citedBy: personOf(row.citedBy),
    createdAt: row.createdAt,
    /** How many assessments rest on it. */
    supports: row._count.supports,
  };
}

function about(citation: CitationRow) {
  return { documentId: citation.commitment.documentId, commitmentId: citation.commitmentId, subjectId: citation.id };
}
