// The method that judgements are made by, in numbered versions.
import { type Criteria, codebookContent, criteriaOf } from "@/domain/codebook";
import { type PublishCodebookInput, withChanges } from "@/domain/codebook-changes";
import type { Localized } from "@/domain/document";
import { Refusal } from "@/domain/refusal";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { database, inTransaction, type Transaction } from "./database";
import { firstCodebook } from "./first-codebook";
import { personOf, personSelect } from "./members";

const versionInclude = { publishedBy: { select: personSelect } } as const;
type Row = NonNullable<Awaited<ReturnType<typeof findLatest>>>;

/** The number of the version that judgements are made under now. */
export async function codebookVersionInForce(tx: Transaction, actor: Actor): Promise<number> {
  const latest = await tx.codebookVersion.findFirst({
    where: { workspaceId: actor.workspaceId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return latest?.number ?? 1;
}

/** The version in force, or the one of that number. Refuses: forbidden, not_found. */
export async function getCodebook(actor: Actor, number?: number) {
  authorize(actor, "codebook:read");
  const row = await database().codebookVersion.findFirst({
    where: { workspaceId: actor.workspaceId, number },
    orderBy: { number: "desc" },
    include: versionInclude,
  });
  if (row) return { ...facts(row), content: codebookContent.parse(row.content) };
  if ((number ?? 1) !== 1) throw new Refusal("not_found");
  return { ...firstFacts, content: firstCodebook() };
}
export type Codebook = Awaited<ReturnType<typeof getCodebook>>;

/** Every version without its content, the newest first. Refuses: forbidden. */
export async function listCodebookVersions(actor: Actor): Promise<CodebookFacts[]> {
  authorize(actor, "codebook:read");
  const rows = await database().codebookVersion.findMany({
    where: { workspaceId: actor.workspaceId },
    omit: { content: true },
    orderBy: { number: "desc" },
    include: versionInclude,
  });
  return rows.length > 0 ? rows.map(facts) : [firstFacts];
}

/**
 * Publishes the next version, under which judgements are made from now on; those that stand keep theirs.
 * Refuses: forbidden, conflict when somebody published meanwhile (detail.current: the version in force),
 * invalid (as withChanges; no_such_commitment).
 */
export function publishCodebook(actor: Actor, input: PublishCodebookInput): Promise<{ number: number }> {
  return inTransaction(async (tx) => {
    authorize(actor, "codebook:publish");
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${actor.workspaceId} FOR UPDATE`;
    await keepFirst(tx, actor);
    const latest = await findLatest(tx, actor);
    if (!latest) throw new Error("the first version of the codebook was just kept and is not there");
    const { number: inForce, by } = facts(latest);
    const standing = codebookContent.parse(latest.content);
    if (inForce !== input.basedOn) throw conflict({ number: inForce, by: by?.name ?? null, content: standing });
    const publishedAt = new Date();
    const content = withChanges(standing, input.changes, publishedAt);
    await refuseStrangers(
      tx,
      actor,
      content.criteria.filter((each) => !criteriaOf(standing, each)),
    );
    const number = inForce + 1;
    const { reason } = input;
    const { id } = await tx.codebookVersion.create({
      data: {
        workspaceId: actor.workspaceId,
        number,
        content,
        reason,
        publishedById: actor.memberId,
        publishedAt,
      },
    });
    await recordEvent(tx, actor, { type: "codebook.published", data: { number, reason }, subjectId: id });
    return { number };
  });
}

/** Keeps the first version as this product says it, so that a later product cannot say it otherwise; safe to run again. */
export function ensureCodebook(actor: Actor): Promise<void> {
  return inTransaction((tx) => keepFirst(tx, actor));
}

/** No event: the team judged by it before it was kept, so nothing has changed. */
async function keepFirst(tx: Transaction, { workspaceId }: Actor): Promise<void> {
  const first = { workspaceId, number: 1, content: firstCodebook() };
  await tx.codebookVersion.createMany({ data: first, skipDuplicates: true });
}

function findLatest(tx: Transaction, { workspaceId }: Actor) {
  return tx.codebookVersion.findFirst({
    where: { workspaceId },
    orderBy: { number: "desc" },
    include: versionInclude,
  });
}

/** Every commitment that criteria can be written for, and when its first evidence was attached. Refuses: forbidden. */
export async function listCriteriaPlaces(actor: Actor) {
  authorize(actor, "codebook:read");
  const rows = await database().commitment.findMany({
    where: { workspaceId: actor.workspaceId },
    select: {
      id: true,
      number: true,
      title: true,
      document: { select: { slug: true } },
      // Evidence that was taken off again was seen all the same.
      citations: { orderBy: { createdAt: "asc" }, take: 1, select: { createdAt: true } },
    },
    orderBy: [{ document: { adoptedOn: "asc" } }, { documentId: "asc" }, { number: "asc" }],
  });
  return rows.map(({ id, number, title, document, citations: [first] }) => ({
    id,
    documentSlug: document.slug,
    commitment: number,
    title: title as Localized,
    firstEvidenceAt: first?.createdAt ?? null,
  }));
}
export type CriteriaPlace = Awaited<ReturnType<typeof listCriteriaPlaces>>[number];

/** Of the version in force, as the form that was overtaken shows it. */
export type StandingCodebook = { number: number; by: string | null; content: Codebook["content"] };
const conflict = (current: StandingCodebook) => new Refusal("conflict", { current });

/** Criteria are of commitments that are there; those of one that is gone stay as they are. */
async function refuseStrangers(tx: Transaction, { workspaceId }: Actor, criteria: Criteria[]): Promise<void> {
  for (const { documentSlug, commitment } of criteria) {
    const found = await tx.commitment.count({
      where: { workspaceId, number: commitment, document: { slug: documentSlug } },
    });
    if (found === 0) throw new Refusal("invalid", { reason: "no_such_commitment" });
  }
}

/** A version as lists name it; the first is the product's own, and has nobody and no reason. */
export type CodebookFacts = ReturnType<typeof facts>;

function facts({
  number,
  reason,
  publishedAt,
  publishedBy,
}: Pick<Row, "number" | "reason" | "publishedBy"> & { publishedAt: Date | null }) {
  return { number, reason, publishedAt, by: personOf(publishedBy) };
}
const firstFacts: CodebookFacts = { number: 1, reason: null, publishedAt: null, by: null };
