// What other programs' tags and links are here: tags of the list by their name in any language, links by what they lead to.
import { readCommitmentIri } from "@/domain/annotation-iris";
import { foldArabic } from "@/domain/arabic-fold";
import { canonicalAddress } from "@/domain/evidence";
import { locales } from "@/i18n/locales";
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";

/** A name as it is compared: spelling and case apart. */
const folded = (name: string) => foldArabic(name).trim().toLowerCase();

export type Tags = Awaited<ReturnType<typeof findTags>>;

/** The workspace's tags by name; `take` makes free ones of those that there are not, where the workspace allows them. */
export async function findTags(tx: Transaction, { workspaceId }: Actor) {
  const [workspace, rows] = await Promise.all([
    tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { allowsFreeTags: true } }),
    tx.tag.findMany({
      where: { workspaceId, deletedAt: null },
      orderBy: [{ isFree: "desc" }, { createdAt: "desc" }],
      select: { id: true, name: true, mergedIntoId: true },
    }),
  ]);
  // The controlled and the oldest come last, so they stay where two have one name.
  const known = new Map(
    rows.flatMap(({ id, name, mergedIntoId }) =>
      Object.values(name as Record<string, string>).map((each) => [folded(each), mergedIntoId ?? id] as const),
    ),
  );
  return {
    has: (name: string) => known.has(folded(name)) || workspace.allowsFreeTags,
    async take(tx: Transaction, names: readonly string[]): Promise<string[]> {
      const ids: string[] = [];
      for (const name of names) {
        const there = known.get(folded(name));
        if (!there && !workspace.allowsFreeTags) continue;
        const id = there ?? (await makeFreeTag(tx, workspaceId, name.trim()));
        known.set(folded(name), id);
        ids.push(id);
      }
      return ids;
    },
  };
}

async function makeFreeTag(tx: Transaction, workspaceId: string, word: string): Promise<string> {
  const name = Object.fromEntries(locales.map((locale) => [locale, word]));
  const data = { workspaceId, name, description: {}, isFree: true };
  return (await tx.tag.create({ data, select: { id: true } })).id;
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
