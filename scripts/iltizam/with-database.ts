// Runs a command on the database: the running server's, a given one, or the built-in one started for the command alone.

import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join, resolve } from "node:path";
import { env, setEnv } from "@/env";
import { Explained } from "@/scripts/command-line";
import { findRunningDatabase, startDatabase } from "@/scripts/database";
import { generateIfStale } from "@/scripts/generate";
import { awaitGivenDatabase } from "@/scripts/given-database";
import { refuseOtherVersion } from "@/scripts/migrations";
import type { Actor } from "@/server/auth/actor";

type Found = { url: string; stop: () => Promise<void> };

/**
 * Runs `work` as the product itself in the first workspace; what was started for it is stopped again.
 * Throws `Explained` where there is no database, or one of another version: nothing is migrated here.
 */
export async function withDatabase<Result>(work: (actor: Actor) => Promise<Result>): Promise<Result> {
  const { url, stop } = await findDatabase();
  try {
    setEnv({ DATABASE_URL: url });
    await refuseOtherVersion(url);
    await generateIfStale();
    // Only now: these need the generated client and the address.
    const { systemActor } = await import("@/server/auth/actor");
    const { closeDatabase } = await import("@/server/database");
    const { closeQueue } = await import("@/server/queue");
    const { firstWorkspace } = await import("@/server/installation");
    try {
      return await work(systemActor((await firstWorkspace()).id, "JOB"));
    } finally {
      await closeQueue();
      await closeDatabase();
    }
  } finally {
    await stop();
  }
}

/**
 * Runs `work` on a database that need not have been used yet: the given one, or that in DATA_DIR, made where there is
 * none. Throws `Explained` where Iltizam runs on the one in DATA_DIR.
 */
export async function withNewDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const { DATABASE_URL: given, DATA_DIR } = env();
  if (given) await awaitGivenDatabase(given);
  const { url, stop } = given ? { url: given, stop: nothing } : await startOwn(resolve(DATA_DIR));
  try {
    setEnv({ DATABASE_URL: url });
    await work(url);
  } finally {
    const { closeQueue } = await import("@/server/queue");
    await closeQueue();
    await stop();
  }
}

async function findDatabase(): Promise<Found> {
  const { DATABASE_URL: given, DATA_DIR } = env();
  if (given) {
    await awaitGivenDatabase(given);
    return { url: given, stop: nothing };
  }
  const directory = resolve(DATA_DIR);
  const running = await findRunningDatabase(directory);
  if (running) return { url: running, stop: nothing };
  if (!existsSync(join(directory, "postgres.password"))) {
    throw new Explained(
      `There is no database in ${directory}: start Iltizam once with "npm start", or set DATA_DIR or DATABASE_URL.`,
    );
  }
  return startOwn(directory);
}

const nothing = async () => {};

/** A signal ends the process only when the database that was started, or is starting, has been stopped. */
async function startOwn(directory: string): Promise<Found> {
  const starting = startDatabase({ directory, say: (line) => console.error(line) });
  let ending = false;
  const end = async (name: NodeJS.Signals) => {
    if (ending) return;
    ending = true;
    await starting.then(({ stop }) => stop()).catch(() => {});
    process.exit(128 + constants.signals[name]);
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, end);
  const { url, stop } = await starting;
  // What fails because the database is being taken away is not worth a word.
  return { url, stop: () => (ending ? new Promise(() => {}) : stop()) };
}
