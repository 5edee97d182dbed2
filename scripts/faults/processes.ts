// Which processes the app consists of, and what can be done to them.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { signal } from "@/scripts/database/processes";

type Row = { pid: number; parent: number; command: string };

function table(): Row[] {
  const text = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" });
  return text.split("\n").flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** The processes that came of this one, itself first. */
export function familyOf(pid: number): number[] {
  const rows = table();
  const family = [pid];
  for (const member of family) family.push(...rows.filter((row) => row.parent === member).map((row) => row.pid));
  return family;
}

/** What the app of a data folder runs now; null for what does not run. */
export type Parts = { start: number; web: number | null; worker: number | null; database: number | null };

export function partsOf(start: number, folder: string): Parts {
  const rows = table();
  const worker = rows.find(({ parent, command }) => parent === start && command.includes("worker.ts"));
  return { start, web: webOf(folder), worker: worker?.pid ?? null, database: databaseOf(folder) };
}

/** By the lock of the data folder: Next.js gives its process another name. */
function webOf(folder: string): number | null {
  const owner = JSON.parse(textOf(join(folder, "iltizam.lock")) || "{}") as { app?: { pid: number } };
  return owner.app?.pid ?? null;
}

function databaseOf(folder: string): number | null {
  return Number(textOf(join(folder, "postgres", "postmaster.pid")).split("\n")[0]) || null;
}

/** Workers of this data folder that outlived the start script which had started them. */
export function orphansOf(start: number, folder: string): number[] {
  const workers = table().filter(({ parent, command }) => command.includes("worker.ts") && parent !== start);
  return workers.map(({ pid }) => pid).filter((pid) => textOf(`/proc/${pid}/environ`).includes(`DATA_DIR=${folder}\0`));
}

/** The processes of the database that serve connections and keep house, without their master. */
export function backendsOf(database: number): number[] {
  return familyOf(database).slice(1);
}

/** Sends the signal to each; one that has ended meanwhile is no fault. */
export function signalAll(pids: readonly (number | null)[], name: NodeJS.Signals): void {
  for (const pid of pids) if (pid) signal(pid, name);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
