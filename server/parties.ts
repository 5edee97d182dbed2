// Parties: the list of states and organisations that a workspace keeps. None is there until somebody puts it there.
import { changesBetween } from "@/domain/audit";
import type { PartyValues } from "@/domain/audit-values";
import type { AddOrganisationInput, AddStateInput, EditPartyInput, PartyAtVersion } from "@/domain/party";
import { invalidField, Refusal } from "@/domain/refusal";
import { sharedName } from "@/domain/tag";
import type { TagWords } from "@/domain/tag-terms";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { findCountry } from "./countries";
import { database, inTransaction, type Transaction } from "./database";

const select = { id: true, kind: true, code: true, name: true, version: true, deletedAt: true } as const;
type Row = {
  id: string;
  kind: PartyValues["kind"];
  code: string | null;
  name: unknown;
  version: number;
  deletedAt: Date | null;
};

/** The parties of the workspace, those taken off the list marked, each with how many contributions it made. Refuses: forbidden. */
export async function listParties(actor: Actor) {
  authorize(actor, "commitment:read");
  const rows = await database().party.findMany({
    where: { workspaceId: actor.workspaceId },
    select: { ...select, _count: { select: { contributions: { where: { deletedAt: null } } } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ _count, ...row }) => ({ ...partyView(row), contributions: _count.contributions }));
}
export type ListedParty = Awaited<ReturnType<typeof listParties>>[number];

/** One party, also one that was taken off the list. Refuses: not_found, forbidden. */
export async function getParty(actor: Actor, partyId: string): Promise<PartyView> {
  authorize(actor, "commitment:read");
  const row = await database().party.findFirst({ where: { id: partyId, workspaceId: actor.workspaceId }, select });
  if (!row) throw new Refusal("not_found");
  return partyView(row);
}

/**
 * Puts a state of ISO 3166-1 on the list, by its names in the three languages; one that was taken off comes back as it
 * was. Refuses: forbidden, invalid (code: choose_one, party_taken).
 */
export function addState(actor: Actor, { code }: AddStateInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    authorize(actor, "party:manage");
    const country = findCountry(code);
    if (!country) throw invalidField("code", "choose_one");
    await lockParties(tx, actor);
    const there = await tx.party.findUnique({
      where: { workspaceId_code: { workspaceId: actor.workspaceId, code } },
      select,
    });
    if (there && !there.deletedAt) throw invalidField("code", "party_taken");
    if (there) return bringBack(tx, actor, there);
    return create(tx, actor, { kind: "STATE", ...country });
  });
}

/** Puts an organisation on the list. Refuses: forbidden, invalid (the name that another party has in any language and spelling: party_taken). */
export function addOrganisation(actor: Actor, { name }: AddOrganisationInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    authorize(actor, "party:manage");
    await lockParties(tx, actor);
    await refuseTaken(tx, actor, name, null);
    return create(tx, actor, { kind: "ORGANISATION", code: null, name });
  });
}

/** Renames a party, everywhere it is named. Refuses: not_found, forbidden, invalid (taken), conflict (detail.current). */
export function editParty(actor: Actor, { name, ...input }: EditPartyInput): Promise<void> {
  return inTransaction(async (tx) => {
    const standing = await takeParty(tx, actor, input);
    if (standing.deletedAt) throw new Refusal("conflict", { reason: "deleted", current: partyView(standing) });
    await refuseTaken(tx, actor, name, standing.id);
    const changes = changesBetween(partyValues(standing), { ...partyValues(standing), name });
    if (!changes) return;
    await tx.party.update({ where: { id: standing.id }, data: { name, version: { increment: 1 } } });
    await recordEvent(tx, actor, { type: "party.edited", data: { name, changes }, subjectId: standing.id });
  });
}

/** Takes a party off the list, so that nobody chooses it any more; what it did stays. Refuses: not_found, forbidden, conflict. */
export function removeParty(actor: Actor, input: PartyAtVersion): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const standing = await takeParty(tx, actor, input);
    if (standing.deletedAt) return { version: standing.version };
    const { version } = await tx.party.update({
      where: { id: standing.id },
      data: { deletedAt: new Date(), version: { increment: 1 } },
    });
    await recordEvent(tx, actor, { type: "party.removed", data: partyValues(standing), subjectId: standing.id });
    return { version };
  });
}

/** Puts a party back on the list. Refuses: not_found, forbidden, invalid (taken), conflict. */
export function restoreParty(actor: Actor, input: PartyAtVersion): Promise<void> {
  return inTransaction(async (tx) => {
    const standing = await takeParty(tx, actor, input);
    if (!standing.deletedAt) return;
    await refuseTaken(tx, actor, standing.name as TagWords, standing.id);
    await bringBack(tx, actor, standing);
  });
}

/** A party that can be chosen, in the caller's transaction. Refuses: invalid (partyId: choose_one). */
export async function findPartyOnList(tx: Transaction, actor: Actor, partyId: string) {
  const where = { id: partyId, workspaceId: actor.workspaceId, deletedAt: null };
  const row = await tx.party.findFirst({ where, select });
  if (!row) throw invalidField("partyId", "choose_one");
  return partyView(row);
}

function partyView({ deletedAt, ...row }: Row) {
  return { ...row, name: row.name as TagWords, isRemoved: deletedAt !== null };
}
export type PartyView = ReturnType<typeof partyView>;

async function create(tx: Transaction, actor: Actor, values: PartyValues): Promise<{ id: string }> {
  const { id } = await tx.party.create({ data: { workspaceId: actor.workspaceId, ...values }, select: { id: true } });
  await recordEvent(tx, actor, { type: "party.added", data: values, subjectId: id });
  return { id };
}

async function bringBack(tx: Transaction, actor: Actor, row: Row): Promise<{ id: string }> {
  await tx.party.update({ where: { id: row.id }, data: { deletedAt: null, version: { increment: 1 } } });
  await recordEvent(tx, actor, { type: "party.restored", data: partyValues(row), subjectId: row.id });
  return { id: row.id };
}

async function takeParty(tx: Transaction, actor: Actor, { partyId, version }: PartyAtVersion): Promise<Row> {
  await lockParties(tx, actor);
  const row = await tx.party.findFirst({ where: { id: partyId, workspaceId: actor.workspaceId }, select });
  if (!row) throw new Refusal("not_found");
  authorize(actor, "party:manage");
  if (row.version !== version) throw new Refusal("conflict", { current: partyView(row) });
  return row;
}

/** The list is changed by one at a time, so that two people cannot give the same name at once. */
async function lockParties(tx: Transaction, { workspaceId }: Actor): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`parties ${workspaceId}`}, 0))`;
}

async function refuseTaken(tx: Transaction, actor: Actor, name: TagWords, except: string | null): Promise<void> {
  const rows = await tx.party.findMany({
    where: { workspaceId: actor.workspaceId, deletedAt: null, ...(except && { id: { not: except } }) },
    select: { name: true },
  });
  for (const row of rows) {
    const language = sharedName(name, row.name as TagWords);
    if (language) throw invalidField(`name_${language}`, "party_taken");
  }
}

function partyValues({ kind, code, name }: Row): PartyValues {
  return { kind, code, name: name as TagWords };
}
