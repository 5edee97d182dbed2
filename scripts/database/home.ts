// Where the database lives: in the data folder, or outside of it when PostgreSQL's user cannot enter that.

import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Explained } from "@/scripts/command-line";
import { type Binaries, copyBinaries, installedBinaries, program } from "./binaries";
import { canEnter, canRun, chooseRunner, type Runner } from "./runner";

/** Everything that is decided before PostgreSQL is started. */
export type Home = { data: string; runner: Runner; binaries: Binaries };

/** The place for what another user must reach although the data folder is closed to it. */
const openPlace = "/var/lib/iltizam";

/** Decides where the data are and who runs PostgreSQL; the same folder gets the same answer at every start. */
export async function settle(directory: string, say: (line: string) => void): Promise<Home> {
  const data = await findData(directory);
  const runner = await chooseRunner(data);
  if (runner && existsSync(data) && !canEnter(runner, data)) {
    throw new Explained(
      `PostgreSQL runs as the user with number ${runner.uid}, who can no longer enter ${data}: let others enter the folders above it (chmod o+x).`,
    );
  }
  const place = existsSync(data) || canEnter(runner, directory) ? data : await moveOut(directory);
  if (place !== join(directory, "postgres"))
    say(`Root may not run PostgreSQL and others may not enter ${directory}: the database is in ${place}.`);
  return { data: place, runner, binaries: await reachableBinaries(runner) };
}

async function findData(directory: string): Promise<string> {
  const elsewhere = await readFile(locationFile(directory), "utf8").catch(() => "");
  return elsewhere.trim() || join(directory, "postgres");
}

async function moveOut(directory: string): Promise<string> {
  // A random name, written down in the data folder: the folder may be moved or made anew without meeting other data.
  const parent = join(openPlace, `data-${randomBytes(6).toString("hex")}`);
  await makeOpenFolder(openPlace);
  await makeOpenFolder(parent);
  await writeFile(join(parent, "made-for.txt"), `${directory}\n`);
  await writeFile(locationFile(directory), `${join(parent, "postgres")}\n`);
  return join(parent, "postgres");
}

async function reachableBinaries(runner: Runner): Promise<Binaries> {
  const installed = await installedBinaries();
  if (canRun(runner, program(installed, "postgres"))) return installed;
  if (runner) await makeOpenFolder(openPlace);
  const copied = runner ? await copyBinaries(installed, openPlace) : installed;
  if (canRun(runner, program(copied, "postgres"))) return copied;
  throw new Explained(
    "The built-in PostgreSQL does not run on this system. Set DATABASE_URL to a PostgreSQL of your own.",
  );
}

/** Root's umask may close new folders to others, so the mode is set by itself. */
async function makeOpenFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}

function locationFile(directory: string): string {
  return join(directory, "postgres-location.txt");
}
