// Contributions: what a party did for a commitment, with the evidence that it rests on.
import { changesBetween } from "@/domain/audit";
import type { ContributionValues } from "@/domain/audit-values";
import type { AddContributionInput, ContributionAtVersion, EditContributionInput } from "@/domain/contribution";
import type { Localized } from "@/domain/document";
import { gradeOf } from "@/domain/evidence";
import { may } from "@/domain/permissions";
import { Refusal } from "@/domain/refusal";
import type { TagWords } from "@/domain/tag-terms";
import type { Prisma } from "@/generated/prisma/client";
import { refuseForeignCitations } from "./assessment-rows";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, isoDate } from "./calendar-dates";
import { lockCommitment } from "./commitments";
import { database, inTransaction, type Transaction } from "./database";
import { personOf, personSelect } from "./members";
import { findPartyOnList, getParty } from "./parties";

const include = {
  party: { select: { id: true, kind: true, code: true, name: true, deletedAt: true } },
  addedBy: { select: personSelect },
  commitment: {
    select: {
      id: true,
      number: true,
      title: true,
      documentId: true,
      document: { select: { slug: true, isExample: true } },
    },
  },
  restsOn: {
    // Not all of the source: what it is searched by may be a whole book.
    select: {
      citation: {
        select: {
          id: true,
          deletedAt: true,
          evidence: { select: { title: true, address: true, reliability: true, credibility: true } },
        },
      },
    },
    orderBy: { citationId: "asc" },
  },
} as const;
const latestFirst = [
  { datedOn: { sort: "desc", nulls: "last" } },
  { createdAt: "desc" },
] satisfies Prisma.ContributionOrderByWithRelationInput[];
type Row = NonNullable<Awaited<ReturnType<typeof findContribution>>>;

/** Says what a party did for a commitment. Refuses: not_found, forbidden, invalid (partyId not on the list, citationIds of another commitment or removed). */
export function addContribution(actor: Actor, input: AddContributionInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const commitment = await lockCommitment(tx, actor, input.commitmentId);
    authorize(actor, "contribution:add");
    await findPartyOnList(tx, actor, input.partyId);
    await refuseForeignCitations(tx, commitment.id, input.citationIds);
    const row = await tx.contribution.create({
      data: {
        workspaceId: actor.workspaceId,
        commitmentId: commitment.id,
        addedById: actor.memberId,
        ...columns(input),
        restsOn: { create: input.citationIds.map((citationId) => ({ citationId })) },
      },
      include,
    });
    await recordEvent(tx, actor, { type: "contribution.added", data: contributionValues(row), ...about(row) });
    return { id: row.id };
  });
}

/** Saves an edited contribution. Refuses: not_found, forbidden, invalid (as addContribution), conflict (detail.current is what stands). */
export function editContribution(
  actor: Actor,
  { contributionId, version, ...input }: EditContributionInput,
): Promise<void> {
  return inTransaction(async (tx) => {
    const before = await takeContribution(tx, actor, { contributionId, version }, "contribution:edit");
    if (before.deletedAt) {
      throw new Refusal("conflict", { reason: "deleted", current: { ...contributionView(before), deleted: true } });
    }
    // A party that was taken off the list keeps what it did.
    const party = input.partyId === before.partyId ? before.party : await findPartyOnList(tx, actor, input.partyId);
    const standing = before.restsOn.map(({ citation }) => citation);
    // Nobody can tick or untick a source that was removed meanwhile: it stays behind this, should it come back.
    const removed = standing.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id);
    await refuseForeignCitations(tx, before.commitmentId, input.citationIds);
    const citationIds = [...new Set([...input.citationIds, ...removed])].sort();
    const values = { party: nameOf(party), body: input.body, datedOn: input.datedOn, citationIds };
    const changes = changesBetween(contributionValues(before), values);
    if (!changes) return;
    await tx.contribution.update({
      where: { id: before.id },
      data: {
        ...columns(input),
        restsOn: { deleteMany: {}, create: citationIds.map((citationId) => ({ citationId })) },
        version: { increment: 1 },
      },
    });
    await recordEvent(tx, actor, {
      type: "contribution.edited",
      data: { party: values.party, changes },
      ...about(before),
    });
  });
}

/** Takes a contribution away; restoreContribution brings it back. Refuses: not_found, forbidden, conflict. */
export function removeContribution(actor: Actor, input: ContributionAtVersion): Promise<{ version: number }> {
  return setDeleted(actor, input, new Date());
}

/** Brings a removed contribution back as it was. Refuses: not_found, forbidden, conflict. */
export function restoreContribution(actor: Actor, input: ContributionAtVersion): Promise<{ version: number }> {
  return setDeleted(actor, input, null);
}

