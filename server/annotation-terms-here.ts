// What other programs' tags and links are here: tags of the list by their name in any language, links by what they lead to.
import { readCommitmentIri } from "@/domain/annotation-iris";
import { foldForSearch } from "@/domain/arabic-fold";
import { canonicalAddress } from "@/domain/evidence";
import { freeTag } from "@/domain/tag";
import type { TagWords } from "@/domain/tag-terms";
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";
import { findTags } from "./tags";

export type Tags = Awaited<ReturnType<typeof knownTags>>;

/** The workspace's tags by name; `take` makes free ones of those that there are not, where the workspace allows them. */
export async function knownTags(tx: Transaction, actor: Actor) {
  const { workspaceId } = actor;
  const [{ allowsFreeTags }, rows] = await Promise.all([
    tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { allowsFreeTags: true } }),
    tx.tag.findMany({ where: { workspaceId }, select: { id: true, name: true, deletedAt: true, mergedIntoId: true } }),
  ]);
  const living = new Set(rows.flatMap(({ id, deletedAt }) => (deletedAt ? [] : [id])));
  const known = new Set(
    rows
      .filter(({ id, mergedIntoId }) => living.has(mergedIntoId ?? id))
      .flatMap(({ name }) => Object.values(name as TagWords).map(foldForSearch)),
  );
  const has = (name: string) => known.has(foldForSearch(name)) || (allowsFreeTags && freeTag.safeParse(name).success);
  return {
    has,
    async take(tx: Transaction, names: readonly string[]): Promise<string[]> {
      const freeTags = names.filter(has).map((name) => name.trim());
      return (await findTags(tx, actor, { tagIds: [], freeTags })).map(({ tagId }) => tagId);
    },
  };
}

export type Links = Awaited<ReturnType<typeof findLinks>>;

/** The commitments and sources of the workspace that these IRIs name. */
export async function findLinks(tx: Transaction, { workspaceId }: Actor, iris: readonly string[]) {
  const named = iris.flatMap((iri) => {
    const name = readCommitmentIri(iri);
    return name ? [{ iri, ...name }] : [];
  });
  const [commitments, evidence] = await Promise.all([
    tx.commitment.findMany({
      where: { workspaceId, OR: named.map(({ slug, number }) => ({ number, document: { slug } })) },
      select: { id: true, number: true, document: { select: { slug: true } } },
    }),
    tx.evidence.findMany({
      where: { workspaceId, canonicalAddress: { in: [...iris].flatMap((iri) => canonicalOf(iri) ?? []) } },
      select: { id: true, canonicalAddress: true },
    }),
  ]);
  const found = new Map<string, { commitmentId: string } | { evidenceId: string }>();
  const sources = new Map(evidence.map(({ id, canonicalAddress }) => [canonicalAddress, id]));
  for (const iri of iris) {
    const evidenceId = sources.get(canonicalOf(iri) ?? "");
    if (evidenceId) found.set(iri, { evidenceId });
  }
  for (const { iri, slug, number } of named) {
    const there = commitments.find((each) => each.number === number && each.document.slug === slug);
    if (there) found.set(iri, { commitmentId: there.id });
  }
  return found;
}

const canonicalOf = (iri: string) => (/^https?:/i.test(iri) && URL.canParse(iri) ? canonicalAddress(iri) : null);
