// Writes a new migration: the difference between the schema at the last migration and the schema now.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { Explained, isMain, runAsMain } from "./command-line";
import { migrationsFolder, readSchema } from "./prisma-schema";
import { schemaDifference } from "./schema-engine";

const snapshotFile = join(migrationsFolder, "schema-snapshot.prisma");
const lockText = '# Read by Prisma: the migrations are written for this database.\nprovider = "postgresql"\n';

/** The SQL that the committed migrations do not hold yet; empty when they are complete. */
export async function unmigratedChanges(): Promise<string> {
  return schemaDifference(await readSnapshot(), await readSchema());
}

/** Writes the migration and the new snapshot; returns the migration's folder, or null when nothing changed. */
export async function writeMigration(name: string, { empty }: { empty: boolean }): Promise<string | null> {
  const changes = await unmigratedChanges();
  if (!changes && !empty) return null;
  const folder = join(migrationsFolder, `${timestamp(new Date())}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), changes || "-- Write the SQL of this migration here.\n");
  await writeFile(join(migrationsFolder, "migration_lock.toml"), lockText);
  await writeFile(snapshotFile, await readSchema());
  return folder;
}

async function readSnapshot(): Promise<string> {
  return readFile(snapshotFile, "utf8").catch(() => "");
}

function timestamp(moment: Date): string {
  return moment.toISOString().replace(/\D/g, "").slice(0, 14);
}

function readName(words: string[]): string {
  const name = words.join("_").toLowerCase();
  if (/^[a-z0-9_]+$/.test(name)) return name;
  throw new Explained('Give the migration a name in small Latin letters: npm run migration -- "add evidence links"');
}

if (isMain(import.meta.url)) {
  runAsMain(async () => {
    const words = process.argv.slice(2).flatMap((argument) => argument.split(/\s+/));
    const name = readName(words.filter((word) => !word.startsWith("--")));
    const folder = await writeMigration(name, { empty: words.includes("--empty") });
    console.log(
      folder
        ? `Wrote ${relative(process.cwd(), folder)}/migration.sql: read it, and add by hand what a schema cannot say (extensions, triggers).`
        : "The schema has not changed since the last migration. For a migration written by hand, add --empty.",
    );
  });
}