/** What the parties did for a commitment, latest first, undated ones last. Refuses: forbidden. */
export async function listContributions(actor: Actor, commitmentId: string) {
  authorize(actor, "commitment:read");
  const rows = await database().contribution.findMany({
    where: { commitmentId, workspaceId: actor.workspaceId, deletedAt: null },
    include,
    orderBy: latestFirst,
  });
  const [mayEdit, mayRemove] = [may(actor, "contribution:edit"), may(actor, "contribution:remove")];
  return rows.map((row) => ({ ...contributionView(row), mayEdit, mayRemove }));
}
export type ContributionView = Awaited<ReturnType<typeof listContributions>>[number];

/** What a party did, in every text, by commitment. Refuses: not_found, forbidden. */
export async function getPartyContributions(actor: Actor, partyId: string) {
  const party = await getParty(actor, partyId);
  const rows = await database().contribution.findMany({
    where: { partyId, workspaceId: actor.workspaceId, deletedAt: null },
    include,
    orderBy: [{ commitment: { document: { adoptedOn: "desc" } } }, { commitment: { number: "asc" } }, ...latestFirst],
  });
  return { party, contributions: rows.map(contributionView) };
}

/** Contributions with their party and their evidence, as everything that shows them reads them. */
export async function findContributions(where: Prisma.ContributionWhereInput) {
  const rows = await database().contribution.findMany({
    where: { ...where, deletedAt: null },
    include,
    orderBy: [{ commitment: { number: "asc" } }, ...latestFirst],
  });
  return rows.map(contributionView);
}

function setDeleted(actor: Actor, input: ContributionAtVersion, deletedAt: Date | null): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const row = await takeContribution(tx, actor, input, "contribution:remove");
    if ((row.deletedAt === null) === (deletedAt === null)) return { version: row.version };
    await recordEvent(tx, actor, {
      type: deletedAt ? "contribution.removed" : "contribution.restored",
      data: contributionValues(row),
      ...about(row),
    });
    return tx.contribution.update({
      where: { id: row.id },
      data: { deletedAt, version: { increment: 1 } },
      select: { version: true },
    });
  });
}

async function takeContribution(
  tx: Transaction,
  actor: Actor,
  { contributionId, version }: ContributionAtVersion,
  permission: "contribution:edit" | "contribution:remove",
): Promise<Row> {
  await tx.$queryRaw`
    SELECT 1 FROM "Contribution" WHERE id = ${contributionId} AND "workspaceId" = ${actor.workspaceId} FOR UPDATE`;
  const row = await findContribution(tx, actor, contributionId);
  if (!row) throw new Refusal("not_found");
  authorize(actor, permission);
  if (row.version !== version) {
    throw new Refusal("conflict", {
      reason: row.deletedAt ? "deleted" : undefined,
      current: { ...contributionView(row), deleted: row.deletedAt !== null },
    });
  }
  return row;
}

function findContribution(tx: Transaction, actor: Actor, id: string) {
  return tx.contribution.findFirst({ where: { id, workspaceId: actor.workspaceId }, include });
}

function columns({ partyId, body, datedOn }: Pick<AddContributionInput, "partyId" | "body" | "datedOn">) {
  return { partyId, body, datedOn: dateColumn(datedOn) };
}

const nameOf = ({ id, name }: { id: string; name: unknown }) => ({ partyId: id, name: name as TagWords });

function contributionValues({ party, body, datedOn, restsOn }: Row): ContributionValues {
  const citationIds = restsOn.map(({ citation }) => citation.id).sort();
  return { party: nameOf(party), body, datedOn: isoDate(datedOn), citationIds };
}

function contributionView(row: Row) {
  const evidence = row.restsOn.map(({ citation }) => citation).filter(({ deletedAt }) => deletedAt === null);
  return {
    id: row.id,
    version: row.version,
    party: { ...nameOf(row.party), kind: row.party.kind, isRemoved: row.party.deletedAt !== null },
    commitment: { ...row.commitment, title: row.commitment.title as Localized },
    body: row.body,
    datedOn: isoDate(row.datedOn),
    /** Without what was removed from the commitment meanwhile. */
    evidence: evidence.map(({ id, evidence: source }) => ({
      citationId: id,
      title: source.title,
      address: source.address,
      grade: gradeOf(source.reliability, source.credibility),
    })),
    addedBy: personOf(row.addedBy),
    updatedAt: row.updatedAt,
  };
}
/** A contribution as a refused save shows it: what stands now. */
export type StandingContribution = ReturnType<typeof contributionView> & { deleted?: boolean };
export type PartyContribution = ReturnType<typeof contributionView>;

function about(row: Row) {
  return { documentId: row.commitment.documentId, commitmentId: row.commitmentId, subjectId: row.id };
}
