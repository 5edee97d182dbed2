// Annotations one by one for other programs (W3C Web Annotation Protocol): read, made, changed and deleted by the same use cases as on the page.
import { annotateInput, editAnnotationInput, replyInput, tagAnnotationInput } from "@/domain/annotation";
import { type PassageName, readPassageIri } from "@/domain/annotation-iris";
import { invalidField, Refusal } from "@/domain/refusal";
import { annotationsIn, type ReadAnnotation, readAnnotation } from "@/domain/representation/annotation-reading";
import type { AnnotationV1 } from "@/domain/representation/annotation-v1";
import { writeAnnotation } from "@/domain/representation/annotation-writing";
import { place, readPlaces } from "./annotation-places";
import { exchangeable, findByIris, ownAddresses, readRecords } from "./annotation-records";
import { visibleTo } from "./annotation-rows";
import { findLinks, knownTags } from "./annotation-terms-here";
import { annotate, editAnnotation, type Provenance, reply, shareAnnotation, tagAnnotation } from "./annotations";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { database } from "./database";
import { reopenThread, resolveThread } from "./threads";

/** An annotation as programs read it, and the version that a change must name. */
export type Member = { id: string; version: number; json: AnnotationV1 };

/** One annotation that the actor may see. Refuses: forbidden, not_found (reason deleted when it was one). */
export async function getAnnotation(actor: Actor, id: string): Promise<Member> {
  authorize(actor, "annotation:read");
  const [found] = await readRecords(database(), { AND: [exchangeable(actor), { id }] });
  if (found) return { id, version: found.version, json: writeAnnotation(found.record, ownAddresses()) };
  const was = await database().annotation.count({
    where: {
      AND: [{ id }, visibleTo(actor), { OR: [{ deletedAt: { not: null } }, { thread: { deletedAt: { not: null } } }] }],
    },
  });
  throw new Refusal("not_found", was > 0 ? { reason: "deleted" } : {});
}

/** How many annotations the actor may see, and when the latest of them was changed. Refuses: forbidden. */
export async function countAnnotations(actor: Actor): Promise<{ total: number; modified: Date | null }> {
  authorize(actor, "annotation:read");
  const { _count, _max } = await database().annotation.aggregate({
    where: exchangeable(actor),
    _count: true,
    _max: { updatedAt: true },
  });
  return { total: _count, modified: _max.updatedAt };
}

/** A page of all the annotations that the actor may see. Refuses: forbidden. */
export async function listAnnotations(actor: Actor, page: { skip: number; take: number }): Promise<AnnotationV1[]> {
  authorize(actor, "annotation:read");
  const rows = await readRecords(database(), exchangeable(actor), page);
  return rows.map(({ record }) => writeAnnotation(record, ownAddresses()));
}

/**
 * Makes an annotation of what a program sends: in the document that its target names, or in the thread that it answers.
 * Refuses: forbidden, not_found, invalid (the property that cannot be taken).
 */
export async function postAnnotation(actor: MemberActor, json: unknown): Promise<{ id: string }> {
  authorize(actor, "annotation:add");
  const read = readOne(json);
  // What the server gives itself, it need not be told; what it must keep, it keeps.
  const provenance: Provenance = {
    via: read.via,
    canonical: read.canonical,
    ...(read.foreign && { foreign: read.foreign as NonNullable<Provenance["foreign"]> }),
  };
  if (read.replyTo !== null) {
    const thread = (await findByIris(database(), actor, [read.replyTo])).get(read.replyTo);
    if (!thread) throw invalidField("target", "not_found");
    return reply(actor, parsed(replyInput, { annotationId: thread, body: read.body }), provenance);
  }
  const [targets, links] = await Promise.all([
    findTargets(actor, read),
    findLinks(database(), actor, read.links),
    refuseUnknownTags(actor, read),
  ]);
  const [linked] = read.links.map((link) => links.get(link));
  if (read.links.length > 0 && !linked) throw invalidField("body", "not_found");
  const link =
    linked && ("commitmentId" in linked ? `commitment:${linked.commitmentId}` : `evidence:${linked.evidenceId}`);
  const input = parsed(annotateInput, {
    targets: JSON.stringify(targets),
    motivation: read.motivation,
    layer: read.layer,
    body: read.body,
    freeTags: read.tags,
    link,
  });
  return annotate(actor, input, provenance);
}

