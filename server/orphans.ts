// Orphans: marks and remarks whose words are gone from the text; listed with their quote, put back by hand, or laid aside.
import type { Localized } from "@/domain/document";
import type { OrphanAtVersion, PutBackInput } from "@/domain/passage";
import { may } from "@/domain/permissions";
import { likeliestPlaces } from "@/domain/quote-search";
import { Refusal } from "@/domain/refusal";
import { quoteAt, sliceOf } from "@/domain/text-position";
import { anewer, people, visibleTo } from "./annotation-rows";
import { recordEvent } from "./audit";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { latestPassages, placedRemarks } from "./commitments";
import { database, inTransaction } from "./database";
import { personOf } from "./members";
import { takeOrphan } from "./orphan-rows";
import { holdPassages } from "./passage-rows";

const oldPassage = {
  select: {
    text: true,
    languageVersion: { select: { language: true } },
    paragraph: { select: { id: true, ordinal: true } },
  },
} as const;
type OldPassage = {
  text: string;
  languageVersion: { language: string };
  paragraph: { id: string; ordinal: number };
} | null;

const found = (actor: Actor, documentId: string) => ({
  orphanedAt: { not: null },
  annotation: { documentId, deletedAt: null, ...visibleTo(actor) },
});

/** How many marks and remarks of a document wait to be put back or are laid aside, of those that the actor sees. Refuses: forbidden. */
export async function countOrphans(
  actor: MemberActor,
  documentId: string,
): Promise<{ open: number; archived: number }> {
  authorize(actor, "annotation:read");
  const count = async (archivedAt: null | { not: null }) => {
    const [targets, remarks] = await Promise.all([
      database().annotationTarget.count({ where: { ...found(actor, documentId), archivedAt } }),
      database().editorialNote.count({ where: { ...inDocument(actor, documentId), archivedAt } }),
    ]);
    return targets + remarks;
  };
  const [open, archived] = await Promise.all([count(null), count({ not: null })]);
  return { open, archived };
}

/** All of them, those laid aside included, in the order of the text that they were on. Refuses: forbidden. */
export async function listOrphans(actor: MemberActor, documentId: string) {
  authorize(actor, "annotation:read");
  const [targets, remarks] = await Promise.all([
    database().annotationTarget.findMany({
      where: found(actor, documentId),
      include: {
        passage: oldPassage,
        annotation: {
          include: {
            ...people,
            replies: { where: { deletedAt: null }, include: people, orderBy: { createdAt: "asc" } },
          },
        },
      },
    }),
    database().editorialNote.findMany({ where: inDocument(actor, documentId), include: { passage: oldPassage } }),
  ]);
  const marks = targets.map(({ annotation, ...target }) => ({
    kind: "ANNOTATION" as const,
    ...orphanOf(target),
    version: annotation.version,
    isPrivate: annotation.layer === "PRIVATE",
    comments: [annotation, ...annotation.replies].map(({ id, author, creatorName, body, createdAt, motivation }) => ({
      id,
      author: personOf(author),
      creatorName,
      body,
      createdAt,
      motivation,
    })),
    remark: null,
    mayPlace: may(actor, "annotation:place", annotation),
  }));
  const notes = remarks.map((note) => ({
    kind: "REMARK" as const,
    ...orphanOf(note),
    version: 1,
    isPrivate: false,
    comments: [],
    remark: note.body as Localized,
    mayPlace: may(actor, "passage:correct"),
  }));
  return [...marks, ...notes].sort((one, other) => placeOf(one) - placeOf(other));
}
export type Orphan = Awaited<ReturnType<typeof listOrphans>>[number];

/**
 * The newest texts of a document in one language, where an orphan can go, and the places in them that resemble its words
 * most: offered, never taken. Refuses: not_found, forbidden.
 */
export async function findPlaces(actor: MemberActor, input: Pick<OrphanAtVersion, "kind" | "id">) {
  const { documentId, quote, language } = await inTransaction((tx) => takeOrphan(tx, actor, input));
  const paragraphs = await database().paragraph.findMany({
    where: { documentId },
    orderBy: { ordinal: "asc" },
    include: {
      passages: {
        orderBy: { revision: "desc" },
        include: { languageVersion: { select: { language: true } }, editorialNotes: placedRemarks },
      },
    },
  });
  const texts = paragraphs.flatMap(({ ordinal, passages }) =>
    latestPassages(passages)
      .filter((each) => language === null || each.language === language)
      .map(({ id, text, language: written }) => ({ passageId: id, ordinal, language: written, text })),
  );
  const places = texts
    .flatMap(({ passageId, ordinal, text }) =>
      likeliestPlaces(quote, text).map(({ start, end, exact, fit }) => ({
        passageId,
        ordinal,
        start,
        end,
        exact: quoteAt(text, { start, end }).exact,
        score: exact,
        fit,
      })),
    )
    .sort((one, other) => other.score - one.score || other.fit - one.fit)
    .slice(0, mostPlaces);
  return { texts, places };
}
export type Places = Awaited<ReturnType<typeof findPlaces>>;
const mostPlaces = 3;

