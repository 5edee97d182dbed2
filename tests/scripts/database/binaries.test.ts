// The PostgreSQL that npm brought, as it lies there when install scripts were off.

import { spawnSync } from "node:child_process";
import { cp, lstat, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { installedBinaries, program } from "@/scripts/database/binaries";
import { temporaryFolder } from "../database-in-process";

const runs = (file: string) => spawnSync(file, ["--version"], { env: { NODE_ENV: "test" } }).status === 0;

test("links between libraries that no install script made are made before they are needed", async () => {
  const { folder, version } = await installedBinaries();
  const copy = join(await temporaryFolder(), "linux");
  await mkdir(copy);
  const isNoLink = async (path: string) => !(await lstat(path)).isSymbolicLink();
  await cp(dirname(folder), copy, { recursive: true, filter: isNoLink });
  const unlinked = { folder: join(copy, "native"), version };
  expect(runs(program(unlinked, "postgres")), "without its links it cannot start").toBe(false);

  const found = await installedBinaries(copy);
  expect(found).toEqual(unlinked);
  for (const name of ["postgres", "initdb", "pg_ctl"] as const) expect(runs(program(found, name)), name).toBe(true);
  const links: { target: string }[] = JSON.parse(await readFile(join(found.folder, "pg-symlinks.json"), "utf8"));
  for (const { target } of links) await rm(join(copy, target));
  await Promise.all([installedBinaries(copy), installedBinaries(copy), installedBinaries(copy)]);
  expect(runs(program(found, "postgres")), "several starts at once do not get into each other’s way").toBe(true);
});
