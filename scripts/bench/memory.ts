// How much memory a process and all that it started hold at most, as Linux tells it.

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

/** The child whose command holds these words; it leads a group of its own. Null where there is no /proc. */
export function childOf(parent: number, words: string): number | null {
  if (process.platform !== "linux") return null;
  return processes().find((pid) => numberOf(pid, "PPid") === parent && told(pid, "cmdline").includes(words)) ?? null;
}

/** Pages that several of them share count for each of them. */
function residentIn(group: number): number {
  const members = processes().filter((pid) => numberOf(pid, "NSpgid") === group);
  return members.reduce((sum, pid) => sum + (numberOf(pid, "VmRSS") ?? 0) * 1024, 0);
}

function processes(): number[] {
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

function numberOf(pid: number, name: string): number | undefined {
  const found = new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(told(pid, "status"))?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Empty for a process that has ended meanwhile. */
function told(pid: number, file: "status" | "cmdline"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
