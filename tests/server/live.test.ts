import pg from "pg";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { addNoteInput } from "@/domain/note";
import { databaseUrl } from "@/env";
import { recordEvent } from "@/server/audit";
import type { MemberActor } from "@/server/auth/actor";
import { database, inTransaction } from "@/server/database";
import { listen, type News } from "@/server/live";
import { log } from "@/server/log";
import { removeMember } from "@/server/members";
import { addNote } from "@/server/notes";
import { addMember, makeTeam, names, type Team } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const open: (() => void)[] = [];
afterEach(() => {
  for (const leave of open.splice(0)) leave();
});

/** Somebody who listens, and all that they heard. */
async function listening(actor: MemberActor, known?: number) {
  const heard: News[] = [];
  const leave = await listen(actor, known ?? (await latest(actor.workspaceId)), (news) => heard.push(news));
  open.push(leave);
  return {
    heard,
    leave,
    numbers: () => heard.flatMap((news) => (news.kind === "changed" ? [news.number] : [])),
    people: () => heard.findLast((news) => news.kind === "people")?.people.map(({ name }) => name),
    ends: () => heard.flatMap((news) => (news.kind === "over" ? [news.because] : [])),
  };
}

const latest = (workspaceId: string) =>
  database()
    .workspace.findUniqueOrThrow({ where: { id: workspaceId } })
    .then(({ eventCount }) => eventCount);

const write = (to: Team) =>
  addNote(to.analyst, addNoteInput.parse({ commitmentId: to.commitments[0]?.id, body: "خبر", datedOn: "2020-05-01" }));

async function onOtherConnection(sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}

const anEvent = { type: "note.reopened", data: { body: "…" } } as const;
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 300));
const soon = { timeout: 5_000, interval: 20 };

describe("a change", () => {
  test("is told well under a second after it is kept, by its number alone", async () => {
    const reader = await listening(team.reader);
    // The first time, the connection is still being opened.
    await write(team);
    await expect.poll(reader.numbers, soon).toHaveLength(1);
    const begun = performance.now();
    await write(team);
    await vi.waitFor(async () => expect(reader.numbers().at(-1)).toBe(await latest(team.workspaceId)), soon);
    expect(performance.now() - begun).toBeLessThan(1_000);
    const news = reader.heard.filter(({ kind }) => kind === "changed");
    expect(news.every((each) => Object.keys(each).sort().join() === "kind,number")).toBe(true);
  });

  test("is not told while its transaction is open, and never when it is undone", async () => {
    const reader = await listening(team.reader);
    await aMoment();
    const undone = inTransaction(async (tx) => {
      await recordEvent(tx, team.analyst, anEvent);
      await aMoment();
      expect(reader.numbers()).toEqual([]);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await aMoment();
    expect(reader.numbers()).toEqual([]);
  });

  test("is told in its own workspace only", async () => {
    const other = await makeTeam();
    const [stranger, reader] = [await listening(other.reader), await listening(team.reader)];
    await write(team);
    await expect.poll(reader.numbers, soon).toHaveLength(1);
    await aMoment();
    expect(stranger.numbers()).toEqual([]);
  });

  test("of many events at once is told until the last", async () => {
    const reader = await listening(team.reader);
    await inTransaction(async (tx) => {
      for (let count = 0; count < 50; count += 1) await recordEvent(tx, team.analyst, anEvent);
    });
    const number = await latest(team.workspaceId);
    await expect.poll(() => reader.numbers().at(-1), soon).toBe(number);
    expect(reader.numbers().length, "not one by one").toBeLessThan(50);
  });
});

describe("nothing is missed", () => {
  test("who knows an older number hears at once of the latest; who knows the latest hears nothing", async () => {
    const number = await latest(team.workspaceId);
    expect((await listening(team.reader, number - 1)).numbers()).toEqual([number]);
    expect((await listening(team.reader, number)).numbers()).toEqual([]);
  });

  test("while the connection to the database is cut", async () => {
    const said = vi.spyOn(log(), "warn").mockImplementation(() => {});
    const reader = await listening(team.reader);
    await write(team);
    await expect.poll(reader.numbers, soon).toHaveLength(1);
    await onOtherConnection(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'iltizam live updates' AND datname = current_database()",
    );
    await write(team);
    const number = await latest(team.workspaceId);
    await expect.poll(() => reader.numbers().at(-1), soon).toBe(number);
    await write(team);
    await expect.poll(() => reader.numbers().at(-1), soon).toBe(number + 1);
    expect(said).toHaveBeenCalledWith(expect.anything(), expect.stringContaining("connection for live updates"));
    said.mockRestore();
  });
});

describe("access that is taken away", () => {
  test("of somebody who is removed: the stream ends with the very event, and tells nothing of it", async () => {
    const guest = await addMember(team.workspaceId, "READER", "Guest");
    const [removed, stays] = [await listening(guest), await listening(team.reader)];
    await removeMember(team.admin, { memberId: guest.memberId });
    await expect.poll(removed.ends, soon).toEqual(["revoked"]);
    await expect.poll(stays.numbers, soon).toHaveLength(1);
    expect(removed.numbers()).toEqual([]);
    expect(stays.ends()).toEqual([]);
  });

  test("with the session, at the next heartbeat", async () => {
    const guest = await addMember(team.workspaceId, "READER", "Guest");
    const { id: sessionId } = await database().session.create({
      data: { userId: guest.userId, token: guest.userId, expiresAt: new Date(Date.now() + 60_000) },
    });
    const signedIn = await listening({ ...guest, sessionId });
    await database().session.delete({ where: { id: sessionId } });
    await expect.poll(signedIn.ends, { timeout: 20_000 }).toEqual(["revoked"]);
  });
});

describe("who is here", () => {
  test("each person once, in their own workspace, from coming to leaving", async () => {
    const there = await makeTeam();
    const editor = await listening(there.editor);
    await expect.poll(editor.people, soon).toEqual([names.EDITOR]);
    const [reader, again] = [await listening(there.reader), await listening(there.reader)];
    await listening(team.admin);
    await expect.poll(editor.people, soon).toEqual([names.READER, names.EDITOR]);
    await expect.poll(reader.people, soon).toEqual([names.READER, names.EDITOR]);
    reader.leave();
    await aMoment();
    expect(editor.people(), "another page of the reader is open").toEqual([names.READER, names.EDITOR]);
    again.leave();
    await expect.poll(editor.people, { timeout: 8_000 }).toEqual([names.EDITOR]);
  });

  test("also where another process says so; when it was killed, not for long", async () => {
    const there = await makeTeam();
    const editor = await listening(there.editor);
    const arrive = `INSERT INTO "LiveStream" VALUES ('elsewhere', $1, $2, now() - interval '40 seconds')`;
    await onOtherConnection(arrive, [there.workspaceId, there.analyst.memberId]);
    await onOtherConnection("SELECT pg_notify('iltizam_presence', $1)", [there.workspaceId]);
    await expect.poll(editor.people, soon).toEqual([names.EDITOR, names.ANALYST]);
    await expect.poll(editor.people, { timeout: 25_000 }).toEqual([names.EDITOR]);
  });

  test("is said again by every heartbeat, were it lost", async () => {
    const there = await makeTeam();
    const editor = await listening(there.editor);
    await expect.poll(editor.people, soon).toEqual([names.EDITOR]);
    await onOtherConnection('TRUNCATE "LiveStream"');
    await expect
      .poll(() => database().liveStream.count({ where: { workspaceId: there.workspaceId } }), { timeout: 20_000 })
      .toBe(1);
  });
});
