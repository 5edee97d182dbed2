// One Iltizam per data folder: a lock file that names its owner so that a dead owner's lock can be taken over.

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Explained } from "@/scripts/command-line";
import { identify, type ProcessIdentity, stillLives } from "./processes";

type Owner = ProcessIdentity & { address?: string; app?: ProcessIdentity };

/** The right to use a data folder, held until it is released or the process ends. */
export type Claim = {
  /** The web server that the last owner left behind when it was killed, if it still runs. */
  leftBehind: ProcessIdentity | null;
  noteApp(pid: number): void;
  release(): void;
};

/** Claims the folder; throws `Explained` when a living Iltizam has it. */
export function claimDirectory(directory: string, address?: string): Claim {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "iltizam.lock");
  const me: Owner = { ...identifyMyself(), address };
  const previous = takeLock(file, me, directory);
  const app = previous?.app;
  return {
    leftBehind: app && stillLives(app) ? app : null,
    noteApp: (pid) => writeOwner(file, { ...me, app: identify(pid) ?? undefined }),
    release: () => {
      const owner = readOwner(file);
      if (owner?.pid === me.pid && owner.started === me.started) rmSync(file, { force: true });
    },
  };
}

/** Puts the lock in place and returns the dead owner it was taken from, if any. */
function takeLock(file: string, me: Owner, directory: string): Owner | null {
  const mine = `${file}.${me.pid}`;
  writeFileSync(mine, JSON.stringify(me), { mode: 0o600 });
  try {
    if (linkIfFree(mine, file)) return null;
    const owner = readOwner(file);
    refuseLivingOwner(owner, directory);

    // Two starts may see the same dead owner: whoever moves its lock away has won, the other looks again.
    const aside = `${file}.dead.${me.pid}`;
    renameSync(file, aside);
    const moved = readOwner(aside);
    if (moved && stillLives(moved)) {
      linkIfFree(aside, file);
      refuseLivingOwner(moved, directory);
    }
    rmSync(aside, { force: true });
    if (!linkIfFree(mine, file)) refuseLivingOwner(readOwner(file), directory);
    return owner;
  } finally {
    rmSync(mine, { force: true });
  }
}

function refuseLivingOwner(owner: Owner | null, directory: string): void {
  if (!owner || !stillLives(owner)) return;
  const where = owner.address ? `, ${owner.address}` : "";
  throw new Explained(`Iltizam is already running in ${directory}: process ${owner.pid}${where}`);
}

/** A hard link appears whole or not at all, so nobody reads a half-written lock. */
function linkIfFree(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Owner;
  } catch {
    return null;
  }
}

function writeOwner(file: string, owner: Owner): void {
  const next = `${file}.${owner.pid}`;
  writeFileSync(next, JSON.stringify(owner), { mode: 0o600 });
  renameSync(next, file);
}

function identifyMyself(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, started: "" };
}
