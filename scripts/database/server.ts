// One run of the PostgreSQL server: started, waited for, stopped, and the remains of an earlier run cleared away.

import { type ChildProcess, spawn } from "node:child_process";
import { chown, mkdtemp, open, readFile, realpath, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { Explained } from "@/scripts/command-line";
import { freePort } from "../free-port";
import { program } from "./binaries";
import { databaseName } from "./cluster";
import type { Home } from "./home";
import { eventually, isAlive, processesIn, signal } from "./processes";
import { bareEnvironment, canEnter, type Runner } from "./runner";

/** Where the server listens: a private folder with its socket, or a loopback port where there are no sockets. */
export type Door = { folder: string | null; port: number };

/** A socket's whole path may have 107 bytes; this leaves room for the two names below it. */
const longestParent = 70;

const socketPrefix = "iltizam-";

/** Makes a way in that only the server's user and root can take. */
export async function openDoor(runner: Runner): Promise<Door> {
  if (process.platform === "win32") return { folder: null, port: await freePort() };
  const parent = [tmpdir(), "/tmp"].find(
    (place) => Buffer.byteLength(place) <= longestParent && canEnter(runner, place),
  );
  if (!parent) throw new Explained("There is no temporary folder that PostgreSQL's user can enter: set TMPDIR.");
  const folder = await mkdtemp(join(parent, socketPrefix));
  if (runner) await chown(folder, runner.uid, runner.gid);
  return { folder, port: 5432 };
}

/** The address under which the app reaches the server. */
export function addressOf({ folder, port }: Door, password: string): string {
  const host = folder ? `localhost:${port}` : `127.0.0.1:${port}`;
  return `postgresql://${databaseName}:${password}@${host}/${databaseName}${folder ? `?host=${encodeURIComponent(folder)}` : ""}`;
}

/** Starts the server in a session of its own, so that Ctrl-C in the terminal does not stop it before the app. */
export async function launch(home: Home, door: Door, logFile: string): Promise<ChildProcess> {
  const log = await open(logFile, "a", 0o600);
  try {
    const server = spawn(program(home.binaries, "postgres"), ["-D", home.data, ...settings(door)], {
      ...home.runner,
      cwd: home.data,
      env: bareEnvironment,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    // A program that cannot be started has no number, which `untilReady` reports.
    server.on("error", () => {});
    return server;
  } finally {
    await log.close();
  }
}

/** Waits until the server answers; after a crash it first repairs its files, which takes as long as it takes. */
export async function untilReady(server: ChildProcess, url: string, logFile: string): Promise<void> {
  while (!(await answers(url))) {
    if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) {
      throw new Explained(`PostgreSQL stopped while starting:\n${await lastLines(logFile)}`);
    }
    await pause(20);
  }
}

/** Whether a database answers at this address. */
export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch (error) {
    // 28P01: a server that answers, but with another password, will not change its mind.
    if ((error as { code?: string }).code === "28P01") throw error;
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Stops a server the fast way: open transactions are rolled back, everything acknowledged is on the disk. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  if (await eventually(() => !isAlive(pid), 60_000)) return;
  signal(pid, "SIGQUIT");
  await eventually(() => !isAlive(pid), 30_000);
}

/** Stops a server that a killed Iltizam left behind, and clears its pid file away; returns the folder of its socket. */
export async function clearRemains({ data, runner }: Home, say: (line: string) => void): Promise<string | null> {
  const pidFile = join(data, "postmaster.pid");
  const lines = (await readFile(pidFile, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!pid) return null;

  const folder = await realpath(data);
  const ours = processesIn(folder, runner);
  if (isAlive(pid) && (ours?.includes(pid) ?? (await listens(lines)))) {
    say(`Stopping the PostgreSQL that an earlier Iltizam left behind (process ${pid}).`);
    await stopServer(pid);
  }
  // Where nothing shows whose the process is, the pid file stays, and PostgreSQL itself refuses to harm its data.
  if (ours === null) return null;

  // PostgreSQL's helpers end by themselves once their master is gone; the files are free when the last one has.
  const users = () => processesIn(folder, runner) ?? [];
  const free = await eventually(() => users().length === 0, 30_000);
  if (!free) throw new Explained(`Processes of an earlier PostgreSQL still use ${data}: ${users().join(", ")}.`);
  await rm(pidFile, { force: true });
  return lines[4] || null;
}

/** Removes a socket's folder, if it is one that `openDoor` made. */
export async function removeSocketFolder(folder: string | null): Promise<void> {
  if (folder && basename(folder).startsWith(socketPrefix)) await rm(folder, { recursive: true, force: true });
}

function settings({ folder, port }: Door): string[] {
  const values = {
    listen_addresses: folder ? "" : "127.0.0.1",
    port,
    unix_socket_directories: folder ?? "",
    unix_socket_permissions: "0700",
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    timezone: "UTC",
    log_timezone: "UTC",
    // A container's /dev/shm is often too small for parallel queries, which data of this size do not need.
    max_parallel_workers_per_gather: 0,
    max_wal_size: "256MB",
    log_checkpoints: "off",
    log_min_messages: "warning",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Whether a server listens where this pid file says, for systems that do not show a process's folder. */
function listens(pidFileLines: string[]): Promise<boolean> {
  const [, , , port, folder] = pidFileLines;
  const probe = folder ? connect(join(folder, `.s.PGSQL.${port}`)) : connect(Number(port), "127.0.0.1");
  return new Promise<boolean>((resolve) => {
    probe.once("connect", () => resolve(true)).once("error", () => resolve(false));
  }).finally(() => probe.destroy());
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trim().split("\n").slice(-8).join("\n");
}
