// Takes in annotations that another program wrote: shows first what would become of each, then keeps them, lost places and all.
import { invalidField, Refusal } from "@/domain/refusal";
import { annotationsIn, type ReadAnnotation, readAnnotation } from "@/domain/representation/annotation-reading";
import type { Prisma } from "@/generated/prisma/client";
import { type Placed, place, readPlaces } from "./annotation-places";
import { findByIris } from "./annotation-records";
import { quoteOf } from "./annotation-rows";
import { findLinks, knownTags, type Links, type Tags } from "./annotation-terms-here";
import { recordEvent } from "./audit";
import { authorize, type MemberActor } from "./auth/actor";
import { database, inTransaction, type Transaction } from "./database";

const most = 2_000;

/** What becomes of one annotation of the file. */
export type ImportLine = {
  /** From 1, in the order of the file. */
  number: number;
  /** Its own address, where it has one. */
  iri: string | null;
  quote: string;
  outcome: "PLACED" | "ORPHAN" | "REPLY" | "KNOWN" | "NO_PARENT" | "UNREADABLE";
  /** How each place was found; null for a place that was not. */
  methods: Placed["method"][];
  /** Tags that are not in the list, links that lead nowhere here, and bodies that we cannot show: kept and handed back. */
  unknownTags: string[];
  unknownLinks: string[];
  keptBodies: number;
  /** Of an unreadable one: the property that cannot be read. */
  field: string | null;
};
type Planned = { line: ImportLine; read: ReadAnnotation | null; targets: Placed[]; parent: string | number | null };

/** What an import would do, without doing it. Refuses: forbidden, not_found, invalid (file). */
export async function previewImport(actor: MemberActor, slug: string, json: unknown): Promise<ImportLine[]> {
  authorize(actor, "annotation:import");
  const { planned } = await plan(database(), { actor, slug }, json);
  return planned.map(({ line }) => line);
}

/** Imports what the preview says; one that is here already is left as it is. Refuses: forbidden, not_found, invalid (file). */
export function importAnnotations(actor: MemberActor, slug: string, json: unknown): Promise<ImportLine[]> {
  return inTransaction(async (tx) => {
    authorize(actor, "annotation:import");
    const { planned, documentId, tags, links } = await plan(tx, { actor, slug }, json);
    const ids = new Map<number, string>();
    const isNew = ({ line }: Planned) => ["PLACED", "ORPHAN", "REPLY"].includes(line.outcome);
    // Threads before their replies, wherever the file has them.
    const inOrder = planned
      .filter(isNew)
      .sort((one, other) => Number(one.parent !== null) - Number(other.parent !== null));
    for (const { line, read, targets, parent } of inOrder) {
      if (!read) continue;
      const threadId = typeof parent === "number" ? (ids.get(parent) as string) : parent;
      const thread = threadId ? await tx.annotation.findUniqueOrThrow({ where: { id: threadId } }) : null;
      const { id } = await tx.annotation.create({
        data: {
          ...columnsOf(actor, read, links),
          workspaceId: actor.workspaceId,
          documentId: thread?.documentId ?? documentId,
          threadId,
          layer: thread?.layer ?? read.layer,
          foreign: foreignOf(read, targets, { tags, links }) as Prisma.InputJsonValue,
          targets: { create: targets.map((target, index) => ({ ...target, ordinal: index + 1 })) },
          tags: { create: (await tags.take(tx, read.tags)).map((tagId) => ({ tagId })) },
        },
        select: { id: true },
      });
      ids.set(line.number, id);
    }
    const lines = planned.map(({ line }) => line);
    const count = (outcome: ImportLine["outcome"]) => lines.filter((line) => line.outcome === outcome).length;
    const data = { annotations: count("PLACED") + count("ORPHAN"), replies: count("REPLY"), orphans: count("ORPHAN") };
    if (inOrder.length > 0) await recordEvent(tx, actor, { type: "annotation.imported", data, documentId });
    return lines;
  });
}

