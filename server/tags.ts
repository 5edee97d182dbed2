// The words that a team sorts its annotations and its evidence by: a controlled list, and free ones where the workspace allows them.
import { changesBetween, type EventDataOf } from "@/domain/audit";
import type { TagName } from "@/domain/audit-values";
import { invalidField, Refusal } from "@/domain/refusal";
import { type AddTagInput, type EditTagInput, type MergeTagInput, sharedName, type TagAtVersion } from "@/domain/tag";
import type { TagWords } from "@/domain/tag-terms";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { database, inTransaction, type Transaction } from "./database";

const select = { id: true, name: true, description: true, color: true, isFree: true, version: true } as const;
type Row = {
  id: string;
  name: unknown;
  description: unknown;
  color: TagView["color"];
  isFree: boolean;
  version: number;
};

/** The tags of the workspace with how many annotations of the team and how many sources have each. Refuses: forbidden. */
export async function listTags(actor: Actor) {
  authorize(actor, "annotation:read");
  const rows = await database().tag.findMany({
    where: { workspaceId: actor.workspaceId, deletedAt: null },
    select: {
      ...select,
      _count: {
        select: { annotations: { where: { annotation: { deletedAt: null, layer: "TEAM" } } }, evidence: true },
      },
    },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ _count, ...row }) => ({ ...tagView(row), uses: _count.annotations, sources: _count.evidence }));
}
export type ListedTag = Awaited<ReturnType<typeof listTags>>[number];

/** Adds one to the list. Refuses: forbidden, invalid (the name that another tag has in any language and spelling: `taken`). */
export function addTag(actor: Actor, input: AddTagInput): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    authorize(actor, "tag:manage");
    await refuseTaken(tx, actor, input.name, null);
    const { id } = await tx.tag.create({ data: { workspaceId: actor.workspaceId, ...input }, select: { id: true } });
    await recordEvent(tx, actor, { type: "tag.added", data: { ...input, isFree: false }, subjectId: id });
    return { id };
  });
}

/** Renames or explains one, or gives it another colour; a free one enters the list by it. Refuses: not_found, forbidden, invalid (taken), conflict (detail.current). */
export function editTag(actor: Actor, { tagId, version, ...input }: EditTagInput): Promise<void> {
  return inTransaction(async (tx) => {
    const standing = await takeTag(tx, actor, { tagId, version });
    await refuseTaken(tx, actor, input.name, tagId);
    const after = { ...input, isFree: false };
    const changes = changesBetween(valuesOf(standing), after);
    if (!changes) return;
    await tx.tag.update({ where: { id: tagId }, data: { ...after, version: version + 1 } });
    await recordEvent(tx, actor, { type: "tag.edited", data: { name: input.name, changes }, subjectId: tagId });
  });
}

/** Takes one out of use; what is tagged with it keeps it, unseen, until restoreTag. Refuses: not_found, forbidden, conflict. */
export function deleteTag(actor: Actor, input: TagAtVersion): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const standing = await takeTag(tx, actor, input);
    const version = standing.version + 1;
    await tx.tag.update({ where: { id: standing.id }, data: { deletedAt: new Date(), version } });
    await recordEvent(tx, actor, { type: "tag.deleted", data: valuesOf(standing), subjectId: standing.id });
    return { version };
  });
}

/** Brings a deleted one back. Refuses: not_found, forbidden, invalid (taken), conflict. */
export function restoreTag(actor: Actor, { tagId, version }: TagAtVersion): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(actor, "tag:manage");
    await lockTags(tx, actor);
    const where = { id: tagId, workspaceId: actor.workspaceId, deletedAt: { not: null }, mergedIntoId: null };
    const row = await tx.tag.findFirst({ where, select });
    if (!row) throw new Refusal("not_found");
    const standing = tagView(row);
    if (standing.version !== version) throw new Refusal("conflict");
    await refuseTaken(tx, actor, standing.name, tagId);
    await tx.tag.update({ where: { id: tagId }, data: { deletedAt: null, version: version + 1 } });
    await recordEvent(tx, actor, { type: "tag.restored", data: valuesOf(standing), subjectId: tagId });
  });
}

/** Makes two tags one: all that had the first has the second, by whose name the first is found from now on. Refuses: not_found, forbidden, conflict, invalid (intoId). */
export function mergeTag(actor: Actor, { intoId, ...input }: MergeTagInput): Promise<void> {
  return inTransaction(async (tx) => {
    const from = await takeTag(tx, actor, input);
    const row = await tx.tag.findFirst({ where: { id: intoId, ...living(actor) }, select });
    if (!row) throw invalidField("intoId", "choose_one");
    // Of the private ones nobody is told how many there are.
    const ofTheTeam = { tagId: from.id, annotation: { deletedAt: null, layer: "TEAM" as const } };
    const annotations = await tx.annotationTag.count({ where: ofTheTeam });
    await tx.$executeRaw`
      INSERT INTO "AnnotationTag" ("annotationId", "tagId")
      SELECT "annotationId", ${intoId} FROM "AnnotationTag" WHERE "tagId" = ${from.id}
      ON CONFLICT DO NOTHING`;
    await tx.annotationTag.deleteMany({ where: { tagId: from.id } });
    await tx.$executeRaw`
      INSERT INTO "EvidenceTag" ("evidenceId", "tagId")
      SELECT "evidenceId", ${intoId} FROM "EvidenceTag" WHERE "tagId" = ${from.id}
      ON CONFLICT DO NOTHING`;
    await tx.evidenceTag.deleteMany({ where: { tagId: from.id } });
    const gone = { deletedAt: new Date(), mergedIntoId: intoId, version: from.version + 1 };
    await tx.tag.update({ where: { id: from.id }, data: gone });
    await tx.tag.updateMany({ where: { mergedIntoId: from.id }, data: { mergedIntoId: intoId } });
    const data = { tagId: from.id, name: from.name, into: tagName(row), annotations };
    await recordEvent(tx, actor, { type: "tag.merged", data, subjectId: intoId });
  });
}

