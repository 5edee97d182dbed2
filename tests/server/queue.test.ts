import { randomUUID } from "node:crypto";
import { PgBoss } from "pg-boss";
import { afterEach, expect, test } from "vitest";
import { databaseUrl } from "@/env";
import { database, inTransaction } from "@/server/database";
import { type Attempt, cancelJob, enqueue, type Handlers, startWorker } from "@/server/queue";

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

type Seen = { exportId: string } & Attempt;

const givenUp: string[] = [];

/** A worker that remembers what it was given, and does with it what `act` does. */
async function working(
  act: (seen: Seen, count: number) => Promise<void> = async () => {},
  others: Partial<Handlers> = {},
): Promise<Seen[]> {
  const seen: Seen[] = [];
  const handlers: Handlers = {
    "write-export": async ({ exportId }, attempt) => {
      seen.push({ exportId, ...attempt });
      await act({ exportId, ...attempt }, seen.length);
    },
    "give-up-export": async ({ exportId }) => void givenUp.push(exportId),
    "sweep-exports": async () => {},
    "sweep-sign-ins": async () => {},
    "mail-account-event": async () => {},
    "mail-notifications": async () => {},
    "mail-digests": async () => {},
    "tell-due-days": async () => {},
    "tell-silences": async () => {},
    "check-evidence": async () => {},
    "check-due-evidence": async () => {},
    "make-backup": async () => {},
    ...others,
  };
  stop = await startWorker(handlers, {});
  return seen;
}

const asked = (id: string) => inTransaction((tx) => enqueue(tx, "write-export", aJob(id)));
const aJob = (id: string) => ({ id, data: { workspaceId: "-", exportId: id } });

test("a job is there when its transaction is kept, and never was when it is undone", async () => {
  const [undone, kept] = [randomUUID(), randomUUID()];
  const fails = inTransaction(async (tx) => {
    await enqueue(tx, "write-export", aJob(undone));
    throw new Error("changed my mind");
  });
  await expect(fails).rejects.toThrow("changed my mind");
  await asked(kept);
  const seen = await working();
  await expect.poll(() => seen.map(({ exportId }) => exportId)).toEqual([kept]);
});

test("asked for twice, it is done once", async () => {
  const id = randomUUID();
  await asked(id);
  await asked(id);
  const seen = await working();
  await expect.poll(() => seen.length).toBe(1);
  const other = randomUUID();
  await asked(other);
  await expect.poll(() => seen.at(-1)?.exportId).toBe(other);
  expect(seen).toHaveLength(2);
});

test("of the backups of a night only one waits or is made, whoever asks", async () => {
  for (const id of [randomUUID(), randomUUID()]) {
    await inTransaction((tx) => enqueue(tx, "make-backup", { id, data: {} }));
  }
  const waiting = await database().$queryRaw`SELECT count(*)::int AS jobs FROM pgboss.job WHERE name = 'make-backup'`;
  expect(waiting).toEqual([{ jobs: 1 }]);
});

test("a job that fails is tried again after a while, and knows its last attempt; then it is handed on, to be given up", {
  timeout: 60_000,
}, async () => {
  const id = randomUUID();
  await asked(id);
  const at: number[] = [];
  const seen = await working(async () => {
    at.push(Date.now());
    throw new Error("not today");
  });
  await expect.poll(() => seen.length, { timeout: 45_000 }).toBe(3);
  expect(seen.map(({ isLast }) => isLast)).toEqual([false, false, true]);
  const [first = 0, second = 0] = at;
  expect(second - first).toBeGreaterThan(1_000);
  await expect.poll(() => givenUp, { timeout: 10_000 }).toEqual([id]);
});

test("a job that runs is told when it is cancelled", { timeout: 20_000 }, async () => {
  const id = randomUUID();
  await asked(id);
  const told: string[] = [];
  const seen = await working(
    ({ exportId, signal }) =>
      new Promise((done) => signal.addEventListener("abort", () => done(void told.push(exportId)), { once: true })),
  );
  await expect.poll(() => seen.length).toBe(1);
  await inTransaction((tx) => cancelJob(tx, "write-export", id));
  await expect.poll(() => told, { timeout: 15_000 }).toEqual([id]);
});

test("a worker that stops tells its job, which is done by the next one", { timeout: 60_000 }, async () => {
  const id = randomUUID();
  await asked(id);
  const seen = await working(
    ({ signal }) =>
      new Promise((_, fail) => signal.addEventListener("abort", () => fail(new Error("stopped")), { once: true })),
  );
  await expect.poll(() => seen.length).toBe(1);
  await stop?.();
  const again = await working();
  await expect.poll(() => again.map(({ exportId }) => exportId), { timeout: 45_000 }).toEqual([id]);
});

test("what the clock asks for, which carries nothing, is done", async () => {
  // As pg-boss sends it when the minute has come.
  const clock = new PgBoss({ connectionString: databaseUrl(), supervise: false, schedule: false, migrate: false });
  await clock.start();
  await clock.send("tell-due-days", null);
  await clock.stop({ graceful: false });
  let told = 0;
  await working(undefined, { "tell-due-days": async () => void told++ });
  await expect.poll(() => told, { timeout: 10_000 }).toBe(1);
});
