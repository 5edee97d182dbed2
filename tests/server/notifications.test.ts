import { beforeEach, describe, expect, test } from "vitest";
import { annotateInput } from "@/domain/annotation";
import { addNoteInput, editNoteInput } from "@/domain/note";
import { sliceOf } from "@/domain/text-position";
import { notifyMentions } from "@/server/annotation-notices";
import { annotate, deleteAnnotation, editAnnotation, reply, shareAnnotation } from "@/server/annotations";
import type { MemberActor } from "@/server/auth/actor";
import { database, inTransaction } from "@/server/database";
import { listen, type News } from "@/server/live";
import { removeMember } from "@/server/members";
import { addNote, deleteNote, editNote } from "@/server/notes";
import {
  chooseMail,
  countUnread,
  followNotification,
  getMailChoice,
  listNotifications,
  markAllRead,
  notify,
} from "@/server/notifications";
import { assignThread } from "@/server/threads";
import { addMember, makeTeam, names, type Team } from "../cast";

let team: Team;
let passage: { id: string; text: string };
let documentId: string;
beforeEach(async () => {
  team = await makeTeam();
  const found = await database().passage.findFirstOrThrow({
    where: { paragraph: { document: { workspaceId: team.workspaceId }, commitment: { number: 1 } } },
    include: { paragraph: { select: { documentId: true } } },
  });
  passage = found;
  documentId = found.paragraph.documentId;
});

const told = async (actor: MemberActor) => (await listNotifications(actor)).notifications;
const commitmentId = () => team.commitments[0]?.id as string;
const noteFor = (assignee: MemberActor | null, changes: Record<string, unknown> = {}) =>
  addNoteInput.parse({
    commitmentId: commitmentId(),
    body: "سؤال **المفوضية** عن الموعد",
    datedOn: "2020-02-01",
    assigneeId: assignee?.memberId,
    ...changes,
  });

function comment(author: MemberActor, layer = "TEAM") {
  const exact = sliceOf(passage.text, { start: 0, end: 9 });
  const targets = JSON.stringify([{ passageId: passage.id, start: 0, end: 9, exact }]);
  return annotate(author, annotateInput.parse({ targets, motivation: "COMMENTING", body: "لماذا؟", layer }));
}

describe("whoever is assigned a follow-up is told", () => {
  test("who did it, what it says, when it is due and where", async () => {
    const { id } = await addNote(team.editor, noteFor(team.analyst, { dueOn: "2020-03-01" }));
    expect(await told(team.analyst)).toEqual([
      expect.objectContaining({
        kind: "ASSIGNED",
        noteId: id,
        isRead: false,
        by: { memberId: team.editor.memberId, name: names.EDITOR },
        commitment: expect.objectContaining({ number: 1 }),
        data: { words: "سؤال المفوضية عن الموعد", dueOn: "2020-03-01" },
      }),
    ]);
    expect(await told(team.reader)).toEqual([]);
  });

  test("not when one assigns oneself, nor when something else of the note changes; again when it comes back to one", async () => {
    await addNote(team.analyst, noteFor(team.analyst));
    const { id } = await addNote(team.editor, noteFor(team.analyst));
    const edit = (version: number, assignee: MemberActor, body = "نص") => {
      const { commitmentId: _, ...input } = noteFor(assignee, { body });
      return editNote(team.editor, editNoteInput.parse({ ...input, noteId: id, version }));
    };
    await edit(1, team.analyst, "نص آخر");
    expect(await told(team.analyst)).toHaveLength(1);
    await edit(2, team.admin);
    await edit(3, team.analyst);
    expect(await told(team.admin)).toHaveLength(1);
    expect(await told(team.analyst)).toHaveLength(2);
  });
});

describe("in a thread", () => {
  test("its author and whoever replied are told of a reply, each once, and not who wrote it", async () => {
    const { id } = await comment(team.analyst);
    await reply(team.editor, { annotationId: id, body: "لأن النص قديم" });
    await reply(team.admin, { annotationId: id, body: "صحيح" });
    await reply(team.editor, { annotationId: id, body: "إذن نكتب إليهم" });
    const kinds = async (actor: MemberActor) => (await told(actor)).map(({ kind, data }) => [kind, data.words]);
    expect(await kinds(team.analyst)).toEqual([
      ["REPLIED", "إذن نكتب إليهم"],
      ["REPLIED", "صحيح"],
      ["REPLIED", "لأن النص قديم"],
    ]);
    expect(await kinds(team.editor)).toEqual([["REPLIED", "صحيح"]]);
    expect(await kinds(team.admin)).toEqual([["REPLIED", "إذن نكتب إليهم"]]);
    expect((await told(team.analyst))[0]?.data.quote).toBe(sliceOf(passage.text, { start: 0, end: 9 }));
  });

  test("whoever it is assigned to is told", async () => {
    const { id } = await comment(team.analyst);
    await assignThread(team.editor, { annotationId: id, version: 1, assigneeId: team.admin.memberId });
    expect(await told(team.admin)).toMatchObject([{ kind: "ASSIGNED", noteId: null, commitment: { number: 1 } }]);
  });

  test("what is private is told to nobody", async () => {
    const { id } = await comment(team.analyst, "PRIVATE");
    await reply(team.analyst, { annotationId: id, body: "لنفسي" });
    const said = { id, documentId, layer: "PRIVATE", body: "…", quote: "…" } as const;
    const memberIds = [team.editor.memberId];
    await inTransaction((tx) => notifyMentions(tx, team.analyst, { said, memberIds }));
    for (const actor of [team.analyst, team.editor, team.admin]) expect(await told(actor)).toEqual([]);
  });

  test("whoever a comment names is told once, however often it is edited, and only members who are here", async () => {
    const { id } = await comment(team.analyst);
    const gone = await addMember(team.workspaceId, "ANALYST", "Gone");
    await removeMember(team.admin, { memberId: gone.memberId });
    const other = await makeTeam();
    const said = { id, documentId, commitmentId: commitmentId(), layer: "TEAM", body: "انظر", quote: "…" } as const;
    const memberIds = [team.editor, team.analyst, gone, other.admin].map((actor) => actor.memberId);
    for (const _ of [1, 2]) await inTransaction((tx) => notifyMentions(tx, team.analyst, { said, memberIds }));
    expect(await told(team.editor)).toMatchObject([{ kind: "MENTIONED" }]);
    expect(await database().notification.count({ where: { memberId: { in: memberIds } } })).toBe(1);
  });
});

