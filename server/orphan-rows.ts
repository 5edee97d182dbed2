// One orphan as the database keeps it: found by those who may see it, locked, and described for history.
import type { OrphanAtVersion } from "@/domain/passage";
import { Refusal } from "@/domain/refusal";
import { quoteAt, type TextQuote } from "@/domain/text-position";
import { about, findAnnotation, refuseStale, valuesOf } from "./annotation-rows";
import { authorize, type MemberActor } from "./auth/actor";
import type { Transaction } from "./database";

/** Locked until the transaction ends; the actor may put it back. Refuses: not_found, forbidden. */
export async function takeOrphan(
  tx: Transaction,
  actor: MemberActor,
  { kind, id }: Pick<OrphanAtVersion, "kind" | "id">,
) {
  return kind === "REMARK" ? takeRemark(tx, actor, id) : takeTarget(tx, actor, id);
}

async function takeTarget(tx: Transaction, actor: MemberActor, id: string) {
  const there = await tx.annotationTarget.findUnique({ where: { id }, select: { annotationId: true } });
  const annotation = there && (await findAnnotation(tx, actor, there.annotationId));
  if (!annotation || annotation.deletedAt) throw new Refusal("not_found");
  authorize(actor, "annotation:place", annotation);
  // After the annotation is locked: only then does its target stay as it is.
  const target = await tx.annotationTarget.findUniqueOrThrow({
    where: { id },
    include: { passage: { select: { languageVersion: { select: { language: true } } } } },
  });
  const { exact, prefix, suffix, orphanedAt, archivedAt, passage } = target;
  return {
    kind: "ANNOTATION" as const,
    id,
    archivedAt,
    annotation,
    documentId: annotation.documentId,
    language: passage?.languageVersion.language ?? null,
    quote: { exact, prefix, suffix } satisfies TextQuote,
    values: { ...valuesOf(annotation), quote: exact },
    about: about(annotation),
    refuseOther(version: number) {
      if (!orphanedAt) throw new Refusal("conflict", { reason: "has_its_place" });
      refuseStale(annotation, version);
    },
  };
}

async function takeRemark(tx: Transaction, actor: MemberActor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "EditorialNote" WHERE id = ${id} FOR UPDATE`;
  const remark = await tx.editorialNote.findFirst({
    where: { id, passage: { paragraph: { document: { workspaceId: actor.workspaceId } } } },
    include: {
      passage: {
        select: {
          text: true,
          languageVersion: { select: { language: true } },
          paragraph: { select: { ordinal: true, documentId: true, commitment: { select: { id: true } } } },
        },
      },
    },
  });
  if (!remark) throw new Refusal("not_found");
  authorize(actor, "passage:correct");
  const { exact, start, end, orphanedAt, archivedAt, passage } = remark;
  const { language } = passage.languageVersion;
  const { ordinal, documentId, commitment } = passage.paragraph;
  return {
    kind: "REMARK" as const,
    id,
    archivedAt,
    documentId,
    language,
    quote: quoteAt(passage.text, { start, end }),
    values: { ordinal, language, quote: exact },
    about: { documentId, commitmentId: commitment?.id, subjectId: id },
    /** A remark is written once: it has its place or it has not. */
    refuseOther(_version: number) {
      if (!orphanedAt) throw new Refusal("conflict", { reason: "has_its_place" });
    },
  };
}
