// The queue of jobs: pg-boss in the same database, so that a job is kept or undone with the transaction that asks for it.
import type { ClientBase } from "pg";
import { fromPrisma, type JobWithMetadata, PgBoss, type Queue } from "pg-boss";
import { type JobData, type JobName, jobData, jobNames } from "@/domain/job";
import { databaseUrl } from "@/env";
import type { Transaction } from "./database";
import { log, workInHand } from "./log";

const queues: Record<JobName, Omit<Queue, "name">> = {
  "give-up-export": { retryLimit: 6, retryDelay: 10, retryBackoff: true },
  // A worker that died is noticed by its silence, and another attempt is made. One whose last attempt died so is handed on.
  "write-export": {
    ...{ retryLimit: 2, retryDelay: 2, retryBackoff: true, expireInSeconds: 900, heartbeatSeconds: 20 },
    deadLetter: "give-up-export",
  },
  "sweep-exports": { retryLimit: 2, retryDelay: 60, retryBackoff: true },
  "sweep-sign-ins": { retryLimit: 2, retryDelay: 60, retryBackoff: true },
  // A mail server may be away for an hour.
  "mail-notifications": { retryLimit: 6, retryDelay: 60, retryBackoff: true },
  "mail-digests": { retryLimit: 2, retryDelay: 600 },
  "mail-account-event": { retryLimit: 6, retryDelay: 60, retryBackoff: true },
  "tell-due-days": { retryLimit: 2, retryDelay: 60, retryBackoff: true },
  "tell-silences": { retryLimit: 2, retryDelay: 60, retryBackoff: true },
  "check-evidence": { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 300, heartbeatSeconds: 20 },
  "check-due-evidence": { retryLimit: 1, retryDelay: 60 },
  // A large one may take hours; the next is not begun beside it, and one that failed is asked for again by the clock.
  "make-backup": { retryLimit: 0, expireInSeconds: 36_000, heartbeatSeconds: 20 },
};

/** Of these there is never a second one, waiting or under way; it is settled when the queue is made. */
const alone: ReadonlySet<JobName> = new Set(["make-backup"]);

/** Jobs of one kind that a worker does beside each other: those that wait for strangers' servers most of the time. */
const beside: Partial<Record<JobName, number>> = { "check-evidence": 4 };

/** One attempt at a job. */
export type Attempt = {
  /** Aborted when the job is cancelled, takes too long, or the worker is told to stop. */
  signal: AbortSignal;
  isLast: boolean;
};
export type Handlers = { [Name in JobName]: (data: JobData<Name>, attempt: Attempt) => Promise<void> };

/** Makes the tables of the queue, or brings them to this version's form; once at each start, and safe beside others. */
export async function installQueue(connectionString: string): Promise<void> {
  const boss = listening(new PgBoss({ connectionString, max: 2, supervise: false, schedule: false }));
  await boss.start();
  for (const name of jobNames) {
    await boss.createQueue(name, { ...queues[name], policy: alone.has(name) ? "exclusive" : "standard", notify: true });
    await boss.updateQueue(name, { ...queues[name], notify: true });
  }
  await boss.stop();
}

const kept = globalThis as { iltizamQueue?: Promise<PgBoss> };

/** For asking and cancelling, which happen on the caller's own connection; it does none of the work itself. */
function sender(): Promise<PgBoss> {
  kept.iltizamQueue ??= listening(
    new PgBoss({
      connectionString: databaseUrl(),
      max: 1,
      migrate: false,
      supervise: false,
      schedule: false,
      registerInstance: false,
    }),
  )
    .start()
    .catch((error: unknown) => {
      delete kept.iltizamQueue;
      throw error;
    });
  return kept.iltizamQueue;
}

/** Asks for a job in the caller's transaction, not to begin before `after` seconds; `id` is the thing's own, so that asking twice is asking once. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  job: { id: string; data: JobData<Name>; after?: number },
): Promise<void> {
  await (await sender()).send(name, job.data, { id: job.id, startAfter: job.after, db: fromPrisma(tx) });
}

/** A job as a backup keeps it. */
export type WaitingJob = { id: string; name: string; data: object; startAfter: Date };