test("nothing is told of a note or a thread that was deleted meanwhile", async () => {
  const { id: noteId } = await addNote(team.editor, noteFor(team.analyst));
  const { id: annotationId } = await comment(team.analyst);
  const answer = await reply(team.editor, { annotationId, body: "جواب" });
  expect(await countUnread(team.analyst)).toBe(2);
  await deleteNote(team.editor, { noteId, version: 1 });
  await deleteAnnotation(team.editor, { annotationId: answer.id, version: 1 });
  expect(await countUnread(team.analyst)).toBe(0);
  expect(await told(team.analyst)).toEqual([]);
});

test("a change that is undone tells nobody", async () => {
  const notification = { kind: "MENTIONED", once: "-", documentId, data: {} } as const;
  const undone = inTransaction(async (tx) => {
    await notify(tx, team.editor, [{ ...notification, memberId: team.analyst.memberId }]);
    throw new Error("changed my mind");
  });
  await expect(undone).rejects.toThrow("changed my mind");
  expect(await countUnread(team.analyst)).toBe(0);
});

describe("reading", () => {
  test("following one marks it as read, leads to the place, and tells one’s other pages", async () => {
    const { id: noteId } = await addNote(team.editor, noteFor(team.analyst));
    const heard: News[] = [];
    const leave = await listen(team.analyst, 1_000_000, (news) => heard.push(news));
    const [notification] = await told(team.analyst);
    // The connection that listens is opened by the first who listens.
    await expect.poll(() => heard.some(({ kind }) => kind === "people")).toBe(true);
    const follow = () => followNotification(team.analyst, notification?.id as string);
    expect(await follow()).toBe(`/commitments/${commitmentId()}#note-${noteId}`);
    expect(await countUnread(team.analyst)).toBe(0);
    await expect.poll(() => heard.filter(({ kind }) => kind === "notified")).toHaveLength(1);
    await follow();
    expect(await told(team.analyst)).toMatchObject([{ isRead: true }]);
    leave();
  });

  test("all are marked at once, and only one’s own", async () => {
    for (const actor of [team.analyst, team.analyst, team.admin]) await addNote(team.editor, noteFor(actor));
    await markAllRead(team.analyst);
    expect([await countUnread(team.analyst), await countUnread(team.admin)]).toEqual([0, 1]);
    expect((await listNotifications(team.analyst, { unread: "1" })).notifications).toEqual([]);
  });

  test("somebody else’s is not there", async () => {
    await addNote(team.editor, noteFor(team.analyst));
    const [notification] = await told(team.analyst);
    const id = notification?.id as string;
    await expect(followNotification(team.editor, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listNotifications(team.editor, { before: id })).notifications).toEqual([]);
  });

  test("page by page, newest first, each once", async () => {
    for (let count = 1; count <= 5; count += 1) await addNote(team.editor, noteFor(team.analyst, { body: `${count}` }));
    const seen: (string | undefined)[] = [];
    let before: string | undefined;
    do {
      const page = await listNotifications(team.analyst, { before }, 2);
      seen.push(...page.notifications.map(({ data }) => data.words));
      before = page.next ?? undefined;
    } while (before);
    expect(seen).toEqual(["5", "4", "3", "2", "1"]);
  });
});

test("mail comes at once unless one chooses otherwise; choosing it late does not send what was kept back", async () => {
  expect(await getMailChoice(team.analyst)).toBe("AT_ONCE");
  await chooseMail(team.analyst, { mailChoice: "NEVER" });
  await addNote(team.editor, noteFor(team.analyst));
  await chooseMail(team.analyst, { mailChoice: "DAILY" });
  expect(await getMailChoice(team.analyst)).toBe("DAILY");
  const unmailed = { memberId: team.analyst.memberId, mailedAt: null };
  expect(await database().notification.count({ where: unmailed })).toBe(0);
});

test("naming somebody in a comment, a reply or an edit tells them, of a private one once it is handed to the team", async () => {
  const call = `انظر @${names.ADMIN}`;
  const kinds = async () => (await told(team.admin)).map(({ kind }) => kind);
  const { id } = await comment(team.analyst, "PRIVATE");
  await editAnnotation(team.analyst, { annotationId: id, version: 1, body: call });
  expect(await kinds()).toEqual([]);
  await shareAnnotation(team.analyst, { annotationId: id, version: 2 });
  expect(await kinds()).toEqual(["MENTIONED"]);
  await editAnnotation(team.analyst, { annotationId: id, version: 3, body: `${call} مرة أخرى` });
  expect(await kinds(), "once for each comment").toEqual(["MENTIONED"]);
  await reply(team.admin, { annotationId: id, body: "رأيت" });
  await reply(team.editor, { annotationId: id, body: call });
  expect(await kinds(), "and not as a reply besides").toEqual(["MENTIONED", "MENTIONED"]);
});
