import { beforeEach, describe, expect, test } from "vitest";
import { annotateInput } from "@/domain/annotation";
import { correctPassageInput } from "@/domain/passage";
import { sliceOf } from "@/domain/text-position";
import { annotate, deleteAnnotation, restoreAnnotation } from "@/server/annotations";
import type { MemberActor } from "@/server/auth/actor";
import { getCommitment } from "@/server/commitments";
import { database } from "@/server/database";
import { listNotifications } from "@/server/notifications";
import { correctPassage, getParagraph, previewCorrection } from "@/server/passages";
import { listThreads } from "@/server/threads";
import { watch } from "@/server/watches";
import { addMember, eventsOf, makeTeam, type Team } from "../cast";

let team: Team;
let documentId: string;
/** The paragraph of the fifth commitment, which has an editorial remark on "بريقة". */
let passage: { id: string; text: string };
beforeEach(async () => {
  team = await makeTeam();
  const { document, passages } = await getCommitment(team.reader, team.commitments[4]?.id as string);
  documentId = document.id;
  passage = passages[0] as typeof passage;
});

async function mark(words: string, changes: Record<string, unknown> = {}, author: MemberActor = team.analyst) {
  const at = passage.text.indexOf(words);
  const [start, end] = [[...passage.text.slice(0, at)].length, [...passage.text.slice(0, at + words.length)].length];
  expect(sliceOf(passage.text, { start, end })).toBe(words);
  const targets = JSON.stringify([{ passageId: passage.id, start, end, exact: words }]);
  const { id } = await annotate(
    author,
    annotateInput.parse({ targets, motivation: "COMMENTING", body: "تعليق", ...changes }),
  );
  return id;
}
const correction = (text: string, changes: Record<string, unknown> = {}) =>
  correctPassageInput.parse({ passageId: passage.id, revision: "1", text, reason: "خطأ في الطباعة", ...changes });
const correct = (text: string, changes: Record<string, unknown> = {}) =>
  correctPassage(team.editor, correction(text, changes));
const targetOf = (annotationId: string) =>
  database().annotationTarget.findFirstOrThrow({ where: { annotationId }, include: { passage: true } });
const lastEvent = async () => (await eventsOf(team.workspaceId)).at(-1);
/** The first words of the paragraph, and some later ones. */
const words = () => passage.text.split(/\s+/);
const some = (from: number, to: number) => words().slice(from, to).join(" ");

