import { beforeEach, describe, expect, test } from "vitest";
import { annotateInput } from "@/domain/annotation";
import { correctPassageInput, putBackInput } from "@/domain/passage";
import { sliceOf } from "@/domain/text-position";
import { annotate, deleteAnnotation, reply } from "@/server/annotations";
import type { MemberActor } from "@/server/auth/actor";
import { getCommitment } from "@/server/commitments";
import { database } from "@/server/database";
import { archiveOrphan, countOrphans, findPlaces, listOrphans, putBack, unarchiveOrphan } from "@/server/orphans";
import { correctPassage } from "@/server/passages";
import { listThreads } from "@/server/threads";
import { eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
let documentId: string;
let passage: { id: string; text: string };
/** Words of the fifth commitment's paragraph, which the correction takes out; the remark on "بريقة" goes as well. */
let words: string;
let corrected: { id: string; text: string };
beforeEach(async () => {
  team = await makeTeam();
  const { document, passages } = await getCommitment(team.reader, team.commitments[4]?.id as string);
  documentId = document.id;
  passage = passages[0] as typeof passage;
  words = passage.text.split(" ").slice(3, 8).join(" ");
});

async function mark(author: MemberActor, changes: Record<string, unknown> = {}) {
  const start = [...passage.text.slice(0, passage.text.indexOf(words))].length;
  const targets = JSON.stringify([{ passageId: passage.id, start, end: start + [...words].length, exact: words }]);
  const { id } = await annotate(
    author,
    annotateInput.parse({ targets, motivation: "COMMENTING", body: "ما المقصود؟", ...changes }),
  );
  return id;
}
async function takeOut() {
  const text = passage.text.replace(words, "").replace("بريقة", "طريقة أخرى مختلفة");
  const input = { passageId: passage.id, revision: "1", text, reason: "حُذف" };
  const { id } = await correctPassage(team.editor, correctPassageInput.parse(input));
  corrected = { id, text };
}
const orphans = (actor: MemberActor) => listOrphans(actor, documentId);
const theMark = async (actor: MemberActor) => (await orphans(actor)).find(({ kind }) => kind === "ANNOTATION");
const theRemark = async (actor: MemberActor) => (await orphans(actor)).find(({ kind }) => kind === "REMARK");
/** The first words of the corrected text, as a place for an orphan. */
const aPlace = () => {
  const exact = corrected.text.split(" ").slice(0, 2).join(" ");
  return { passageId: corrected.id, start: 0, end: [...exact].length, exact };
};
const at = (orphan: { kind: string; id: string; version: number } | undefined) =>
  putBackInput.parse({ ...orphan, ...aPlace() });
const lastEvent = async () => (await eventsOf(team.workspaceId)).at(-1);

describe("what lost its place", () => {
  test("is listed with its words, what was said of it, and the old text where it stood", async () => {
    const annotationId = await mark(team.analyst);
    await reply(team.editor, { annotationId, body: "سؤال وجيه" });
    expect(await countOrphans(team.reader, documentId)).toEqual({ open: 0, archived: 0 });
    await takeOut();
    expect(await countOrphans(team.reader, documentId)).toEqual({ open: 2, archived: 0 });
    const orphan = await theMark(team.reader);
    expect(orphan).toMatchObject({
      exact: words,
      old: { text: passage.text, language: "ar" },
      comments: [{ body: "ما المقصود؟" }, { body: "سؤال وجيه" }],
      archivedAt: null,
      mayPlace: false,
    });
    expect(sliceOf(orphan?.old?.text ?? "", orphan?.old ?? { start: 0, end: 0 })).toBe(words);
    expect(await theRemark(team.editor)).toMatchObject({ exact: "بريقة", mayPlace: true });
    expect(await theRemark(team.analyst)).toMatchObject({ mayPlace: false });
  });

  test("is seen by its author alone where it is private, and by nobody where it is deleted", async () => {
    await mark(team.analyst, { layer: "PRIVATE" });
    const deleted = await mark(team.analyst);
    await deleteAnnotation(team.analyst, { annotationId: deleted, version: 1 });
    await takeOut();
    const orphan = await theMark(team.analyst);
    expect(orphan).toMatchObject({ isPrivate: true, mayPlace: true });
    expect(await orphans(team.analyst)).toHaveLength(2);
    for (const other of [team.reader, team.editor, team.admin]) {
      expect(await orphans(other)).toHaveLength(1);
      expect(await countOrphans(other, documentId)).toEqual({ open: 1, archived: 0 });
      await expect(putBack(other, at(orphan))).rejects.toMatchObject({ code: "not_found" });
      await expect(archiveOrphan(other, at(orphan))).rejects.toMatchObject({ code: "not_found" });
      await expect(findPlaces(other, at(orphan))).rejects.toMatchObject({ code: "not_found" });
    }
    await putBack(team.analyst, at(orphan));
    expect(await lastEvent()).toMatchObject({ type: "annotation.put_back", onlyForId: team.analyst.memberId });
  });

  test("is put back by its author or an editor, and stands in the text again, with what its words were", async () => {
    const id = await mark(team.analyst);
    await takeOut();
    await putBack(team.editor, at(await theMark(team.editor)));
    const [thread] = await listThreads(team.reader, documentId);
    expect(thread).toMatchObject({ id, version: 2, targets: [{ ...aPlace(), found: { method: "HAND", was: words } }] });
    expect(await theMark(team.reader)).toBeUndefined();
    expect(await lastEvent()).toMatchObject({
      type: "annotation.put_back",
      data: { quote: words, to: aPlace().exact },
      subjectId: id,
    });
  });

  test("is not put back on words that are not there, on an old text, or in another document", async () => {
    await mark(team.analyst);
    await takeOut();
    const place = at(await theMark(team.editor));
    for (const wrong of [{ exact: "غيرها" }, { end: 10_000 }, { passageId: passage.id }]) {
      await expect(putBack(team.analyst, { ...place, ...wrong })).rejects.toMatchObject({
        code: "conflict",
        detail: { reason: "text_changed" },
      });
    }
    const { passageId: elsewhere } = await otherText();
    await expect(putBack(team.analyst, { ...place, passageId: elsewhere })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("put back by two at once goes where the first put it", async () => {
    await mark(team.analyst);
    await takeOut();
    const place = at(await theMark(team.editor));
    const outcomes = await Promise.allSettled([putBack(team.analyst, place), putBack(team.editor, place)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find((each) => each.status === "rejected")?.reason).toMatchObject({
      code: "conflict",
      detail: { reason: "has_its_place" },
    });
  });

  test("is laid aside and taken out again, and nothing of it is lost", async () => {
    await mark(team.analyst);
    await takeOut();
    await archiveOrphan(team.editor, at(await theMark(team.editor)));
    expect(await countOrphans(team.reader, documentId)).toEqual({ open: 1, archived: 1 });
    const archived = await theMark(team.reader);
    expect(archived).toMatchObject({ archivedAt: expect.any(Date), version: 2 });
    expect(await lastEvent()).toMatchObject({ type: "annotation.archived", data: { quote: words } });
    await expect(unarchiveOrphan(team.analyst, { ...at(archived), version: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    await unarchiveOrphan(team.analyst, at(archived));
    expect(await theMark(team.reader)).toMatchObject({ archivedAt: null });
    expect(await lastEvent()).toMatchObject({ type: "annotation.unarchived" });
  });

  test("is an editor’s matter where it is a remark", async () => {
    await takeOut();
    const remark = await theRemark(team.editor);
    await expect(putBack(team.analyst, at(remark))).rejects.toMatchObject({ code: "forbidden" });
    await archiveOrphan(team.editor, at(remark));
    await unarchiveOrphan(team.editor, at(remark));
    await putBack(team.editor, at(remark));
    const { passages } = await getCommitment(team.reader, team.commitments[4]?.id as string);
    expect(passages[0]?.editorialNotes).toMatchObject([{ id: remark?.id, exact: aPlace().exact }]);
    expect(await lastEvent()).toMatchObject({ type: "passage.remark_put_back", data: { quote: "بريقة" } });
    await expect(putBack(team.editor, at(remark))).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the places that are offered", () => {
  test("are those that resemble the words most, in any paragraph of the newest text", async () => {
    await mark(team.analyst);
    await takeOut();
    const other = await otherParagraph();
    const moved = words.replace(/\S+$/, "كلمة");
    const input = { passageId: other.id, revision: "1", text: `${other.text} ${moved}`, reason: "نُقل" };
    const { id } = await correctPassage(team.editor, correctPassageInput.parse(input));
    const orphan = await theMark(team.analyst);
    const { texts, places } = await findPlaces(team.analyst, orphan as { kind: "ANNOTATION"; id: string });
    expect(texts.find(({ passageId }) => passageId === corrected.id)?.text).toBe(corrected.text);
    expect(places[0]).toMatchObject({ passageId: id, exact: moved });
    expect(places.length).toBeLessThanOrEqual(3);
    for (const { passageId, start, end, exact } of places) {
      expect(sliceOf(texts.find((each) => each.passageId === passageId)?.text ?? "", { start, end })).toBe(exact);
    }
    expect(await theMark(team.analyst), "offered, not taken").toBeDefined();
  });
});

async function otherParagraph() {
  const { passages } = await getCommitment(team.reader, team.commitments[0]?.id as string);
  return passages[0] as { id: string; text: string };
}

/** A text of another document in the same workspace. */
async function otherText() {
  const document = await database().document.create({
    data: {
      workspaceId: team.workspaceId,
      slug: "another",
      kind: "STATEMENT",
      issuer: {},
      place: {},
      adoptedOn: new Date("2020-01-01"),
      versions: { create: { language: "ar", title: "آخر", provenance: "OFFICIAL" } },
      paragraphs: { create: { ordinal: 1, kind: "OTHER" } },
    },
    include: { versions: true, paragraphs: true },
  });
  const { id: passageId } = await database().passage.create({
    data: {
      languageVersionId: document.versions[0]?.id as string,
      paragraphId: document.paragraphs[0]?.id as string,
      text: corrected.text,
    },
  });
  return { passageId };
}
