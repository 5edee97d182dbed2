// Several processes of "npm start" on one PostgreSQL, behind one address: they are one product.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { createTokenInput } from "@/domain/api-token";
import { attachEvidenceInput } from "@/domain/evidence";
import { setEnv } from "@/env";
import { communiqueSlug } from "@/prisma/seed/communique";
import { addGuests, listenAll } from "@/scripts/bench/listeners";
import { addAdmin } from "@/scripts/bench/member";
import { Tally } from "@/scripts/faults/answers";
import { familyOf, signalAll } from "@/scripts/faults/processes";
import { Chance } from "@/scripts/faults/random";
import { checkRecords } from "@/scripts/faults/records";
import { type Desk, type Kept, startWriters } from "@/scripts/faults/writers";
import { freePort } from "@/scripts/free-port";
import { actionRequest } from "@/scripts/server-action";
import { startWebServer, stopGroup } from "@/scripts/web-server";
import { createToken } from "@/server/api-tokens";
import type { MemberActor } from "@/server/auth/actor";
import { closeDatabase, database } from "@/server/database";
import { attachEvidence } from "@/server/evidence";
import { installationSecret } from "@/server/installation";
import { closeQueue } from "@/server/queue";
import { databaseCalled } from "../database-server";
import { type FrontDoor, openFrontDoor } from "../front-door";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 });

const folder = `/tmp/iltizam-together-${process.pid}`;
const name = `together_${randomBytes(6).toString("hex")}`;
let url: string;
let door: FrontDoor;
let member: MemberActor;
let cookie: string;
let desk: Desk;
const started: Process[] = [];

type Process = { pid: number; port: number; address: string; stop: () => Promise<unknown> };
const patient = { timeout: 30_000 };

/** Starts one more on the same database; it stands behind the door once it is ready. */
async function startOne(): Promise<Process> {
  const port = await freePort();
  const settings = { DATABASE_URL: url, PORT: String(port), BASE_URL: door.address };
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    env: { ...process.env, ...settings, ILTIZAM_SECRET: "", DATA_DIR: folder, WORKER: "inside" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const one = stands(child.pid ?? 0, port, () => stopped(child));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  while (!said.includes("is ready")) {
    if (child.exitCode !== null) throw new Error(`it did not start: ${said}`);
    await pause(50);
  }
  door.ports.push(port);
  return one;
}

/** The web server of one more, on a database that the others have prepared. */
async function startWeb(): Promise<Process> {
  const port = await freePort();
  const { pid } = await startWebServer({ dev: false, port, settings: { PORT: String(port) } });
  door.ports.push(port);
  return stands(pid, port, () => stopGroup(pid));
}

function stands(pid: number, port: number, stop: () => Promise<unknown>): Process {
  const one = { pid, port, address: `http://localhost:${port}`, stop };
  started.push(one);
  return one;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("databaseServer") });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const rowsOf = <Row extends object>(sql: string) => database().$queryRawUnsafe<Row[]>(sql);

beforeAll(async () => {
  await onServer(`CREATE DATABASE ${name}`);
  url = databaseCalled(inject("databaseServer"), name);
  door = await openFrontDoor(await freePort());
  // At once, and on nothing: each would prepare the database.
  await Promise.all([startOne(), startOne()]);
  await closeDatabase();
  setEnv({ DATABASE_URL: url, BASE_URL: door.address, DATA_DIR: folder });
  setEnv({ ILTIZAM_SECRET: await installationSecret() });
  ({ member, cookie } = await addAdmin());
  desk = await deskOf();
});