type Wanted = { tagIds: readonly string[]; freeTags: readonly string[] };

/**
 * The tags that a form names, in the caller's transaction: those of the list, those that a word means, and new free ones
 * where the workspace allows them. Refuses: invalid (tagIds: choose_one, freeTags: free_tags_off).
 */
export async function findTags(tx: Transaction, actor: Actor, { tagIds, freeTags }: Wanted): Promise<TagName[]> {
  if (tagIds.length + freeTags.length === 0) return [];
  if (freeTags.length > 0) await lockTags(tx, actor);
  const known = (await tx.tag.findMany({ where: { workspaceId: actor.workspaceId }, select: searched })).map(
    asSearched,
  );
  const found = new Map<string, TagName>();
  for (const id of tagIds) {
    const tag = known.find((each) => each.tagId === id && each.isLiving);
    if (!tag) throw invalidField("tagIds", "choose_one");
    found.set(id, { tagId: tag.tagId, name: tag.name });
  }
  for (const word of freeTags) {
    const tag = meantBy(known, word) ?? (await addFreeTag(tx, actor, word));
    found.set(tag.tagId, { tagId: tag.tagId, name: tag.name });
  }
  return [...found.values()];
}

const searched = { id: true, name: true, deletedAt: true, mergedIntoId: true } as const;
type Searched = TagName & { isLiving: boolean; mergedIntoId: string | null };

function asSearched(row: { id: string; name: unknown; deletedAt: Date | null; mergedIntoId: string | null }): Searched {
  return { ...tagName(row), isLiving: row.deletedAt === null, mergedIntoId: row.mergedIntoId };
}

/** The living tag of that name in any language and spelling, or the one that took the place of it. */
function meantBy(known: readonly Searched[], word: string): TagName | undefined {
  const named = known.filter(({ name }) => sharedName({ ar: word }, name));
  const successors = named.map(({ mergedIntoId }) => known.find(({ tagId }) => tagId === mergedIntoId));
  return [...named, ...successors].find((tag) => tag?.isLiving);
}

async function addFreeTag(tx: Transaction, actor: Actor, word: string): Promise<TagName> {
  const { allowsFreeTags } = await tx.workspace.findUniqueOrThrow({
    where: { id: actor.workspaceId },
    select: { allowsFreeTags: true },
  });
  if (!allowsFreeTags) throw invalidField("freeTags", "free_tags_off");
  const values = { name: { ar: word, en: word, fr: word }, description: {}, color: "GREY", isFree: true } as const;
  const { id } = await tx.tag.create({ data: { workspaceId: actor.workspaceId, ...values }, select: { id: true } });
  await recordEvent(tx, actor, { type: "tag.added", data: values, subjectId: id });
  return { tagId: id, name: values.name };
}

export function tagName({ id, name }: { id: string; name: unknown }): TagName {
  return { tagId: id, name: name as TagWords };
}

function tagView(row: Row) {
  return { ...row, name: row.name as TagWords, description: row.description as TagWords };
}
export type TagView = EventDataOf<"tag.added"> & { id: string; version: number };

const living = (actor: Actor) => ({ workspaceId: actor.workspaceId, deletedAt: null });

function valuesOf({ name, description, color, isFree }: TagView): EventDataOf<"tag.added"> {
  return { name, description, color, isFree };
}

/** All changes of the list take turns, so that no two tags come to one name. */
async function lockTags(tx: Transaction, actor: Actor): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${actor.workspaceId} FOR UPDATE`;
}

async function takeTag(tx: Transaction, actor: Actor, { tagId, version }: TagAtVersion): Promise<TagView> {
  authorize(actor, "tag:manage");
  await lockTags(tx, actor);
  const row = await tx.tag.findFirst({ where: { id: tagId, ...living(actor) }, select });
  if (!row) throw new Refusal("not_found");
  const standing = tagView(row);
  if (standing.version !== version) throw new Refusal("conflict", { current: standing });
  return standing;
}

async function refuseTaken(tx: Transaction, actor: Actor, name: TagWords, ownId: string | null): Promise<void> {
  await lockTags(tx, actor);
  const others = await tx.tag.findMany({ where: { ...living(actor), id: { not: ownId ?? "-" } }, select });
  for (const other of others) {
    const language = sharedName(name, other.name as TagWords);
    if (language) throw invalidField(`name_${language}`, "taken");
  }
}
