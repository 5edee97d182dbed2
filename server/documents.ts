// Documents: entering one with its paragraphs and commitments, and reading its text.
import type { PassageName } from "@/domain/annotation-iris";
import {
  type CreateDocumentInput,
  codePointSpan,
  createDocumentInput,
  type Localized,
  slugPattern,
} from "@/domain/document";
import { Refusal } from "@/domain/refusal";
import { pageOfParagraph, paragraphsOf } from "@/domain/text-pages";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { dateColumn, isoDate } from "./calendar-dates";
import { latestPassages, placedRemarks } from "./commitments";
import { database, inTransaction, type Transaction } from "./database";

/**
 * Enters a document, its paragraphs and its commitments, word for word. A slug that the workspace already has
 * is left as it is, so a seed may run again. Refuses: forbidden, invalid (editorialNotes whose words are not in the text).
 */
export function createDocument(actor: Actor, given: CreateDocumentInput): Promise<{ id: string; created: boolean }> {
  const input = createDocumentInput.parse(given);
  return inTransaction(async (tx) => {
    authorize(actor, "document:create");
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${actor.workspaceId} FOR UPDATE`;
    const there = await tx.document.findUnique({
      where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug: input.slug } },
      select: { id: true },
    });
    if (there) return { id: there.id, created: false };
    const document = await tx.document.create({
      data: {
        workspaceId: actor.workspaceId,
        slug: input.slug,
        kind: input.kind,
        issuer: input.issuer,
        place: input.place,
        adoptedOn: dateColumn(input.adoptedOn),
        isExample: input.isExample,
        versions: { create: input.versions },
      },
      include: { versions: { select: { id: true, language: true, title: true } } },
    });
    const version = document.versions.find((each) => each.language === input.language);
    if (!version) throw new Refusal("invalid", { fields: { language: "choose_one" } });
    for (const [index, paragraph] of input.paragraphs.entries()) {
      await createParagraph(
        tx,
        { actor, documentId: document.id, versionId: version.id, ordinal: index + 1 },
        paragraph,
      );
    }
    const { title } = version;
    const commitments = input.paragraphs.filter((paragraph) => paragraph.commitment).length;
    const about = { documentId: document.id };
    if (input.isExample) await recordEvent(tx, actor, { type: "document.example_loaded", data: { title }, ...about });
    else {
      const data = { title, paragraphs: input.paragraphs.length, commitments };
      await recordEvent(tx, actor, { type: "document.created", data, ...about });
    }
    return { id: document.id, created: true };
  });
}

type Place = { actor: Actor; documentId: string; versionId: string; ordinal: number };
type ParsedParagraph = ReturnType<typeof createDocumentInput.parse>["paragraphs"][number];

async function createParagraph(tx: Transaction, place: Place, paragraph: ParsedParagraph): Promise<void> {
  const { id } = await tx.paragraph.create({
    data: {
      documentId: place.documentId,
      ordinal: place.ordinal,
      kind: paragraph.kind,
      printedNumber: paragraph.printedNumber,
    },
  });
  await tx.passage.create({
    data: {
      paragraphId: id,
      languageVersionId: place.versionId,
      text: paragraph.text,
      editorialNotes: {
        create: paragraph.editorialNotes.map((note) => {
          const span = codePointSpan(paragraph.text, note.exact);
          if (!span) throw new Refusal("invalid", { fields: { editorialNotes: "bad_text" } });
          return { ...note, ...span };
        }),
      },
    },
  });
  if (!paragraph.commitment) return;
  const { number, title, due } = paragraph.commitment;
  await tx.commitment.create({
    data: {
      workspaceId: place.actor.workspaceId,
      documentId: place.documentId,
      paragraphId: id,
      number,
      title,
      dueOn: dateColumn(due?.on ?? null),
      duePrecision: due?.precision ?? null,
    },
  });
}

/** The documents of the workspace, latest adopted first, a worked example after the team's own. Refuses: forbidden. */
export async function listDocuments(actor: Actor) {
  authorize(actor, "document:read");
  const rows = await database().document.findMany({
    where: { workspaceId: actor.workspaceId },
    orderBy: [{ isExample: "asc" }, { adoptedOn: "desc" }],
    include: { versions: { select: { language: true, title: true, sourceAddress: true, provenance: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    isExample: row.isExample,
    issuer: row.issuer as Localized,
    place: row.place as Localized,
    adoptedOn: isoDate(row.adoptedOn),
    versions: row.versions,
  }));
}
export type DocumentHead = Awaited<ReturnType<typeof listDocuments>>[number];

/**
 * The text of a document with each commitment's status: a page of it, the last where there are fewer, or all of it.
 * Refuses: not_found, forbidden.
 */
export async function getDocument(actor: Actor, slug: string, choice: { page?: number } = {}) {
  authorize(actor, "document:read");
  if (!slugPattern.test(slug)) throw new Refusal("not_found");
  const row = await database().document.findUnique({
    where: { workspaceId_slug: { workspaceId: actor.workspaceId, slug } },
    include: {
      versions: true,
      paragraphs: {
        take: 1,
        orderBy: { ordinal: "desc" },
        select: { ordinal: true, passages: { select: { languageVersionId: true } } },
      },
    },
  });
  if (!row) throw new Refusal("not_found");
  const [lastParagraph] = row.paragraphs;
  const pages = pageOfParagraph(lastParagraph?.ordinal ?? 1);
  const page = Math.min(choice.page ?? 1, pages);
  const { first, last } = paragraphsOf(page);
  const paragraphs = await database().paragraph.findMany({
    where: { documentId: row.id, ...(choice.page && { ordinal: { gte: first, lte: last } }) },
    orderBy: { ordinal: "asc" },
    include: {
      passages: {
        orderBy: { revision: "desc" },
        include: { languageVersion: { select: { language: true } }, editorialNotes: placedRemarks },
      },
      commitment: { include: { currentAssessment: { select: { completion: true, counterAction: true } } } },
    },
  });
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    issuer: row.issuer as Localized,
    place: row.place as Localized,
    adoptedOn: isoDate(row.adoptedOn),
    /** Of some language versions only the title is kept; of the others, all paragraphs. */
    versions: row.versions.map((version) => ({
      ...version,
      hasText: lastParagraph?.passages.some(({ languageVersionId }) => languageVersionId === version.id) ?? false,
    })),
    paragraphCount: lastParagraph?.ordinal ?? 0,
    page,
    pages,
    paragraphs: paragraphs.map(({ commitment, passages, ...paragraph }) => ({
      id: paragraph.id,
      ordinal: paragraph.ordinal,
      kind: paragraph.kind,
      printedNumber: paragraph.printedNumber,
      passages: latestPassages(passages),
      commitment: commitment && {
        id: commitment.id,
        number: commitment.number,
        title: commitment.title as Localized,
        status: commitment.currentAssessment?.completion ?? null,
        counterAction: commitment.currentAssessment?.counterAction ?? false,
        statusSince: isoDate(commitment.statusSince),
      },
    })),
  };
}
export type DocumentText = Awaited<ReturnType<typeof getDocument>>;
export type ParagraphView = DocumentText["paragraphs"][number];

/** A paragraph's text in one language and revision, and since when it is that. Refuses: not_found, forbidden. */
export async function getPassageText(
  actor: Actor,
  { slug, ordinal, language, revision }: PassageName,
): Promise<{ text: string; since: Date }> {
  authorize(actor, "document:read");
  const passage = await database().passage.findFirst({
    where: {
      revision,
      languageVersion: { language },
      paragraph: { ordinal, document: { workspaceId: actor.workspaceId, slug } },
    },
    select: { text: true, createdAt: true },
  });
  if (!passage) throw new Refusal("not_found");
  return { text: passage.text, since: passage.createdAt };
}
