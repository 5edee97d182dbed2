// Gives annotations to other programs: the collection of a document, a page of it, or all that a filter leaves.
import type { AnnotationFilter } from "@/domain/annotation-filter";
import { slugPattern } from "@/domain/document";
import { Refusal } from "@/domain/refusal";
import { ownContext, w3cContext } from "@/domain/representation/annotation-v1";
import { writeAnnotation } from "@/domain/representation/annotation-writing";
import type { Prisma } from "@/generated/prisma/client";
import { exchangeable, ownAddresses, readRecords } from "./annotation-records";
import { type Actor, authorize } from "./auth/actor";
import { database } from "./database";

const batch = 500;

/**
 * The annotations of a document that the actor may see and the filter leaves, with the replies of their threads, as one
 * AnnotationCollection whose only page is in it; `query` is how it was asked for. Refuses: forbidden, not_found.
 */
export async function exportAnnotations(
  actor: Actor,
  given: { slug: string; filter: AnnotationFilter; query: string },
) {
  authorize(actor, "annotation:read");
  const { slug, filter, query } = given;
  const document = slugPattern.test(slug)
    ? await database().document.findUnique({
        where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug } },
        select: { id: true, versions: { select: { title: true }, take: 1 } },
      })
    : null;
  if (!document) throw new Refusal("not_found");
  const where = { AND: [exchangeable(actor), { documentId: document.id }, matching(filter)] };
  const addresses = ownAddresses();
  const iri = `${addresses.annotationsOf(slug)}${query}`;
  const items: unknown[] = [];
  for (let skip = 0; skip === items.length; skip += batch) {
    for (const { record } of await readRecords(database(), where, { skip, take: batch })) {
      const { "@context": _context, ...item } = writeAnnotation(record, addresses);
      // Contexts of other programs hold for their annotation alone.
      items.push(record.foreign?.context ? { "@context": _context, ...item } : item);
    }
  }
  return {
    "@context": [w3cContext, ownContext],
    id: iri,
    type: "AnnotationCollection",
    label: document.versions[0]?.title ?? slug,
    total: items.length,
    ...(items.length > 0 && {
      first: { id: `${iri}#page`, type: "AnnotationPage", partOf: iri, startIndex: 0, items },
    }),
  };
}

/** A thread matches by what it is itself; its replies go with it. */
function matching(filter: AnnotationFilter): Prisma.AnnotationWhereInput {
  const { paragraph, authorId, tagId, kind, state, layer } = filter;
  const thread: Prisma.AnnotationWhereInput = {
    threadId: null,
    ...(paragraph !== null && { targets: { some: { passage: { paragraph: { ordinal: paragraph } } } } }),
    ...(authorId !== null && { authorId }),
    ...(tagId !== null && { tags: { some: { tagId } } }),
    ...(kind !== null && { motivation: kind }),
    ...(state !== null && { resolvedAt: state === "OPEN" ? null : { not: null } }),
    ...(layer !== null && { layer }),
  };
  return { OR: [thread, { thread }] };
}
