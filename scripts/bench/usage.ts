// How much memory and processor time a process and all that it started take, as Linux tells it.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const every = 50;

/** Looks again and again until the returned function is called, which says the most there was; null where it cannot be told. */
export function watchMemory(group: number | null): () => number | null {
  if (group === null) return () => null;
  let most = 0;
  const look = () => (most = Math.max(most, residentIn(group)));
  // A measurement that fails must not leave the process waiting.
  const timer = setInterval(look, every).unref();
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
}

/** Seconds of processor time that they have taken so far; NaN where it cannot be told. */
export function processorSeconds(group: number | null): number {
  if (group === null) return Number.NaN;
  return membersOf(group).reduce((sum, pid) => sum + ticksOf(pid) / ticksASecond(), 0);
}

/** What a process holds now: a page that n of them share counts an nth for each, where that can be told. */
export type Held = { pid: number; command: string; bytes: number };

/** The process and all that descend from it, each with what it holds; empty where there is no /proc. */
export function heldBelow(root: number): Held[] {
  if (process.platform !== "linux") return [];
  const all = processes();
  const family = new Set([root]);
  // A child may have a smaller number than its parent, once numbers have come round.
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const pid of all) if (family.has(numberOf(pid, "PPid") ?? -1)) family.add(pid);
  }
  return [...family].map((pid) => ({ pid, command: told(pid, "cmdline").trim(), bytes: fairShare(pid) }));
}

function fairShare(pid: number): number {
  const proportional = /^Pss:\s+(\d+)/m.exec(told(pid, "smaps_rollup"))?.[1];
  return (proportional === undefined ? (numberOf(pid, "VmRSS") ?? 0) : Number(proportional)) * 1024;
}

/** The child whose command holds these words; it leads a group of its own. Null where there is no /proc. */
export function childOf(parent: number, words: string): number | null {
  if (process.platform !== "linux") return null;
  return processes().find((pid) => numberOf(pid, "PPid") === parent && told(pid, "cmdline").includes(words)) ?? null;
}

/** Pages that several of them share count for each of them. */
function residentIn(group: number): number {
  return membersOf(group).reduce((sum, pid) => sum + (numberOf(pid, "VmRSS") ?? 0) * 1024, 0);
}

const membersOf = (group: number) => processes().filter((pid) => numberOf(pid, "NSpgid") === group);

/** Fields 14 and 15 of proc(5), counted behind the name, which may hold anything. */
function ticksOf(pid: number): number {
  const fields = told(pid, "stat").split(") ").at(-1)?.split(" ") ?? [];
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

let ticks: number | undefined;
function ticksASecond(): number {
  ticks ??= Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
  return ticks;
}

function processes(): number[] {
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

function numberOf(pid: number, name: string): number | undefined {
  const found = new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(told(pid, "status"))?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Empty for a process that has ended meanwhile. */
function told(pid: number, file: "status" | "cmdline" | "stat" | "smaps_rollup"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