/** Asks again for jobs that came with a backup, on its connection; those of another version that are no longer known are left out. */
export async function enqueueAgain(connection: ClientBase, jobs: WaitingJob[]): Promise<void> {
  const boss = await sender();
  const db = { executeSql: (text: string, values?: unknown[]) => connection.query(text, values) };
  for (const { id, name, data, startAfter } of jobs) {
    const isKnown = jobNames.some((known) => known === name);
    if (isKnown) await boss.send(name, data, { id, startAfter, db });
  }
}

/** Takes a job back in the caller's transaction; one that runs is told within a second or two. */
export async function cancelJob(tx: Transaction, name: JobName, id: string): Promise<void> {
  await (await sender()).cancel(name, id, { db: fromPrisma(tx) });
}

/** Ends what `enqueue` opened, for scripts and tests that end; before the database is closed. */
export async function closeQueue(): Promise<void> {
  const opened = kept.iltizamQueue;
  delete kept.iltizamQueue;
  await (await opened?.catch(() => undefined))?.stop({ graceful: false });
}

export type QueueState = {
  jobs: { name: JobName; waiting: number; active: number; failed: number }[];
  workers: { host: string; pid: number; since: Date }[];
};

/** How many jobs of each kind wait, run, and failed of late, and the workers that gave a sign of life within three of their beats. */
export async function readQueues(): Promise<QueueState> {
  const boss = await sender();
  const [queues, instances] = await Promise.all([boss.getQueues([...jobNames]), boss.getInstances()]);
  const found = new Map(queues.map((queue) => [queue.name, queue]));
  return {
    jobs: jobNames.map((name) => {
      const { queuedCount = 0, activeCount = 0, failedCount = 0 } = found.get(name) ?? {};
      return { name, waiting: queuedCount, active: activeCount, failed: failedCount };
    }),
    // Those that only ask for jobs do not register, and the installer does not supervise.
    workers: instances
      .filter(({ live, supervise }) => live && supervise)
      .map(({ host, pid, startedOn }) => ({ host, pid, since: startedOn })),
  };
}

/** Works on the jobs, several workers beside each other if there are; `schedule` names those of the clock. Returns how to stop. */
export async function startWorker(
  handlers: Handlers,
  schedule: Partial<Record<JobName, string>>,
): Promise<() => Promise<void>> {
  const boss = listening(
    new PgBoss({
      connectionString: databaseUrl(),
      max: 4,
      migrate: false,
      useListenNotify: true,
      // How soon a dead worker's job is taken up again: these, after the silence above.
      superviseIntervalSeconds: 10,
      monitorIntervalSeconds: 10,
      instanceHeartbeatSeconds: 10,
    }),
  );
  await boss.start();
  for (const name of jobNames) await work(boss, name, handlers);
  for (const [name, cron] of Object.entries(schedule)) await boss.schedule(name, cron);
  return () => boss.stop({ graceful: true, timeout: 3_000 });
}

async function work<Name extends JobName>(boss: PgBoss, name: Name, handlers: Handlers): Promise<void> {
  const options = {
    includeMetadata: true,
    heartbeatRefreshSeconds: 1,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 2,
    localConcurrency: beside[name] ?? 1,
  } as const;
  await boss.work(name, options, async ([job]: JobWithMetadata<unknown>[]) => {
    if (!job) return;
    await workInHand().run({ id: job.id, kind: "job", statements: 0 }, async () => {
      const begun = performance.now();
      try {
        // The clock's jobs come with null.
        const data = jobData[name].parse(job.data ?? {}) as JobData<Name>;
        await handlers[name](data, { signal: job.signal, isLast: job.retryCount >= job.retryLimit });
      } catch (error) {
        const line = { err: error, job: name, attempt: job.retryCount + 1 };
        if (job.signal.aborted) log().info(line, "a job was stopped");
        else log().error(line, "a job failed");
        throw error;
      }
      log().info({ job: name, ms: Math.round(performance.now() - begun) }, "job");
    });
  });
}

/** An error event that nobody hears would end the process; the work itself goes on and is tried again. */
function listening(boss: PgBoss): PgBoss {
  return boss.on("error", (error) => log().error({ err: error }, "the queue of jobs"));
}
