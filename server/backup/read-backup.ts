// Reads a backup from beginning to end and holds everything in it against its hash, before or while it is taken in.
import { createHash, type Hash } from "node:crypto";
import type { z } from "zod";
import { DamagedArchive, type Entry, readArchive } from "./archive";
import {
  type Backup,
  type BackupContents,
  type BackupHead,
  backupContents,
  backupHead,
  contentsName,
  fileName,
  formatVersion,
  headName,
  jobsFolder,
  partName,
  tableFolder,
} from "./contents";
import { rowsIn } from "./tables";

/** Why a file cannot be restored from, as the end of a sentence that begins with the file's name. */
export class UnusableBackup extends Error {}

/** What is done with the parts as they pass; what is taken in counts only if the reading ends well. */
export type Taking = {
  rows?: (folder: string, bytes: Uint8Array) => Promise<void>;
  file?: (sha256: string, bytes: Uint8Array) => Promise<void>;
};

type Found = { rows: number; parts: number; hash: Hash };
type Seen = { folders: Map<string, Found>; files: Map<string, number> };

/** Reads all of it; throws UnusableBackup unless every hash is right and nothing is missing or too much. */
export async function readBackup(path: string, taking: Taking = {}): Promise<Backup> {
  try {
    return await readEntries(readArchive(path), taking);
  } catch (error) {
    if (error instanceof DamagedArchive) throw new UnusableBackup(`is not a whole backup of Iltizam: ${error.message}`);
    throw error;
  }
}

async function readEntries(entries: AsyncGenerator<Entry>, taking: Taking): Promise<Backup> {
  const first = await entries.next();
  const head = readHead(first.value);
  const seen: Seen = { folders: new Map(), files: new Map() };
  let contents: BackupContents | null = null;
  for await (const entry of entries) {
    if (contents) throw new UnusableBackup(`is damaged: ${entry.name} follows its end`);
    if (entry.name === contentsName) contents = parsed(backupContents, entry);
    else await takeEntry(entry, seen, taking);
  }
  if (!contents) throw new UnusableBackup("is damaged: its end is missing");
  compare(contents, seen);
  return { head, contents };
}

function readHead(entry: Entry | undefined): BackupHead {
  if (entry?.name !== headName) throw new UnusableBackup("is not a backup of Iltizam");
  const { product, format, version } = parsed(backupHead.pick({ product: true, format: true, version: true }), entry);
  if (product && format > formatVersion) {
    throw new UnusableBackup(
      `was written by Iltizam ${version} in a form that this version does not know: use a newer one`,
    );
  }
  return parsed(backupHead, entry);
}

async function takeEntry({ name, bytes }: Entry, seen: Seen, taking: Taking): Promise<void> {
  const [, sha256] = /^files\/([0-9a-f]{64})$/.exec(name) ?? [];
  if (sha256) {
    if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
      throw new UnusableBackup(`is damaged: the file ${sha256} is not what its hash says`);
    }
    if (seen.files.has(sha256)) throw new UnusableBackup(`is damaged: ${name} is there twice`);
    seen.files.set(sha256, bytes.byteLength);
    return taking.file?.(sha256, bytes);
  }
  const folder = name.slice(0, Math.max(0, name.lastIndexOf("/")));
  const found = seen.folders.get(folder) ?? { rows: 0, parts: 0, hash: createHash("sha256") };
  if (name !== partName(folder, found.parts + 1)) throw new UnusableBackup(`is damaged: ${name} does not belong there`);
  found.rows += rowsIn(bytes);
  found.parts += 1;
  found.hash.update(bytes);
  seen.folders.set(folder, found);
  await taking.rows?.(folder, bytes);
}

/** Holds what was seen against what the backup says is in it. */
function compare({ tables, jobs, files }: BackupContents, seen: Seen): void {
  const expected = new Map(tables.map((table) => [tableFolder(table.name), table]));
  const folders = new Map<string, BackupContents["jobs"]>([...expected, [jobsFolder, jobs]]);
  for (const [folder, { rows, parts, sha256 }] of folders) {
    const found = seen.folders.get(folder) ?? { rows: 0, parts: 0, hash: createHash("sha256") };
    if (found.parts !== parts) throw new UnusableBackup(`is damaged: ${folder} has ${found.parts} parts of ${parts}`);
    if (found.rows !== rows || found.hash.digest("hex") !== sha256) {
      throw new UnusableBackup(`is damaged: ${folder} is not what its hash says`);
    }
  }
  const missing = files.find(({ sha256, size }) => seen.files.get(sha256) !== size);
  if (missing) throw new UnusableBackup(`is damaged: ${fileName(missing.sha256)} is missing`);
  const known = new Set([...folders.keys(), ...files.map(({ sha256 }) => fileName(sha256))]);
  const extra = [...seen.folders.keys(), ...[...seen.files.keys()].map(fileName)].find((name) => !known.has(name));
  if (extra) throw new UnusableBackup(`is damaged: ${extra} does not belong there`);
}

function parsed<Schema extends z.ZodType>(schema: Schema, { name, bytes }: Entry): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch {
    throw new UnusableBackup(name === headName ? "is not a backup of Iltizam" : `is damaged: ${name} cannot be read`);
  }
}
