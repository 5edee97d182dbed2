// What the database tests do from outside: start it in another process, write to it, look at it, kill it.

import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { onTestFinished } from "vitest";
import { eventually, isAlive, processesIn } from "@/scripts/database/processes";
import { chooseRunner, type Runner } from "@/scripts/database/runner";

const script = fileURLToPath(new URL("./database-process.ts", import.meta.url));

/** A database in another process: its address, and what that process said. */
export type Started = { child: ChildProcess; url: string; said: () => string };

/** When to tidy up: after the test, unless a whole file shares what was started. */
type TidyUp = (work: () => Promise<void>) => void;

type StartOptions = { user?: Runner; tidyUp?: TidyUp };

/** Starts the database in another process; rejects with what it said when it ends instead of getting ready. */
export async function startElsewhere(
  directory: string,
  { user, tidyUp = onTestFinished }: StartOptions = {},
): Promise<Started> {
  const child = spawn(process.execPath, ["--import", "tsx", script, directory], {
    ...user,
    env: { PATH: process.env.PATH, HOME: "/nonexistent", NODE_ENV: "test" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  tidyUp(() => finish(child));
  let said = "";
  child.stderr?.on("data", (text) => (said += text));
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (text) => {
      output += text;
      const ready = /ready (\S+)\n/.exec(output);
      if (ready?.[1]) resolve(ready[1]);
    });
    child.once("close", (code) => reject(new Error(`exit code ${code}: ${said}`)));
  });
  return { child, url, said: () => said };
}

/** A folder for one test; whatever still runs in it is killed at the end. */
export async function temporaryFolder(tidyUp: TidyUp = onTestFinished): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "iltizam-test-")));
  // Temporary folders are closed to others, and a closed one is a case of its own.
  await chmod(folder, 0o755);
  tidyUp(async () => {
    await killDatabase(join(folder, "postgres"));
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Kills every PostgreSQL process of these data at once, as a crash of the machine would. */
export async function killDatabase(data: string): Promise<void> {
  const pids = await databaseProcesses(data);
  for (const pid of pids) process.kill(pid, "SIGKILL");
  await eventually(() => pids.every((pid) => !isAlive(pid)), 10_000);
}

/** The processes that work in this data folder. */
export async function databaseProcesses(data: string): Promise<number[]> {
  return processesIn(data, await chooseRunner(data)) ?? [];
}

/** Kills one process and waits until it is gone. */
export async function kill(child: ChildProcess, name: NodeJS.Signals = "SIGKILL"): Promise<void> {
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.kill(name);
  await closed;
}

/** One question to a database, on a connection of its own. */
export async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

/** Writes numbers one after the other until the database is gone; returns those that were acknowledged. */
export async function writeUntilItDies(url: string): Promise<number[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  await client.query("CREATE TABLE IF NOT EXISTS written (number int PRIMARY KEY)");
  const acknowledged: number[] = [];
  try {
    for (let number = 1; ; number += 1) {
      await client.query("INSERT INTO written VALUES ($1)", [number]);
      acknowledged.push(number);
    }
  } catch {
    return acknowledged;
  }
}

async function finish(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await kill(child, "SIGTERM");
}
