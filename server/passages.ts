// Passages: corrected with a reason, their revisions kept side by side; what is marked in them follows.
import { excerptOf } from "@/domain/markdown-excerpt";
import type { CorrectPassageInput, PreviewCorrectionInput } from "@/domain/passage";
import { may } from "@/domain/permissions";
import { invalidField, Refusal } from "@/domain/refusal";
import { indexPositions, quoteAt } from "@/domain/text-position";
import { visibleTo } from "./annotation-rows";
import { recordEvent } from "./audit";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { database, inTransaction } from "./database";
import { type Followed, followMarks, followRanges } from "./followed-marks";
import { followProvisions } from "./followed-provisions";
import { personOf, personSelect } from "./members";
import { readPassages, standingText, takePassage } from "./passage-rows";
import { notifyWatchers } from "./watches";

/**
 * Puts a corrected text in the place of a passage, which stays as it is for history; marks and remarks follow to it.
 * Refuses: not_found, forbidden, invalid (text that did not change), conflict (detail.current is the text as it stands).
 */
export function correctPassage(
  actor: MemberActor,
  { passageId, revision, text: typed, reason }: CorrectPassageInput,
): Promise<{ id: string; revision: number } & Followed> {
  return inTransaction(async (tx) => {
    const found = await takePassage(tx, actor, passageId);
    authorize(actor, "passage:correct");
    const { newest: old, paragraph, paragraphId, languageVersionId, languageVersion } = found;
    if (old.revision !== revision) throw new Refusal("conflict", { current: standingText(found) });
    const text = withLineBreaksOf(old.text, typed);
    if (text === old.text) throw invalidField("text", "unchanged");
    // After the lock was had, and not when the transaction began: revisions are in the order of their times.
    const correction = { text, reason, revision: revision + 1, correctedById: actor.memberId, createdAt: new Date() };
    const made = await tx.passage.create({ data: { ...correction, paragraphId, languageVersionId } });
    const [marks, words] = [
      await followMarks(tx, old, made),
      await followProvisions(tx, actor, { from: old, to: made }),
    ];
    const followed: Followed = { kept: marks.kept + words.kept, lost: marks.lost + words.lost };
    const about = { documentId: paragraph.documentId, commitmentId: paragraph.commitment?.id };
    await recordEvent(tx, actor, {
      type: "passage.corrected",
      data: {
        ordinal: paragraph.ordinal,
        language: languageVersion.language,
        revision: { from: old.revision, to: made.revision },
        reason,
        text: { from: old.text, to: text },
        ...followed,
      },
      ...about,
      subjectId: made.id,
    });
    await notifyWatchers(tx, actor, {
      kind: "TEXT_CHANGED",
      once: `text:${made.id}`,
      ...about,
      data: { paragraph: paragraph.ordinal, words: excerptOf(reason) },
    });
    return { id: made.id, revision: made.revision, ...followed };
  });
}

/**
 * What a correction would do to the marks that the actor sees and to the words of provisions: how many follow, which change,
 * and which lose their place.
 * Refuses: not_found, forbidden.
 */
export async function previewCorrection(actor: MemberActor, { passageId, text: typed }: PreviewCorrectionInput) {
  authorize(actor, "passage:correct");
  const [found] = await readPassages(database(), actor, [passageId]);
  const old = found?.newest;
  if (!old) throw new Refusal("not_found");
  const text = withLineBreaksOf(old.text, typed);
  const placed = {
    where: { passageId: old.id, orphanedAt: null },
    select: { id: true, start: true, end: true, exact: true },
  };
  const [targets, remarks, spans] = await Promise.all([
    database().annotationTarget.findMany({
      where: { ...placed.where, annotation: { deletedAt: null, ...visibleTo(actor) } },
      select: placed.select,
      orderBy: { start: "asc" },
    }),
    database().editorialNote.findMany(placed),
    database().provisionSpan.findMany(placed),
  ]);
  const marks = [...targets, ...remarks, ...spans].map(({ id, start, end, exact }) => ({
    id,
    start: start ?? 0,
    end: end ?? 0,
    exact,
  }));
  const places = followRanges(marks, { from: old.text, to: text });
  const index = indexPositions(text);
  const whole = marks.map(({ id, exact }, at) => {
    const place = places[at];
    return { id, exact, to: place ? quoteAt(text, place, index).exact : null };
  });
  const lost = whole.filter(({ to }) => to === null).map(({ id, exact }) => ({ id, exact }));
  return {
    kept: whole.length - lost.length,
    lost,
    changed: whole.flatMap(({ id, exact, to }) => (to === null || to === exact ? [] : [{ id, from: exact, to }])),
  };
}
export type CorrectionPreview = Awaited<ReturnType<typeof previewCorrection>>;

/** A paragraph with every revision of its text in each language, the newest first. Refuses: not_found, forbidden. */
export async function getParagraph(actor: Actor, slug: string, ordinal: number) {
  authorize(actor, "document:read");
  const row = await database().paragraph.findFirst({
    where: { ordinal, document: { slug, workspaceId: actor.workspaceId } },
    include: {
      document: { select: { id: true, slug: true } },
      commitment: { select: { id: true, number: true } },
      passages: {
        orderBy: { revision: "desc" },
        include: { languageVersion: { select: { language: true } }, correctedBy: { select: personSelect } },
      },
    },
  });
  if (!row) throw new Refusal("not_found");
  const languages = [...new Set(row.passages.map(({ languageVersion }) => languageVersion.language))];
  return {
    ordinal,
    document: row.document,
    commitment: row.commitment,
    mayCorrect: may(actor, "passage:correct"),
    texts: languages.map((language) => ({
      language,
      revisions: row.passages
        .filter((each) => each.languageVersion.language === language)
        .map(({ id, revision, text, reason, createdAt, correctedBy }) => ({
          id,
          revision,
          text,
          /** Of a correction: why, by whom and when; the first revision is the text as it was entered. */
          reason,
          createdAt,
          correctedBy: personOf(correctedBy),
        })),
    })),
  };
}
export type ParagraphRevisions = Awaited<ReturnType<typeof getParagraph>>;
export type Revision = ParagraphRevisions["texts"][number]["revisions"][number];

/** A form knows line feeds alone; a text that was stored with carriage returns keeps them. */
function withLineBreaksOf(stored: string, typed: string): string {
  return stored.includes("\r\n") ? typed.replaceAll("\n", "\r\n") : typed;
}