async function plan(tx: Transaction, { actor, slug }: { actor: MemberActor; slug: string }, json: unknown) {
  const items = annotationsIn(json);
  if (items.length > most) throw invalidField("file", "too_many");
  const document = await tx.document.findUnique({
    where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug } },
    select: { id: true, slug: true },
  });
  if (!document) throw new Refusal("not_found");
  const all = items.map((item) => attempt(() => readAnnotation(item)));
  const reads = all.flatMap(({ read }) => read ?? []);
  const [places, tags, links, here] = await Promise.all([
    readPlaces(tx, document),
    knownTags(tx, actor),
    findLinks(
      tx,
      actor,
      reads.flatMap((read) => read.links),
    ),
    findByIris(
      tx,
      actor,
      reads.flatMap((read) => [...namesOf(read), read.replyTo ?? []].flat()),
    ),
  ]);
  /** By what it is called, the first of the file that is called so. */
  const inFile = new Map<string, number>();
  all.forEach(({ read }, index) => {
    for (const name of read ? namesOf(read) : []) if (!inFile.has(name)) inFile.set(name, index);
  });
  const threads = await tx.annotation.findMany({
    where: { id: { in: [...here.values()] } },
    select: { id: true, threadId: true },
  });
  const rootHere = new Map(threads.map(({ id, threadId }) => [id, threadId ?? id]));

  /** The thread that a reply belongs to: an id of here, or a place in the file. */
  function rootOf(read: ReadAnnotation, seen: Set<ReadAnnotation> = new Set()): string | number | null {
    const iri = read.replyTo as string;
    const standing = here.get(iri);
    if (standing) return rootHere.get(standing) ?? null;
    const index = inFile.get(iri);
    const parent = index === undefined ? null : all[index]?.read;
    if (!parent || seen.has(parent)) return null;
    return parent.replyTo === null ? (index as number) + 1 : rootOf(parent, seen.add(parent));
  }

  const planned = all.map(({ read, field }, index): Planned => {
    const number = index + 1;
    const empty = { methods: [], unknownTags: [], unknownLinks: [], keptBodies: 0, field: null };
    if (!read)
      return {
        line: { ...empty, number, iri: null, quote: "", outcome: "UNREADABLE", field },
        read,
        targets: [],
        parent: null,
      };
    const known = namesOf(read).some((name) => here.has(name) || inFile.get(name) !== index);
    const targets = known ? [] : read.targets.map((target) => place(places, target));
    const parent = read.replyTo === null ? null : rootOf(read);
    const isLost = targets.length > 0 && targets.every(({ orphanedAt }) => orphanedAt);
    const outcome = known
      ? "KNOWN"
      : read.replyTo === null
        ? isLost
          ? "ORPHAN"
          : "PLACED"
        : parent === null
          ? "NO_PARENT"
          : "REPLY";
    return {
      line: {
        number,
        iri: read.id ?? read.via,
        quote: quoteOf(targets.length > 0 ? targets : [{ exact: read.body ?? "" }]),
        outcome,
        methods: targets.map(({ method }) => method),
        unknownTags: read.tags.filter((tag) => !tags.has(tag)),
        unknownLinks: read.links.filter((link) => !links.has(link)),
        keptBodies: read.foreign?.bodies?.length ?? 0,
        field: null,
      },
      read,
      targets,
      parent,
    };
  });
  return { planned: settled(planned), documentId: document.id, tags, links };
}

/** A reply to one that is itself left out has nothing to answer. */
function settled(planned: Planned[]): Planned[] {
  return planned.map((each) => {
    if (typeof each.parent !== "number" || each.line.outcome !== "REPLY") return each;
    const thread = planned[each.parent - 1]?.line.outcome;
    const stands = thread === "PLACED" || thread === "ORPHAN";
    return stands ? each : { ...each, line: { ...each.line, outcome: "NO_PARENT" } };
  });
}

const namesOf = ({ id, via, canonical }: ReadAnnotation) => [
  ...new Set([id, via, canonical].filter((name) => name !== null)),
];

function attempt(read: () => ReadAnnotation): { read: ReadAnnotation | null; field: string | null } {
  try {
    return { read: read(), field: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { read: null, field: Object.keys(error.detail.fields ?? {})[0] ?? "type" };
  }
}

/** What is private needs somebody who sees it: whoever brought it. Others keep the name that they came with, and no author. */
function columnsOf(actor: MemberActor, read: ReadAnnotation, links: Links) {
  const { motivation, body, via, canonical, resolvedAt, creator } = read;
  const created = read.created ?? new Date();
  return {
    motivation,
    body,
    via,
    canonical,
    resolvedAt,
    creatorName: creator,
    createdAt: created,
    updatedAt: read.modified ?? created,
    authorId: read.layer === "PRIVATE" ? actor.memberId : null,
    ...links.get(read.links[0] ?? ""),
  };
}

/** What is handed back again: with it the tags and links that are not known here, and where the lost places were. */
function foreignOf(read: ReadAnnotation, targets: readonly Placed[], { tags, links }: { tags: Tags; links: Links }) {
  const bodies = [
    ...(read.foreign?.bodies ?? []),
    ...read.tags.filter((tag) => !tags.has(tag)).map((value) => ({ type: "TextualBody", value, purpose: "tagging" })),
    ...read.links
      .filter((link) => !links.has(link))
      .map((source) => ({ type: "SpecificResource", source, purpose: "linking" })),
  ];
  const kept = { ...read.foreign?.targets };
  targets.forEach(({ passageId }, index) => {
    const ordinal = String(index + 1);
    if (passageId === null) kept[ordinal] = { ...kept[ordinal], source: read.targets[index]?.source };
  });
  const foreign = {
    ...read.foreign,
    ...(bodies.length > 0 && { bodies }),
    ...(Object.keys(kept).length > 0 && { targets: kept }),
  };
  return Object.keys(foreign).length > 0 ? foreign : undefined;
}
