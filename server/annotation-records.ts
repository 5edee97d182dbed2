// Annotations as their representation needs them: read with their text, tags and links, and found by the addresses that programs know.
import { type Addresses, addressesAt } from "@/domain/annotation-iris";
import type { AnnotationRecord, Foreign } from "@/domain/representation/annotation-writing";
import type { TagWords } from "@/domain/tag-terms";
import { env } from "@/env";
import type { Prisma } from "@/generated/prisma/client";
import { visibleTo } from "./annotation-rows";
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";
import { personOf, personSelect } from "./members";

const exchanged = {
  author: { select: personSelect },
  document: { select: { slug: true } },
  tags: { where: { tag: { deletedAt: null } }, include: { tag: { select: { name: true } } } },
  commitment: { select: { number: true, document: { select: { slug: true } } } },
  evidence: { select: { address: true } },
  targets: {
    where: { archivedAt: null },
    orderBy: { ordinal: "asc" },
    include: {
      passage: {
        select: {
          revision: true,
          createdAt: true,
          languageVersion: { select: { language: true } },
          paragraph: { select: { ordinal: true, document: { select: { slug: true } } } },
        },
      },
    },
  },
} as const satisfies Prisma.AnnotationInclude;

/** The addresses of this installation. */
export function ownAddresses(): Addresses {
  return addressesAt(env().BASE_URL);
}

/** One of these that lives and that the actor may see; a thread that is gone takes its replies with it. */
export const exchangeable = (actor: Actor): Prisma.AnnotationWhereInput => ({
  deletedAt: null,
  AND: [visibleTo(actor), { OR: [{ threadId: null }, { thread: { deletedAt: null } }] }],
  OR: [{ threadId: { not: null } }, { targets: { some: { archivedAt: null } } }],
});

/** A page of the annotations that match, in the order in which they were made, which never changes. */
export async function readRecords(
  tx: Transaction,
  where: Prisma.AnnotationWhereInput,
  page: { skip?: number; take?: number } = {},
) {
  const rows = await tx.annotation.findMany({
    where,
    include: exchanged,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    ...page,
  });
  return rows.map((row) => ({ version: row.version, authorId: row.authorId, record: recordOf(row) }));
}

/** A tag has a name in one language at least. */
const wordOf = ({ ar, en, fr }: TagWords): string => ar ?? en ?? fr ?? "";

function recordOf(row: Prisma.AnnotationGetPayload<{ include: typeof exchanged }>): AnnotationRecord {
  const { commitment, evidence } = row;
  return {
    id: row.id,
    threadId: row.threadId,
    motivation: row.motivation,
    layer: row.layer,
    body: row.body,
    creator: row.creatorName ?? personOf(row.author)?.name ?? null,
    created: row.createdAt,
    modified: row.updatedAt,
    resolvedAt: row.resolvedAt,
    via: row.via,
    canonical: row.canonical,
    foreign: row.foreign as Foreign | null,
    tags: row.tags.map(({ tag }) => wordOf(tag.name as TagWords)).sort(),
    link: commitment
      ? ownAddresses().commitment(commitment.document.slug, commitment.number)
      : evidence && new URL(evidence.address).href,
    targets: row.targets.map(({ passage, ...target }) => ({
      ...target,
      passage: passage && {
        slug: passage.paragraph.document.slug,
        ordinal: passage.paragraph.ordinal,
        language: passage.languageVersion.language,
        revision: passage.revision,
        since: passage.createdAt,
      },
    })),
  };
}

/** Of these IRIs those that are annotations here already, by their own address or by the one where they came from: IRI → id. */
export async function findByIris(tx: Transaction, actor: Actor, iris: readonly string[]): Promise<Map<string, string>> {
  const own = new Map(iris.flatMap((iri) => (idOf(iri) ? [[idOf(iri) as string, iri] as const] : [])));
  const rows = await tx.annotation.findMany({
    where: {
      AND: [exchangeable(actor)],
      OR: [{ id: { in: [...own.keys()] } }, { via: { in: [...iris] } }, { canonical: { in: [...iris] } }],
    },
    select: { id: true, via: true, canonical: true },
  });
  const asked = new Set(iris);
  const found = new Map<string, string>();
  for (const { id, via, canonical } of rows) {
    for (const iri of [own.get(id), via, canonical]) if (iri && asked.has(iri)) found.set(iri, id);
  }
  return found;
}

/** The id in an annotation's own address. */
function idOf(iri: string): string | null {
  const { container } = ownAddresses();
  const id = iri.startsWith(container) ? iri.slice(container.length) : "";
  return /^[\w-]{1,64}$/.test(id) ? id : null;
}
