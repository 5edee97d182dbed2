// The faults: what each does at its moment, for how long, and what it must not do to those who are writing.

import { setTimeout as pause } from "node:timers/promises";
import type { Installation } from "./installation";
import { backendsOf, signalAll } from "./processes";
import type { Chance } from "./random";
import { fillDisk, freeDisk } from "./small-disk";

export type Context = { installation: Installation; chance: Chance; longestOutage: number };
export type Strike = {
  /** Whether connections may break off: only where what holds them is killed. */
  cuts: boolean;
  /** Whether it takes a disk that can be filled. */
  needsSmallDisk?: boolean;
  /** Does it, and undoes it where it does not end by itself. */
  strike: (context: Context) => Promise<void>;
};

const kill = (pick: (context: Context) => (number | null)[]) => async (context: Context) => {
  signalAll(pick(context), "SIGKILL");
};

/** Nothing of the database moves, so that it neither answers nor refuses. */
async function freeze({ installation }: Context, milliseconds: number): Promise<void> {
  const { database } = installation.parts;
  if (!database) return;
  const all = [database, ...backendsOf(database)];
  signalAll(all, "SIGSTOP");
  try {
    await pause(milliseconds);
  } finally {
    signalAll([database, ...backendsOf(database)], "SIGCONT");
  }
}

export const strikes: Record<string, Strike> = {
  "web server killed": { cuts: true, strike: kill(({ installation }) => [installation.parts.web]) },
  "worker killed": { cuts: false, strike: kill(({ installation }) => [installation.parts.worker]) },
  "start script killed": { cuts: true, strike: kill(({ installation }) => [installation.parts.start]) },
  "everything killed": { cuts: true, strike: kill(({ installation }) => installation.family) },
  "database killed": { cuts: false, strike: kill(({ installation }) => [installation.parts.database]) },
  "a backend killed": {
    cuts: false,
    strike: kill(({ installation, chance }) => [chance.pick(backendsOf(installation.parts.database ?? 0)) ?? null]),
  },
  "database gone": {
    cuts: false,
    // Short ones are met more often, in life as well.
    strike: (context) => freeze(context, 2_000 * (context.longestOutage / 2) ** context.chance.next()),
  },
  "disk full": {
    cuts: true,
    needsSmallDisk: true,
    strike: async ({ installation, chance }) => {
      fillDisk(installation.folder);
      await pause(chance.between(1_000, 5_000));
      freeDisk(installation.folder);
    },
  },
  "slow disk": {
    cuts: false,
    // As on a disk that is busy with others four fifths of the time: all that writes stands still with it.
    strike: async (context) => {
      for (const end = Date.now() + 3_000; Date.now() < end; ) {
        await freeze(context, context.chance.between(100, 300));
        await pause(50);
      }
    },
  },
  "clock set back": {
    cuts: false,
    strike: async ({ installation, chance }) => {
      const { web, worker } = installation.parts;
      signalAll([web, worker], "SIGUSR2");
      await pause(chance.between(500, 2_000));
      signalAll([web, worker], "SIGUSR2");
    },
  },
};
