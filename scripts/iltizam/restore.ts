// Takes a backup in, into a place where nobody has worked yet.

import { Client } from "pg";
import { env } from "@/env";
import { Explained } from "@/scripts/command-line";
import { generateIfStale } from "@/scripts/generate";
import { applyMigrations, findUnknown, listApplied } from "@/scripts/migrations";
import type { Backup } from "@/server/backup/contents";
import { summarise } from "./backup-summary";
import { type Command, pathGiven, print, WrongUsage } from "./command";
import { withNewDatabase } from "./with-database";

export const restoreCommand: Command = {
  summary: "takes a backup in, into an empty place",
  help: (
    call,
  ) => `Takes in a file that "backup" wrote. The file is read to its end and every hash held against what is there
before anything is touched; a damaged file, one of something else, or one of a newer Iltizam is refused.

Usage: ${call} --input <file> [--check]

  --input <file>   the file
  --check          only read it and say whether it is whole and fits this version

The place must be empty: a DATA_DIR or a DATABASE_URL that nobody has used, or in which Iltizam was started and nobody
was made a member yet. Iltizam must not run there. Copies of evidence go into DATA_DIR/files or the S3 store that is set.
A backup of an older version is brought to this one. People sign in as before, unless ILTIZAM_SECRET is set here to
another value than where the backup was made: then their sessions end.
`,
  options: { input: { type: "string", short: "i" }, check: { type: "boolean" } },
  async run({ input, check }) {
    if (typeof input !== "string" || input === "") throw new WrongUsage("The option --input is needed.");
    const path = pathGiven(input);
    await generateIfStale();
    const backup = await readWhole(path);
    if (!check) await withNewDatabase((url) => restore(url, path, backup));
    await print(`${check ? "Whole" : "Restored"}: ${summarise(backup)}\n`);
    const { lost } = backup.contents;
    for (const { sha256, reason } of lost) console.error(`${sha256}\t${reason} when the backup was made`);
  },
};

/** Reads all of the file before anything is touched. */
async function readWhole(path: string): Promise<Backup> {
  const { readBackup, UnusableBackup } = await import("@/server/backup/read-backup");
  const backup = await readBackup(path).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof UnusableBackup) throw new Explained(`${path} ${error.message}.`);
    if (error.syscall) throw new Explained(`${path} cannot be read: ${reasons[error.code ?? ""] ?? error.message}.`);
    throw error;
  });
  const unknown = await findUnknown(backup.head.migrations);
  if (unknown === null) return backup;
  throw new Explained(
    `${path} was made by Iltizam ${backup.head.version} and holds the migration ${unknown}, which this version does not know: use a newer one.`,
  );
}

const reasons: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this user may not read it",
};

async function restore(url: string, path: string, backup: Backup): Promise<void> {
  const { clearPlace, OccupiedPlace, refuseUnlessEmpty, refuseWhileInUse } = await import(
    "@/server/backup/empty-place"
  );
  const { loadBackup } = await import("@/server/backup/load-backup");
  const { UnusableBackup } = await import("@/server/backup/read-backup");
  const { installQueue } = await import("@/server/queue");
  const connection = new Client({ connectionString: url, application_name: "iltizam restore" });
  // A connection lost between two queries is reported by the next query; unheard, it would end the process.
  connection.on("error", () => {});
  await connection.connect();
  try {
    await refuseWhileInUse(connection);
    await refuseUnlessEmpty(connection);
    const wanted = new Set(backup.head.migrations.map(({ name }) => name));
    if ((await listApplied(url)).some((name) => !wanted.has(name))) await clearPlace(connection);
    await applyMigrations(url, undefined, wanted);
    await installQueue(url);
    await loadBackup(connection, path, backup);
    await applyMigrations(url);
  } catch (error) {
    if (error instanceof OccupiedPlace) throw new Explained(error.message);
    if (error instanceof UnusableBackup) throw new Explained(`${path} ${error.message}.`);
    throw error;
  } finally {
    await connection.end().catch(() => {});
  }
  if (env().ILTIZAM_SECRET && backup.contents.secret && env().ILTIZAM_SECRET !== backup.contents.secret) {
    console.error("ILTIZAM_SECRET is another here than where the backup was made: everybody has to sign in again.");
  }
}
