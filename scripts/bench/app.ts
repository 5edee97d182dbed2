// Iltizam started just as "npm start" does it, on a fresh data folder and a free port, with one member who is signed in.

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { childEnv, setEnv } from "@/env";
import { Explained, endWithUs } from "@/scripts/command-line";
import { findRunningDatabase } from "@/scripts/database";
import { freePort } from "@/scripts/free-port";
import type { MemberActor } from "@/server/auth/actor";

export type App = {
  address: string;
  /** The start script; the web server and the worker for jobs are its children. */
  pid: number;
  member: MemberActor;
  /** The session of the member's browser. */
  cookie: string;
  /** The database as the app itself uses it. */
  databaseUrl: string;
  /** Asks as the member's browser does; throws unless the answer is one of success. */
  ask: (path: string, options?: RequestInit) => Promise<Response>;
};

export type Settings = Record<"DATA_DIR" | "BASE_URL" | "PORT" | "ILTIZAM_SECRET", string>;

/** Under this load some queries are slow, which the tables tell. */
const quiet = { LOG_LEVEL: "error" };

/** An empty data folder, and a port that is free. */
export async function freshSettings(): Promise<Settings> {
  const directory = await mkdtemp(join(tmpdir(), "iltizam-bench-"));
  // Started by root, the database runs as another user, who has to get in.
  await chmod(directory, 0o711);
  const port = await freePort();
  return {
    DATA_DIR: directory,
    BASE_URL: `http://localhost:${port}`,
    PORT: String(port),
    ILTIZAM_SECRET: randomBytes(32).toString("hex"),
  };
}

/** Starts it with its own database and worker. */
export function launch(settings: Settings): ChildProcess {
  return endWithUs(
    spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
      env: childEnv({ ...settings, ...quiet, DATABASE_URL: undefined, WORKER: "inside" }),
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
}

/** Starts it, does `work`, stops it and takes the data away, also when the benchmark is interrupted. */
export async function withApp<Result>(
  say: (line: string) => void,
  work: (app: App) => Promise<Result>,
): Promise<Result> {
  const settings = await freshSettings();
  const directory = settings.DATA_DIR;
  const server = launch(settings);
  const cleanUp = async () => {
    await stop(server);
    await rm(directory, { recursive: true, force: true });
  };
  let ending = false;
  const interrupted = () => {
    ending = true;
    void cleanUp().finally(() => process.exit(130));
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, interrupted);
  try {
    await untilReady(server, say);
    const url = await findRunningDatabase(directory);
    if (!url) throw new Explained(`There is no database in ${directory}.`);
    setEnv({ ...settings, ...quiet, DATABASE_URL: hasty(url) });
    return await workSignedIn({ address: settings.BASE_URL, pid: server.pid ?? 0, databaseUrl: url }, work);
  } finally {
    // What fails because the app is being taken away is not worth a word.
    if (ending) await new Promise(() => {});
    await cleanUp();
    for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, interrupted);
  }
}

async function workSignedIn<Result>(
  { address, pid, databaseUrl }: Pick<App, "address" | "pid" | "databaseUrl">,
  work: (app: App) => Promise<Result>,
): Promise<Result> {
  // Only now: these need the generated client and the address.
  const { addAdmin } = await import("./member");
  try {
    const { member, cookie } = await addAdmin();
    const ask: App["ask"] = async (path, options = {}) => {
      const send = () => fetch(address + path, { ...options, headers: { cookie, ...options.headers } });
      // As a browser does: a server that was busy for long closes connections that it kept, just as we use them again.
      const answer = await send().catch((error) => (options.method ? Promise.reject(error) : send()));
      if (answer.ok && !answer.redirected) return answer;
      throw new Explained(`${path} was answered with ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    };
    return await work({ address, pid, databaseUrl, member, cookie, ask });
  } finally {
    await closeConnections();
  }
}

async function closeConnections(): Promise<void> {
  const { closeQueue } = await import("@/server/queue");
  const { closeDatabase } = await import("@/server/database");
  // Left open, the queue would keep the process alive for ever.
  await closeQueue();
  await closeDatabase();
}

/** Starts one more web server on the app's database, does `work` with its address, and stops it. */
export async function withSecondProcess<Result>(
  app: Pick<App, "databaseUrl">,
  work: (address: string) => Promise<Result>,
): Promise<Result> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const settings = { ...quiet, DATABASE_URL: app.databaseUrl, BASE_URL: address, PORT: String(port), WORKER: "none" };
  const server = endWithUs(
    spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
      env: childEnv(settings),
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  try {
    await untilReady(server, () => {});
    return await work(address);
  } finally {
    await stop(server);
  }
}

/** From here on, what the benchmark itself writes is on the disk before it is told. */
export async function writeAsTheAppDoes(app: App): Promise<void> {
  await closeConnections();
  setEnv({ DATABASE_URL: app.databaseUrl });
}

/** Filling need not wait for the disk at every step; the app itself still does. */
function hasty(url: string): string {
  const address = new URL(url);
  address.searchParams.set("options", "-c synchronous_commit=off");
  return address.href;
}

/** Waits for the line that says so; says when the pages have to be built first. */
export function untilReady(server: ChildProcess, say: (line: string) => void): Promise<void> {
  return new Promise((ready, fail) => {
    server.once("error", fail);
    server.once("exit", () => fail(new Explained("Iltizam did not start.")));
    if (!server.stdout) return;
    createInterface({ input: server.stdout }).on("line", (line) => {
      if (line.includes("is ready")) ready();
      else if (line.startsWith("Building")) say(line);
    });
  });
}

/** Ends a process in order, and waits until it has ended. */
export async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}