afterAll(async () => {
  await Promise.all(started.map(({ stop }) => stop()));
  door.close();
  await closeQueue();
  await closeDatabase();
  await rm(folder, { recursive: true, force: true });
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

async function deskOf(): Promise<Desk> {
  const { token } = await createToken(
    member,
    createTokenInput.parse({ name: "program", scope: "WRITE", validDays: "7" }),
  );
  const commitments = await database().commitment.findMany({ orderBy: { number: "asc" }, select: { id: true } });
  const commitmentIds = commitments.map(({ id }) => id);
  const source = { address: "http://localhost:9/0", title: "مصدر", kind: "NEWS", stance: "CONTEXT", language: "ar" };
  const { citationId } = await attachEvidence(
    member,
    attachEvidenceInput.parse({ commitmentId: commitmentIds[3], ...source }),
  );
  const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
  return { address: door.address, cookie, token, commitmentIds, evidenceId, siteHost: "localhost:9" };
}

async function send(address: string, action: `${string}.${string}`, sent: Sent) {
  const request = await actionRequest(action, sent.given);
  const headers = { ...request.headers, cookie: sent.cookie ?? "", origin: address };
  return fetch(`${address}${sent.page}`, { ...request, headers, redirect: "manual" });
}
type Sent = { page: string; given: Record<string, string> | string; cookie?: string };

const [first, second] = [() => started[0] as Process, () => started[1] as Process];

describe("two processes", () => {
  test("that start at once on an empty database prepare it once", async () => {
    const [counts] = await rowsOf<{ twice: number; workspaces: number; documents: number }>(`
      SELECT (SELECT count(*) FROM (SELECT 1 FROM _prisma_migrations GROUP BY migration_name HAVING count(*) > 1) t)::int AS twice,
             (SELECT count(*) FROM "Workspace")::int AS workspaces, (SELECT count(*) FROM "Document")::int AS documents`);
    expect(counts).toEqual({ twice: 0, workspaces: 1, documents: 1 });
  });

  test("know the session that was made on one, and its end", async () => {
    const [guest] = await addGuests(member, 1);
    const reads = async ({ address }: Process) =>
      (await fetch(`${address}/ar`, { headers: { cookie: guest?.cookie ?? "" }, redirect: "manual" })).status;
    expect(await Promise.all([reads(first()), reads(second())])).toEqual([200, 200]);
    await send(second().address, "sessions.signOut", { page: "/ar", given: "ar", cookie: guest?.cookie });
    expect(await Promise.all([reads(first()), reads(second())])).toEqual([307, 307]);
  });

  test("count the tries of a password together", async () => {
    const page = "/ar/sign-in";
    const given = { email: "salma@example.org", password: "not the right password" };
    const said: string[] = [];
    for (let count = 0; count < 11; count++) {
      const { address } = count % 2 === 0 ? first() : second();
      const text = await (await send(address, "sign-in.signIn", { page, given })).text();
      said.push(/"code":"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 200));
    }
    expect(said.slice(0, 10)).not.toContain("rate_limited");
    expect(said[10]).toBe("rate_limited");
  });

  test("show on one at once what was written on the other, and tell those who have a page open", async () => {
    const oneself = { member, cookie };
    const crowd = await listenAll([first().address, second().address], [oneself, oneself]);
    try {
      const commitmentId = desk.commitmentIds[0] as string;
      const page = `/ar/commitments/${commitmentId}`;
      for (let count = 0; count < 6; count++) {
        const [writer, reader] = count % 2 === 0 ? [first(), second()] : [second(), first()];
        const body = `كُتبت هنا ${count}`;
        const given = { commitmentId, body, datedOn: "2024-05-20" };
        const answer = await (await send(writer.address, "notes.addNote", { page, given, cookie })).text();
        expect(answer).toContain('"status":"done"');
        expect(await (await fetch(`${reader.address}${page}`, { headers: { cookie } })).text()).toContain(body);
      }
      const { eventCount } = await database().workspace.findUniqueOrThrow({ where: { id: member.workspaceId } });
      expect(await crowd.untilAllKnow(eventCount)).toBe(2);
    } finally {
      crowd.leave();
    }
  });

  test("do each job once", async () => {
    const given = { documentSlug: communiqueSlug, format: "csv", language: "ar" };
    for (let count = 0; count < 4; count++) {
      const answer = await send(door.address, "exports.requestExport", { page: "/ar/reports", given, cookie });
      expect(await answer.text()).toContain('"status":"done"');
    }
    const jobs = () =>
      rowsOf<{ state: string; retry_count: number }>(
        "SELECT state::text, retry_count FROM pgboss.job WHERE name = 'write-export'",
      );
    await expect
      .poll(jobs, { timeout: 30_000 })
      .toEqual(Array.from({ length: 4 }, () => ({ state: "completed", retry_count: 0 })));
    expect(await database().exportFile.count()).toBe(4);
  });
});

test("one that is asked to stop finishes what it has begun, and takes nothing new", async () => {
  const third = await startWeb();
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE "Note" IN ACCESS EXCLUSIVE MODE');
  const underWay = fetch(`${third.address}/ar/commitments/${desk.commitmentIds[0]}`, { headers: { cookie } });
  const waits = () =>
    rowsOf("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()");
  await expect.poll(waits, patient).not.toEqual([]);
  const ended = third.stop();
  const isTaken = () =>
    fetch(`${third.address}/api/v1/evidence`).then(
      () => true,
      () => false,
    );
  await expect.poll(isTaken, patient).toBe(false);
  await holder.query("ROLLBACK");
  await holder.end();
  expect((await underWay).status).toBe(200);
  expect(await (await underWay).text()).toContain("</html>");
  await ended;
});

test("of four, one is killed at random while people write, and started again: nothing is lost, and nobody else notices", async () => {
  door.ports = door.ports.slice(0, 2);
  await Promise.all([startWeb(), startWeb()]);
  const chance = new Chance(Date.now());
  const [tally, kept]: [Tally, Kept[]] = [new Tally(120_000), []];
  const finish = startWriters({ desk, tally, chance, kept });
  await pause(chance.between(500, 1_500));
  const victim = chance.pick(started.filter(({ port }) => door.ports.includes(port)));
  signalAll(familyOf(victim.pid), "SIGKILL");
  await startWeb();
  const before = tally.acknowledged;
  await expect.poll(() => tally.acknowledged, patient).toBeGreaterThan(before + 10);
  await finish();
  expect(tally.wrong).toEqual([]);
  expect(kept.length).toBeGreaterThan(20);
  const { lost, halfDone } = await checkRecords(url, member, kept);
  expect({ lost, halfDone }).toEqual({ lost: [], halfDone: [] });
  expect([...door.answered.keys()].length).toBeGreaterThanOrEqual(4);
});