/** Gives an orphan a place in the newest text. Refuses: not_found, forbidden, conflict (also reason text_changed or has_its_place). */
export function putBack(actor: MemberActor, input: PutBackInput): Promise<void> {
  return inTransaction(async (tx) => {
    const orphan = await takeOrphan(tx, actor, input);
    orphan.refuseOther(input.version);
    const { passageId, start, end, exact } = input;
    const [passage] = await holdPassages(tx, actor, [passageId]);
    if (passage?.paragraph.documentId !== orphan.documentId) throw new Refusal("not_found");
    if (passage.newest.id !== passageId || sliceOf(passage.text, { start, end }) !== exact) {
      throw new Refusal("conflict", { reason: "text_changed" });
    }
    const quote = quoteAt(passage.text, { start, end });
    const place = { passageId, start, end, method: "HAND", score: null, orphanedAt: null, archivedAt: null } as const;
    const about = { documentId: orphan.documentId, commitmentId: passage.paragraph.commitment?.id };
    if (orphan.kind === "REMARK") {
      await tx.editorialNote.update({ where: { id: orphan.id }, data: { ...place, exact } });
      const data = { ...orphan.values, ordinal: passage.paragraph.ordinal, to: exact };
      await recordEvent(tx, actor, { type: "passage.remark_put_back", data, ...about, subjectId: orphan.id });
      return;
    }
    const was = orphan.quote.exact === exact ? null : orphan.quote.exact;
    await tx.annotationTarget.update({ where: { id: orphan.id }, data: { ...place, ...quote, was } });
    await tx.annotation.update({ where: { id: orphan.annotation.id }, data: anewer });
    const data = { ...orphan.values, to: exact };
    await recordEvent(tx, actor, { type: "annotation.put_back", data, ...orphan.about, ...about });
  });
}

/** Lays an orphan aside. Refuses: not_found, forbidden, conflict. */
export function archiveOrphan(actor: MemberActor, input: OrphanAtVersion): Promise<void> {
  return layAside(actor, input, new Date());
}

/** Takes it out again. Refuses: not_found, forbidden, conflict. */
export function unarchiveOrphan(actor: MemberActor, input: OrphanAtVersion): Promise<void> {
  return layAside(actor, input, null);
}

function layAside(actor: MemberActor, input: OrphanAtVersion, archivedAt: Date | null): Promise<void> {
  return inTransaction(async (tx) => {
    const orphan = await takeOrphan(tx, actor, input);
    orphan.refuseOther(input.version);
    if ((orphan.archivedAt === null) === (archivedAt === null)) return;
    if (orphan.kind === "REMARK") {
      await tx.editorialNote.update({ where: { id: orphan.id }, data: { archivedAt } });
      const type = archivedAt ? "passage.remark_archived" : "passage.remark_unarchived";
      await recordEvent(tx, actor, { type, data: orphan.values, ...orphan.about });
      return;
    }
    await tx.annotationTarget.update({ where: { id: orphan.id }, data: { archivedAt } });
    await tx.annotation.update({ where: { id: orphan.annotation.id }, data: anewer });
    const type = archivedAt ? "annotation.archived" : "annotation.unarchived";
    await recordEvent(tx, actor, { type, data: orphan.values, ...orphan.about });
  });
}

const inDocument = (actor: Actor, documentId: string) => ({
  orphanedAt: { not: null },
  passage: { paragraph: { document: { id: documentId, workspaceId: actor.workspaceId } } },
});

type Row = {
  id: string;
  exact: string;
  start: number | null;
  end: number | null;
  orphanedAt: Date | null;
  archivedAt: Date | null;
  passage: OldPassage;
};

/** The words, and the old text that they were on; one that came from elsewhere was on none of ours. */
function orphanOf({ id, exact, start, end, orphanedAt, archivedAt, passage }: Row) {
  const old =
    passage && start !== null && end !== null
      ? {
          text: passage.text,
          start,
          end,
          language: passage.languageVersion.language,
          ordinal: passage.paragraph.ordinal,
        }
      : null;
  return { id, exact, orphanedAt, archivedAt, old };
}

/** By paragraph, then by where in it; those that were never on our text come last. */
const placeOf = ({ old }: { old: { ordinal: number; start: number } | null }) =>
  old ? old.ordinal * 1_000_000 + old.start : Number.MAX_SAFE_INTEGER;
