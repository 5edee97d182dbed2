// One source by itself: its own page, and whether the team has it already.
import type { Localized } from "@/domain/document";
import { canonicalAddress } from "@/domain/evidence";
import { may } from "@/domain/permissions";
import { Refusal } from "@/domain/refusal";
import { type Actor, authorize } from "./auth/actor";
import { listCommitmentChoices } from "./commitment-choices";
import { database } from "./database";
import { citationInclude, citationView, sourceView } from "./evidence-rows";
import { personOf, personSelect } from "./members";
import { tagName } from "./tags";

const commitmentSelect = { id: true, number: true, title: true } as const;

/** A source with all that cites it, by number of commitment, its tags, and what it could be cited for as well. Refuses: not_found, forbidden. */
export async function getSource(actor: Actor, evidenceId: string) {
  authorize(actor, "commitment:read");
  const { workspaceId } = actor;
  const [source, citations, commitments] = await Promise.all([
    database().evidence.findFirst({
      where: { id: evidenceId, workspaceId },
      omit: { searchText: true },
      include: {
        addedBy: { select: personSelect },
        tags: { where: { tag: { deletedAt: null } }, include: { tag: true }, orderBy: { tagId: "asc" } },
      },
    }),
    database().citation.findMany({
      where: { evidenceId, workspaceId, deletedAt: null },
      include: { ...citationInclude, commitment: { select: { ...commitmentSelect, documentId: true } } },
      orderBy: { commitment: { number: "asc" } },
    }),
    listCommitmentChoices(actor),
  ]);
  if (!source) throw new Refusal("not_found");
  const cited = new Set(citations.map(({ commitmentId }) => commitmentId));
  return {
    ...sourceView(source),
    addedBy: personOf(source.addedBy),
    addedAt: source.createdAt,
    tags: source.tags.map(({ tag }) => ({ ...tagName(tag), color: tag.color })),
    citations: citations.map((citation) => ({
      ...citationView(citation),
      commitment: placed(citation.commitment),
    })),
    /** Null where there are too many to list. */
    citable: commitments?.filter(({ id }) => !cited.has(id)) ?? null,
    mayEdit: may(actor, "evidence:edit"),
    mayCite: may(actor, "evidence:attach"),
    mayTag: may(actor, "evidence:tag"),
  };
}
export type SourcePage = Awaited<ReturnType<typeof getSource>>;
export type SourceCitation = SourcePage["citations"][number];

const placed = ({ id, number, title }: { id: string; number: number; title: unknown }) => ({
  id,
  number,
  title: title as Localized,
});

/**
 * The source that the workspace has at an address, however it is spelt, with the commitments that cite it, or null;
 * `citedHere` is its citation for the commitment in question. Refuses: forbidden.
 */
export async function findKnownSource(actor: Actor, input: { address: string; commitmentId: string | null }) {
  authorize(actor, "commitment:read");
  const { workspaceId } = actor;
  const source = await database().evidence.findUnique({
    where: { workspaceId_canonicalAddress: { workspaceId, canonicalAddress: canonicalAddress(input.address) } },
    omit: { searchText: true },
    include: {
      citations: {
        where: { deletedAt: null },
        select: { id: true, commitment: { select: commitmentSelect } },
        orderBy: { commitment: { number: "asc" } },
      },
    },
  });
  if (!source) return null;
  const { citations } = source;
  return {
    ...sourceView(source),
    commitments: citations.map(({ commitment }) => placed(commitment)),
    citedHere: citations.find(({ commitment }) => commitment.id === input.commitmentId)?.id ?? null,
  };
}
export type KnownSource = NonNullable<Awaited<ReturnType<typeof findKnownSource>>>;
