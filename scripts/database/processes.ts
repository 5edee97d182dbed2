// Telling processes apart: a number alone does not say who it belongs to, since numbers are used again.

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { bareEnvironment, type Runner } from "./runner";

const listProcesses = 'for p in /proc/[0-9]*; do [ "$p/cwd" -ef "$1" ] && echo "$p"; done; true';

/** A process named so that a later one with the same number is not mistaken for it. */
export type ProcessIdentity = { pid: number; started: string };

/** The identity of a living process, or null when no process has this number. */
export function identify(pid: number): ProcessIdentity | null {
  const started = isAlive(pid) ? momentOfStart(pid) : null;
  return started === null ? null : { pid, started };
}

/** Whether the process that was identified earlier still lives. */
export function stillLives({ pid, started }: ProcessIdentity): boolean {
  return identify(pid)?.started === started;
}

/** Whether some process has this number, finished ones that nobody has fetched yet left out. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return statFields(pid)?.[0] !== "Z";
}

/** The processes that work in this folder, as PostgreSQL's all do in theirs; null where the system cannot tell. */
export function processesIn(folder: string, runner: Runner): number[] | null {
  if (process.platform !== "linux") return null;
  // Asked as the server's user: in a container even root may not look into another user's processes.
  const { stdout, status } = spawnSync("/bin/sh", ["-c", listProcesses, "sh", folder], {
    ...runner,
    cwd: "/",
    env: bareEnvironment,
    encoding: "utf8",
  });
  if (status !== 0) return null;
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => Number(line.slice("/proc/".length)));
}

/** Waits until the condition holds; false when it did not within the time. */
export async function eventually(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) return false;
    await pause(20);
  }
  return true;
}

/** Sends a signal to a process, or to its whole group when the number is negative; a finished one is no fault. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function momentOfStart(pid: number): string | null {
  if (process.platform === "win32") return "";
  const ticks = statFields(pid)?.[19];
  if (ticks !== undefined) return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${ticks}`;
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env: bareEnvironment }).trim();
  } catch {
    return null;
  }
}

/** What Linux tells about a process, from its state onwards; the name before it may hold spaces. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
