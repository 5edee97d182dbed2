// The built-in PostgreSQL: started for one data folder, watched, restarted if it dies, and stopped.

import type { ChildProcess } from "node:child_process";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Claim, claimDirectory } from "./database/claim";
import { ensureCluster } from "./database/cluster";
import { type Home, settle } from "./database/home";
import { boundLog } from "./database/log-file";
import {
  addressOf,
  answers,
  clearRemains,
  type Door,
  launch,
  openDoor,
  removeSocketFolder,
  stopServer,
  untilReady,
} from "./database/server";

/** A running database: where it is, how to stop it, and the news that it could not be kept running. */
export type RunningDatabase = { url: string; stop(): Promise<void>; lost: Promise<Error> };

export type DatabaseOptions = {
  directory: string;
  /** The claim on the folder where the caller has it already; without one, the folder is claimed here. */
  claim?: Claim;
  say?: (line: string) => void;
};

type Run = { home: Home; door: Door; url: string; logFile: string; say: (line: string) => void };

/** More deaths than this within the minutes below mean a fault that no restart mends. */
const restartsInARow = 6;
const quietMinutes = 5;

/** Starts the database of this folder, made new if need be; throws `Explained` when another Iltizam runs there. */
export async function startDatabase({
  directory: given,
  claim: held,
  say = console.log,
}: DatabaseOptions): Promise<RunningDatabase> {
  const directory = resolve(given);
  await mkdir(directory, { recursive: true });
  const claim = held ?? claimDirectory(directory);
  try {
    const home = await settle(directory, say);
    await removeSocketFolder(await clearRemains(home, say));
    const password = await ensureCluster(home, directory);
    const door = await openDoor(home.runner);
    const run = { home, door, url: addressOf(door, password), logFile: join(directory, "postgres.log"), say };
    const database = await keepRunning(run);
    await noteConnection(directory, run.url);
    return {
      url: database.url,
      lost: database.lost,
      stop: async () => {
        await rm(connectionFile(directory), { force: true });
        await database.stop();
        if (!held) claim.release();
      },
    };
  } catch (error) {
    if (!held) claim.release();
    throw error;
  }
}

/** The address of the database that runs for this folder, for tools used beside the server; null when none does. */
export async function findRunningDatabase(directory: string): Promise<string | null> {
  const text = await readFile(connectionFile(resolve(directory)), "utf8").catch(() => null);
  if (text === null) return null;
  const { url } = JSON.parse(text) as { url: string };
  return (await answers(url).catch(() => false)) ? url : null;
}

async function keepRunning(run: Run): Promise<RunningDatabase> {
  const unboundLog = await boundLog(run.logFile);
  let server = await startServer(run);
  let stopping = false;
  const watch = async (): Promise<Error | null> => {
    const deaths: number[] = [];
    for (;;) {
      await ended(server);
      if (stopping) return null;
      run.say("The database stopped unexpectedly; starting it again.");
      deaths.push(Date.now());
      if (tooMany(deaths)) return new Error(`The database keeps stopping. Its log is ${run.logFile}.`);
      const next = await restart(run, () => stopping);
      if (next === null || next instanceof Error) return next;
      server = next;
      if (stopping) await end(server);
    }
  };
  const watching = watch();
  return {
    url: run.url,
    lost: watching.then((reason) => reason ?? new Promise<never>(() => {})),
    stop: async () => {
      stopping = true;
      unboundLog();
      await end(server);
      await watching;
      await removeSocketFolder(run.door.folder);
    },
  };
}

function tooMany(deaths: number[]): boolean {
  const recent = deaths.filter((moment) => moment > Date.now() - quietMinutes * 60_000);
  return recent.length > restartsInARow;
}

/** Tries with growing pauses; gives up when it fails again and again, which a person has to look into. */
async function restart(run: Run, stopping: () => boolean): Promise<ChildProcess | Error | null> {
  for (let attempt = 0; attempt < restartsInARow; attempt += 1) {
    await pause(250 * 2 ** attempt);
    if (stopping()) return null;
    try {
      await clearRemains(run.home, run.say);
      const server = await startServer(run);
      run.say("The database runs again.");
      return server;
    } catch (error) {
      run.say(`The database did not start: ${(error as Error).message}`);
    }
  }
  return new Error(`The database stopped and could not be started again. Its log is ${run.logFile}.`);
}

async function startServer({ home, door, url, logFile }: Run): Promise<ChildProcess> {
  const server = await launch(home, door, logFile);
  try {
    await untilReady(server, url, logFile);
    return server;
  } catch (error) {
    await end(server);
    throw error;
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.pid && isRunning(server)) await stopServer(server.pid);
}

function isRunning(server: ChildProcess): boolean {
  return server.exitCode === null && server.signalCode === null;
}

async function ended(server: ChildProcess): Promise<void> {
  if (isRunning(server) && server.pid !== undefined) await new Promise((resolve) => server.once("exit", resolve));
}

async function noteConnection(directory: string, url: string): Promise<void> {
  const next = `${connectionFile(directory)}.new`;
  await writeFile(next, `${JSON.stringify({ url })}\n`, { mode: 0o600 });
  await chmod(next, 0o600);
  await rename(next, connectionFile(directory));
}

function connectionFile(directory: string): string {
  return join(directory, "connection.json");
}