/**
 * Changes an annotation, as it stood, into what a program sends: its comment, whether it is settled, its tags, and that it is handed to the team.
 * Refuses: forbidden, not_found, invalid (body: free_tags_off), conflict (reason fixed: what was marked, why, and where it came from stay; reason stale).
 */
export async function putAnnotation(actor: MemberActor, standing: Member, json: unknown): Promise<void> {
  const [before, after] = [readOne(JSON.parse(JSON.stringify(standing.json))), readOne(json)];
  if (after.id !== before.id) throw invalidField("id", "invalid");
  const isReworded = before.body !== after.body;
  const fixed = ({ motivation, targets, replyTo, links, canonical, foreign }: ReadAnnotation) => {
    const { comment, ...kept } = foreign ?? {};
    // Other words may be in another language.
    return JSON.stringify({
      motivation,
      targets,
      replyTo,
      links,
      canonical,
      kept,
      ...(!isReworded && { comment }),
    });
  };
  if (fixed(before) !== fixed(after) || (before.layer === "TEAM" && after.layer === "PRIVATE"))
    throw new Refusal("conflict", { reason: "fixed" });
  const isRetagged = JSON.stringify(before.tags) !== JSON.stringify(after.tags);
  if (isRetagged) await refuseUnknownTags(actor, after);
  let at = { annotationId: standing.id, version: standing.version };
  const next = () => {
    at = { ...at, version: at.version + 1 };
  };
  if (isReworded) {
    const foreign = (after.foreign ?? {}) as NonNullable<Provenance["foreign"]>;
    await editAnnotation(actor, parsed(editAnnotationInput, { ...at, body: after.body }), { foreign });
    next();
  }
  if (before.layer !== after.layer) {
    await shareAnnotation(actor, at);
    next();
  }
  if ((before.resolvedAt === null) !== (after.resolvedAt === null)) {
    await (after.resolvedAt ? resolveThread : reopenThread)(actor, at);
    next();
  }
  // Last, since other spellings of the same tags change no version.
  if (isRetagged) await tagAnnotation(actor, parsed(tagAnnotationInput, { ...at, freeTags: after.tags }));
}

/** Tags that are not in the list are refused where the workspace allows no others. */
async function refuseUnknownTags(actor: Actor, { tags }: ReadAnnotation): Promise<void> {
  const known = await knownTags(database(), actor);
  if (tags.some((tag) => !known.has(tag))) throw invalidField("body", "free_tags_off");
}

function readOne(json: unknown): ReadAnnotation {
  const [item, ...others] = annotationsIn(json);
  if (others.length > 0 || Array.isArray(json)) throw invalidField("type", "invalid");
  return readAnnotation(item);
}

/** What a form's schema makes of it, its faults named by the property that they come from. */
function parsed<Value>(
  schema: {
    safeParse: (
      given: unknown,
    ) =>
      | { success: true; data: Value }
      | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
  },
  given: unknown,
): Value {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = String(issue?.path[0] ?? "type");
  throw invalidField(
    ["motivation", "layer"].includes(field) ? field : field === "targets" ? "target" : "body",
    issue?.message ?? "invalid",
  );
}

/** Where the words stand now; a document is named by each target's source. Refuses: invalid (target) where that cannot be told. */
async function findTargets(actor: Actor, { targets }: ReadAnnotation) {
  const names = targets.map(({ source }) => readPassageIri(source));
  const [slug, ...others] = new Set(names.map((name: PassageName | null) => name?.slug));
  const document =
    slug === undefined || others.length > 0
      ? null
      : await database().document.findUnique({
          where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug } },
          select: { id: true, slug: true },
        });
  if (!document) throw invalidField("target", "not_found");
  const places = await readPlaces(database(), document);
  return targets.map((target) => {
    const { passageId, start, end, exact, orphanedAt } = place(places, target);
    if (orphanedAt) throw invalidField("target", "text_changed");
    return { passageId, start, end, exact };
  });
}