describe("a correction", () => {
  test("puts a new revision in the place of the old one, which is kept with who, when and why", async () => {
    const text = `${passage.text} والله الموفق`;
    const made = await correct(text);
    expect(made).toMatchObject({ revision: 2, lost: 0 });
    const fifth = await getCommitment(team.reader, team.commitments[4]?.id as string);
    expect(fifth.passages).toMatchObject([{ id: made.id, revision: 2, text, earlierIds: [passage.id] }]);
    const { texts } = await getParagraph(team.reader, team.documentSlug, fifth.ordinal);
    expect(texts).toMatchObject([
      {
        language: "ar",
        revisions: [
          { revision: 2, text, reason: "خطأ في الطباعة", correctedBy: { memberId: team.editor.memberId } },
          { revision: 1, text: passage.text, reason: null, correctedBy: null },
        ],
      },
    ]);
    expect(await lastEvent()).toMatchObject({
      type: "passage.corrected",
      subjectId: made.id,
      commitmentId: fifth.id,
      onlyForId: null,
      data: { revision: { from: 1, to: 2 }, text: { from: passage.text, to: text }, reason: "خطأ في الطباعة" },
    });
  });

  test("changes not a letter of what was typed, and normalises nothing", async () => {
    const decomposed = `${passage.text} e\u0301 ﷺ ﻻ 👍🏽 ١٢\u200f.\n`;
    await correct(decomposed.replaceAll("\n", "\r\n"));
    const fifth = await getCommitment(team.reader, team.commitments[4]?.id as string);
    expect(fifth.passages[0]?.text).toBe(decomposed);
  });

  test.each([
    ["", "required"],
    [" \n ", "required"],
    ["ا\ud800ب", "bad_text"],
    ["ا\u0000ب", "bad_text"],
    ["ا\u001bب", "bad_text"],
    ["ا\u0085ب", "bad_text"],
    ["ا".repeat(100_001), "too_long"],
  ])("to %j is refused: %s", (text, key) => {
    const refused = correctPassageInput.safeParse({ ...correction("x"), text });
    expect(refused.error?.issues[0]).toMatchObject({ path: ["text"], message: key });
  });

  test("that changes nothing, or says no reason, is refused", async () => {
    await expect(correct(passage.text)).rejects.toMatchObject({
      code: "invalid",
      detail: { fields: { text: "unchanged" } },
    });
    expect(() => correction("x", { reason: " " })).toThrow(/required/);
  });

  test("on top of a newer one is a conflict that shows the text as it stands; saved on top of that it stands", async () => {
    const { id } = await correct(`${passage.text} أولاً`);
    await expect(correct(`${passage.text} ثانياً`)).rejects.toMatchObject({
      code: "conflict",
      detail: { current: { passageId: id, revision: 2, text: `${passage.text} أولاً`, by: "Édith Éditrice" } },
    });
    await expect(correct(`${passage.text} ثانياً`, { revision: "2" })).resolves.toMatchObject({ revision: 3 });
  });

  test("of two at the same moment keeps one and refuses the other", async () => {
    const outcomes = await Promise.allSettled([correct(`${passage.text} أ`), correct(`${passage.text} ب`)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((each) => each.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "conflict", detail: { current: { revision: 2 } } });
  });

  test("is told to those who watch the document or the commitment, and to nobody else", async () => {
    await watch(team.reader, { what: "document", id: documentId });
    await watch(team.analyst, { what: "commitment", id: team.commitments[4]?.id as string });
    await watch(team.admin, { what: "commitment", id: team.commitments[0]?.id as string });
    await correct(`قبله ${passage.text}`);
    const told = await Promise.all(
      [team.reader, team.analyst, team.admin].map(async (actor) => (await listNotifications(actor)).notifications),
    );
    const [toReader, toAnalyst, toAdmin] = told;
    for (const notices of [toReader, toAnalyst]) {
      expect(notices).toMatchObject([{ kind: "TEXT_CHANGED", commitment: { number: 5 }, data: { paragraph: 9 } }]);
    }
    expect(toAdmin).toEqual([]);
  });

  test("in another workspace there is nothing to correct", async () => {
    const stranger = await makeTeam();
    await expect(correctPassage(stranger.editor, correction("نص"))).rejects.toMatchObject({ code: "not_found" });
    await expect(previewCorrection(stranger.editor, correction("نص"))).rejects.toMatchObject({ code: "not_found" });
    await expect(getParagraph(stranger.reader, team.documentSlug, 999)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what is marked", () => {
  test("follows its words, with their new surroundings", async () => {
    const [first, later] = [await mark(some(0, 2)), await mark(some(6, 9))];
    await correct(passage.text.replace(some(0, 2), `مقدمة جديدة ثم ${some(0, 2)}`));
    for (const [id, exact] of [
      [first, some(0, 2)],
      [later, some(6, 9)],
    ] as const) {
      const target = await targetOf(id);
      expect(target).toMatchObject({ exact, method: "DIFF", score: 1, was: null, orphanedAt: null });
      expect(target.passage?.revision).toBe(2);
      const { start, end } = target as { start: number; end: number };
      expect(sliceOf(target.passage?.text ?? "", { start, end })).toBe(exact);
    }
  });

  test("says what its words were when they were corrected themselves, and goes on saying it", async () => {
    const words = some(3, 9);
    const id = await mark(words);
    const [wordToChange] = some(5, 6).split(" ");
    const text = passage.text.replace(words, words.replace(wordToChange as string, "كلمة"));
    await correct(text);
    const target = await targetOf(id);
    expect(target).toMatchObject({ exact: words.replace(wordToChange as string, "كلمة"), was: words });
    expect(target.score).toBeLessThan(1);
    const [thread] = await listThreads(team.reader, documentId);
    expect(thread?.targets[0]?.found).toEqual({ method: target.method, score: target.score, was: words });
    await correct(`قبله ${text}`, { revision: "2" });
    expect(await targetOf(id)).toMatchObject({ was: words, score: target.score, orphanedAt: null });
  });

  test("says so when its words were found again at another place", async () => {
    const words = some(3, 9);
    const id = await mark(words);
    const rest = passage.text.replace(words, "");
    await correct(`${rest} ${words}`);
    expect(await targetOf(id)).toMatchObject({ exact: words, method: "FUZZY", score: 1, was: words });
  });

  test("keeps its old place and words when they are gone, and is no longer shown in the text", async () => {
    const words = some(3, 9);
    const id = await mark(words);
    const before = await targetOf(id);
    const { kept, lost } = await correct(passage.text.replace(words, ""));
    expect([kept, lost]).toEqual([1, 1]);
    expect(await targetOf(id)).toEqual({ ...before, orphanedAt: expect.any(Date) });
    expect(await listThreads(team.reader, documentId)).toEqual([]);
  });

  test("follows also while it is deleted, so that it can come back", async () => {
    const id = await mark(some(3, 6));
    const { version } = await deleteAnnotation(team.analyst, { annotationId: id, version: 1 });
    await correct(`قبله ${passage.text}`);
    expect((await lastEvent())?.data).toMatchObject({ kept: 1 });
    await restoreAnnotation(team.analyst, { annotationId: id, version });
    expect((await listThreads(team.reader, documentId))[0]).toMatchObject({ id, targets: [{ exact: some(3, 6) }] });
  });

  test("is not rewritten for who edits the comment meanwhile: its version stays", async () => {
    const id = await mark(some(3, 6));
    await correct(`قبله ${passage.text}`);
    expect(await database().annotation.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 1 });
  });

  test("privately follows silently: nobody else can tell from the history or the preview", async () => {
    const words = some(3, 9);
    const id = await mark(words, { layer: "PRIVATE" });
    const without = passage.text.replace(words, "");
    expect(await previewCorrection(team.editor, correction(without))).toEqual({ kept: 1, lost: [], changed: [] });
    await mark(words, {}, team.editor);
    expect(await previewCorrection(team.editor, correction(without))).toMatchObject({
      kept: 1,
      lost: [{ exact: words }],
    });
    expect(await correct(without)).toMatchObject({ kept: 1, lost: 1 });
    expect(JSON.stringify(await lastEvent())).not.toContain(id);
    expect(await targetOf(id)).toMatchObject({ orphanedAt: expect.any(Date) });
  });

  test("a thousand times follows at once", async () => {
    const id = await mark(some(2, 5));
    const target = await targetOf(id);
    const { workspaceId } = team;
    const authorId = team.analyst.memberId;
    const rows = Array.from({ length: 1_000 }, (_, at) => ({
      ...target,
      passage: undefined,
      id: `${id}-${at}`,
      annotationId: `${id}-${at}`,
    }));
    await database().annotation.createMany({
      data: rows.map((row) => ({
        id: row.annotationId,
        workspaceId,
        documentId,
        authorId,
        motivation: "HIGHLIGHTING" as const,
        layer: "TEAM" as const,
      })),
    });
    await database().annotationTarget.createMany({
      data: rows.map(({ passage: _, ...row }, at) => ({
        ...row,
        start: (row.start ?? 0) - (at % 7),
        exact: sliceOf(passage.text, { start: (row.start ?? 0) - (at % 7), end: row.end ?? 0 }) ?? "",
      })),
    });
    expect(await correct(`مقدمة. ${passage.text}`)).toMatchObject({ kept: 1_002, lost: 0 });
  });
});

describe("an editorial remark", () => {
  test("follows to the new revision, and the old one keeps its own", async () => {
    const { id } = await correct(`قبله ${passage.text}`);
    const remarks = await database().editorialNote.findMany({
      where: { passageId: { in: [passage.id, id] } },
      orderBy: { start: "asc" },
    });
    expect(remarks.map((each) => [each.passageId, each.exact, each.orphanedAt])).toEqual([
      [passage.id, "بريقة", null],
      [id, "بريقة", null],
    ]);
    expect((remarks[1]?.start ?? 0) - (remarks[0]?.start ?? 0)).toBe(5);
  });

  test("whose words are gone stays by the old text until somebody puts it back", async () => {
    const { id } = await correct(passage.text.replace("بريقة", "طريقة مختلفة تماماً"));
    expect((await getCommitment(team.reader, team.commitments[4]?.id as string)).passages[0]?.editorialNotes).toEqual(
      [],
    );
    const remarks = await database().editorialNote.findMany({ where: { passageId: { in: [passage.id, id] } } });
    expect(remarks.map(({ passageId, orphanedAt }) => [passageId, orphanedAt !== null]).sort()).toEqual([
      [passage.id, false],
      [passage.id, true],
    ]);
  });
});

describe("marking and correcting at the same moment", () => {
  test("leaves no mark on a text that is no longer the newest", async () => {
    const others = await Promise.all([1, 2, 3].map(() => addMember(team.workspaceId, "ANALYST", "محلل")));
    const outcomes = await Promise.allSettled([
      ...others.map((other) => mark(some(2, 4), {}, other)),
      correct(`قبله ${passage.text}`),
      ...others.map((other) => mark(some(2, 4), {}, other)),
    ]);
    expect(outcomes[3]?.status).toBe("fulfilled");
    for (const each of outcomes) {
      if (each.status === "rejected") {
        expect(each.reason).toMatchObject({ code: "conflict", detail: { reason: "text_changed" } });
      }
    }
    const targets = await database().annotationTarget.findMany({
      where: { annotation: { documentId } },
      include: { passage: true },
    });
    expect(targets.length).toBe(outcomes.filter(({ status }) => status === "fulfilled").length - 1);
    expect(targets.every(({ passage: on, exact }) => on?.revision === 2 && exact === some(2, 4))).toBe(true);
  });

  test("a mark waits for the correction that has begun, and is told where its words are now", async () => {
    const [correcting, marking] = await database().$transaction(async (tx) => {
      // Without the number of its event a correction cannot end.
      await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${team.workspaceId} FOR UPDATE`;
      const begun = correct(`قبله ${passage.text}`);
      await untilWaiting(1);
      const late = mark(some(2, 4)).catch((error: unknown) => error);
      await untilWaiting(2);
      return [begun, late] as const;
    });
    expect(await correcting).toMatchObject({ revision: 2 });
    expect(await marking).toMatchObject({
      code: "conflict",
      detail: { reason: "text_changed", current: { stretches: [{ exact: some(2, 4) }] } },
    });
  });

  test("a correction waits for the mark that has begun, and carries it along", async () => {
    const [marking, correcting] = await database().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${team.workspaceId} FOR UPDATE`;
      const begun = mark(some(2, 4));
      await untilWaiting(1);
      const late = correct(`قبله ${passage.text}`);
      await untilWaiting(2);
      return [begun, late] as const;
    });
    const id = await marking;
    const { id: newest } = await correcting;
    expect(await targetOf(id)).toMatchObject({ passageId: newest, exact: some(2, 4) });
  });
});

/** Until so many wait for somebody else's lock. */
async function untilWaiting(count: number): Promise<void> {
  const waiting = async () => {
    const [row] = await database().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return row?.count;
  };
  await expect.poll(waiting).toBe(count);
}
