// Annotations as the database keeps them: found by those who may see them, taken at a version, described for history.
import type { AnnotationAtVersion } from "@/domain/annotation";
import type { AnnotationValues, TagName } from "@/domain/audit-values";
import type { Permission } from "@/domain/permissions";
import { Refusal } from "@/domain/refusal";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import type { Transaction } from "./database";
import { personSelect } from "./members";
import { tagName } from "./tags";

export const people = {
  author: { select: personSelect },
  assignee: { select: personSelect },
  resolvedBy: { select: personSelect },
} as const;
const targetSelect = {
  passageId: true,
  start: true,
  end: true,
  exact: true,
  method: true,
  score: true,
  was: true,
  orphanedAt: true,
  passage: { select: { paragraph: { select: { ordinal: true, commitment: { select: { id: true } } } } } },
} as const;
export const annotationInclude = {
  ...people,
  targets: { orderBy: { ordinal: "asc" }, select: targetSelect },
  thread: { include: { targets: { orderBy: { ordinal: "asc" }, select: targetSelect } } },
  tags: { where: { tag: { deletedAt: null } }, include: { tag: true }, orderBy: { tagId: "asc" } },
} as const;
export type AnnotationRow = NonNullable<Awaited<ReturnType<typeof findAnnotation>>>;

/** What every change of one adds. */
export const anewer = { version: { increment: 1 } } as const;
/** The team's, and one's own. */
export const visibleTo = (actor: Actor) => ({
  workspaceId: actor.workspaceId,
  OR: [{ layer: "TEAM" as const }, { authorId: actor.memberId ?? "-" }],
});

/** The targets that have their place in the text; the others wait to be put back (orphans). */
export function placed<Target extends { passageId: string | null; orphanedAt: Date | null }, Passage>(
  targets: readonly (Target & { start: number | null; end: number | null; passage: Passage | null })[],
) {
  return targets.flatMap(({ passageId, start, end, passage, ...target }) =>
    passageId !== null && start !== null && end !== null && passage !== null && !target.orphanedAt
      ? [{ ...target, passageId, start, end, passage }]
      : [],
  );
}

type Owned = Extract<Permission, `annotation:${string}`>;

/** Finds a living annotation, asks for the right, locks it, and refuses a version that somebody else has moved on from. */
export async function takeAnnotation(
  tx: Transaction,
  actor: MemberActor,
  { annotationId, version }: AnnotationAtVersion,
  permission: Exclude<Owned, "annotation:read" | "annotation:add" | "annotation:import">,
): Promise<AnnotationRow> {
  const annotation = await findAnnotation(tx, actor, annotationId);
  if (!annotation) throw new Refusal("not_found");
  if (permission === "annotation:settle" || permission === "annotation:tag") authorize(actor, permission);
  else authorize(actor, permission, annotation);
  if (annotation.deletedAt) throw new Refusal("conflict", { reason: "deleted" });
  refuseStale(annotation, version);
  return annotation;
}

export function refuseStale(annotation: AnnotationRow, version: number): void {
  const { id, body } = annotation;
  if (annotation.version !== version) {
    throw new Refusal("conflict", { current: { id, body: body ?? "", version: annotation.version } });
  }
}

/** Locked until the transaction ends; null where there is none for the actor. */
export async function findAnnotation(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Annotation" WHERE id = ${id} AND "workspaceId" = ${actor.workspaceId} FOR UPDATE`;
  return tx.annotation.findFirst({ where: { id, ...visibleTo(actor) }, include: annotationInclude });
}

export function valuesOf(row: AnnotationRow): AnnotationValues {
  const { motivation, body, targets, thread, commitmentId, evidenceId } = row;
  const tags = tagsOf(row);
  return {
    motivation,
    body,
    quote: quoteOf(targets.length > 0 ? targets : (thread?.targets ?? [])),
    ...(tags.length > 0 && { tags }),
    ...(commitmentId && { commitmentId }),
    ...(evidenceId && { evidenceId }),
  };
}

export function tagsOf({ tags }: Pick<AnnotationRow, "tags">): TagName[] {
  return tags.map(({ tag }) => tagName(tag));
}

export function quoteOf(targets: readonly { exact: string }[]): string {
  return targets.map(({ exact }) => exact).join(" … ");
}

/** What an event about it is about; one about a private annotation is for its author's eyes. */
export function about({ id, threadId, documentId, layer, authorId, targets, thread }: AnnotationRow) {
  const [first] = targets.length > 0 ? targets : (thread?.targets ?? []);
  return {
    documentId,
    commitmentId: first?.passage?.paragraph.commitment?.id,
    subjectId: threadId ?? id,
    onlyForId: layer === "PRIVATE" && authorId ? authorId : undefined,
  };
}
