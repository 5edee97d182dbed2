// The whole of it: an installation under load, one fault after another, and what is found after each.

import { setTimeout as pause } from "node:timers/promises";
import { Tally } from "./answers";
import { Installation } from "./installation";
import { Chance } from "./random";
import { checkRecords, findGivenUp, findUnsettled } from "./records";
import { openSite } from "./site";
import { type Strike, strikes } from "./strikes";
import { type Desk, type Kept, startWriters } from "./writers";

export type Order = {
  runs: number;
  seed: number;
  /** In seconds, of the database. */
  longestOutage: number;
  /** In seconds: what waits longer for an answer was answered wrongly. */
  patience: number;
  /** Only these faults; all when it names none. */
  only: string[];
  say: (line: string) => void;
};

/** What one kind of fault did in all its runs. */
export type Row = {
  fault: string;
  runs: number;
  acknowledged: number;
  away: number;
  broken: number;
  cut: number;
  slowest: number;
  recovery: number;
};
export type Summary = {
  rows: Row[];
  lost: string[];
  halfDone: string[];
  jobs: string[];
  wrong: string[];
  /** Exports that failed as often as they may, and say so. */
  givenUp: number;
  /** Faults that this machine does not allow. */
  leftOut: string[];
};

/** How long jobs may take once they are left in peace: a dead worker is missed after half a minute, twice at most. */
const settlesWithin = 150_000;

export async function findFaults(order: Order): Promise<Summary> {
  const site = await openSite();
  const installation = await Installation.make({ FETCHABLE_HOSTS: site.host });
  const interrupted = () => {
    installation.abandon();
    process.exit(130);
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, interrupted);
  try {
    await installation.start();
    return await strikeAll(order, installation, site.host);
  } finally {
    await installation.remove();
    site.close();
    for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, interrupted);
  }
}

async function strikeAll(order: Order, installation: Installation, siteHost: string): Promise<Summary> {
  const { setUpDesk } = await import("./desk");
  const { desk, member } = await setUpDesk(installation, siteHost);
  const chance = new Chance(order.seed);
  const possible = Object.keys(strikes).filter((name) => isPossible(name, installation));
  const leftOut = Object.keys(strikes).filter((name) => !possible.includes(name));
  const wanted = possible.filter((name) => order.only.length === 0 || order.only.includes(name));
  const kept: Kept[] = [];
  const summary: Summary = { rows: [], lost: [], halfDone: [], jobs: [], wrong: [], givenUp: 0, leftOut };

  for (const [index, fault] of dealt(order.runs, wanted, chance).entries()) {
    const tally = new Tally(order.patience * 1000);
    const recovery = await strikeOnce({ order, installation, desk, chance, tally, kept }, strikes[fault] as Strike);
    const found = await checkRecords(await installation.databaseUrl(), member, kept);
    const what = `run ${index + 1} (${fault})`;
    for (const key of ["lost", "halfDone", "jobs"] as const) {
      summary[key].push(...found[key].map((each) => `${what}: ${each}`));
    }
    if (!(strikes[fault] as Strike).cuts && tally.cut > 0) tally.wrong.push(`${tally.cut} connections broke off`);
    summary.wrong.push(...tally.wrong.map((each) => `${what}: ${each}`));
    count(summary, fault, { tally, recovery });
    order.say(
      `${what}: ${tally.acknowledged} acknowledged, ${tally.away} told to wait, ${tally.broken} broken, ${tally.cut} cut, recovered in ${(recovery / 1000).toFixed(1)} s${problems(found, tally)}`,
    );
  }
  const end = Date.now() + settlesWithin;
  while ((await findUnsettled(await installation.databaseUrl())).length > 0 && Date.now() < end) await pause(500);
  const url = await installation.databaseUrl();
  summary.jobs.push(...(await findUnsettled(url)).map((each) => `in the end: ${each}`));
  const last = await checkRecords(url, member, kept);
  for (const key of ["lost", "halfDone", "jobs"] as const) {
    summary[key].push(...last[key].map((each) => `in the end: ${each}`));
  }
  summary.givenUp = (await findGivenUp(url)).length;
  return summary;
}

const isPossible = (name: string, { hasSmallDisk }: Installation) => !strikes[name]?.needsSmallDisk || hasSmallDisk;

/** Each fault as often as the others, in an order of chance. */
function dealt(runs: number, names: string[], chance: Chance): string[] {
  const decks = Array.from({ length: Math.ceil(runs / names.length) }, () => chance.shuffled(names));
  return decks.flat().slice(0, runs);
}

type OneRun = {
  order: Order;
  installation: Installation;
  desk: Desk;
  chance: Chance;
  tally: Tally;
  kept: Kept[];
};

/** Writes, strikes at a random moment, waits until all is well, and writes a little more; says how long being well took. */
async function strikeOnce({ order, installation, desk, chance, tally, kept }: OneRun, { strike }: Strike) {
  const stop = startWriters({ desk, tally, chance, kept });
  try {
    await pause(chance.between(600, 1_800));
    await strike({ installation, chance, longestOutage: order.longestOutage });
    const begun = performance.now();
    // What was asked for a moment ago may still be answered as if nothing had happened.
    await pause(300);
    const quiet = new Tally(order.patience * 1000);
    const headers = { authorization: `Bearer ${desk.token}` };
    await installation.recover(
      async () => (await quiet.ask("program", `${desk.address}/api/v1/evidence`, { headers })) !== null,
    );
    const recovery = performance.now() - begun;
    const before = tally.acknowledged;
    const end = Date.now() + 20_000;
    while (tally.acknowledged < before + 5 && Date.now() < end) await pause(50);
    if (!(await installation.hasNoOrphans())) tally.wrong.push("a worker outlived the start script");
    if (tally.acknowledged < before + 5) tally.wrong.push("nothing could be written after it had recovered");
    return recovery;
  } finally {
    await stop();
  }
}

function count(summary: Summary, fault: string, { tally, recovery }: { tally: Tally; recovery: number }): void {
  let row = summary.rows.find((each) => each.fault === fault);
  if (!row) {
    row = { fault, runs: 0, acknowledged: 0, away: 0, broken: 0, cut: 0, slowest: 0, recovery: 0 };
    summary.rows.push(row);
  }
  row.runs += 1;
  for (const key of ["acknowledged", "away", "broken", "cut"] as const) row[key] += tally[key];
  row.slowest = Math.max(row.slowest, tally.slowest);
  row.recovery = Math.max(row.recovery, recovery);
}

function problems(found: { lost: string[]; halfDone: string[]; jobs: string[] }, { wrong }: Tally): string {
  const all = [...found.lost, ...found.halfDone, ...found.jobs, ...wrong];
  return all.map((each) => `\n    ! ${each}`).join("");
}
