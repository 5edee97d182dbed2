// Evidence of a commitment: a source of the workspace, and the citation that ties it to the commitment.
import { changesBetween } from "@/domain/audit";
import type {
  AttachEvidenceInput,
  CitationAtVersion,
  CitationInput,
  CiteSourceInput,
  EditEvidenceInput,
  EditSourceInput,
} from "@/domain/evidence";
import { may } from "@/domain/permissions";
import { invalidField, Refusal } from "@/domain/refusal";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { indexSource } from "./capture-rows";
import { commitmentIdOf } from "./commitment-choices";
import { lockCommitment } from "./commitments";
import { database, inTransaction, type Transaction } from "./database";
import { askForCheck, forgetHealth } from "./evidence-health";
import {
  about,
  addSource,
  citationInclude,
  citationView,
  evidenceValues,
  findSource,
  type SourceRow,
  sourceValues,
  sourceValuesOfInput,
  sourceView,
  takeCitation,
  takeSource,
  writeSource,
} from "./evidence-rows";
import { checkQuotes } from "./quote-states";

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
    const citation = await cite(tx, actor, {
      source: known ?? (await addSource(tx, actor, input)),
      commitment,
      input,
      field: "address",
    });
    return { citationId: citation.id, known: known !== null };
  });
}

/** Cites a source that the workspace has for one more commitment. Refuses as attachEvidence, at commitmentId. */
export function citeSource(actor: Actor, input: CiteSourceInput): Promise<{ citationId: string }> {
  return inTransaction(async (tx) => {
    const commitmentId = await commitmentIdOf(tx, actor, input.commitmentId);
    if (/^\d+$/.test(commitmentId)) throw invalidField("commitmentId", "no_such_commitment");
    const commitment = await lockCommitment(tx, actor, commitmentId);
    const source = await takeSource(tx, actor, input.evidenceId);
    authorize(actor, "evidence:attach");
    const citation = await cite(tx, actor, { source, commitment, input, field: "commitmentId" });
    return { citationId: citation.id };
  });
}

type NewCitation = {
  source: SourceRow;
  commitment: { id: string };
  input: CitationInput;
  /** Where a form says that the source is attached already. */
  field: string;
};

async function cite(tx: Transaction, actor: Actor, { source, commitment, input, field }: NewCitation) {
  const place = { evidenceId: source.id, commitmentId: commitment.id };
  const before = await tx.citation.findUnique({
    where: { evidenceId_commitmentId: place },
    include: citationInclude,
  });
  if (before && !before.deletedAt) {
    throw new Refusal("invalid", { fields: { [field]: "already_attached" }, current: citationView(before) });
  }
  const link = { stance: input.stance, quotedPassage: input.quotedPassage, citedById: actor.memberId };
  const citation = before
    ? await tx.citation.update({
        where: { id: before.id },
        data: { ...link, deletedAt: null, version: { increment: 1 } },
        include: citationInclude,
      })
    : await tx.citation.create({
        data: { ...link, ...place, workspaceId: actor.workspaceId },
        include: citationInclude,
      });
  if (citation.evidence._count.captures === 0) await askForCheck(tx, actor, { evidenceId: source.id });
  await recordEvent(tx, actor, { type: "evidence.attached", data: evidenceValues(citation), ...about(citation) });
  await checkQuotes(tx, actor, { evidenceId: source.id, citationId: citation.id });
  return citation;
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
    const { stance, quotedPassage } = input;
    const changes = changesBetween(evidenceValues(citation), { ...sourceValuesOfInput(input), stance, quotedPassage });
    if (!changes) return;
    await writeSource(tx, actor, citation.evidenceId, input);
    await tx.citation.update({
      where: { id: citation.id },
      data: { stance, quotedPassage, version: { increment: 1 } },
    });
    await recordEvent(tx, actor, {
      type: "evidence.edited",
      data: { title: input.title, changes },
      ...about(citation),
    });
    await followEdit(tx, actor, {
      source: { ...citation.evidence, title: input.title },
      isElsewhere: !!changes.address,
    });
    await checkQuotes(tx, actor, { evidenceId: citation.evidenceId, citationId: citation.id });
  });
}

/**
 * Saves an edited source, without saying anything of what cites it; the event's subject is the source itself.
 * Refuses: not_found, forbidden, invalid (address in use by another source), conflict (detail.current).
 */
export function editSource(actor: Actor, input: EditSourceInput): Promise<void> {
  return inTransaction(async (tx) => {
    const source = await takeSource(tx, actor, input.evidenceId);
    authorize(actor, "evidence:edit");
    if (source.version !== input.evidenceVersion) throw new Refusal("conflict", { current: sourceView(source) });
    const changes = changesBetween(sourceValues(source), sourceValuesOfInput(input));
    if (!changes) return;
    await writeSource(tx, actor, source.id, input);
    const data = { title: input.title, changes };
    await recordEvent(tx, actor, { type: "evidence.edited", data, subjectId: source.id });
    await followEdit(tx, actor, { source: { ...source, title: input.title }, isElsewhere: !!changes.address });
  });
}

/** What is known of a source is found by its new words; of a new address nothing is known yet. */
async function followEdit(
  tx: Transaction,
  actor: Actor,
  { source, isElsewhere }: { source: SourceRow; isElsewhere: boolean },
): Promise<void> {
  await indexSource(tx, source.id);
  if (isElsewhere) await forgetHealth(tx, actor, source);
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
    const set = await tx.citation.update({
      where: { id: citation.id },
      data: { deletedAt, version: { increment: 1 } },
      select: { version: true },
    });
    await checkQuotes(tx, actor, { evidenceId: citation.evidenceId, citationId: citation.id });
    return set;
  });
}
