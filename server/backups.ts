// The backups that are made every night into a folder: when one is due, how it is made, and how long it is kept.
import { readdir, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "@/env";
import { unfinishedMark } from "./backup/archive";
import { readBackup } from "./backup/read-backup";
import { writeBackup } from "./backup/write-backup";

/** A finished backup; it is whole when it was read back after it had been written and no file was lost before. */
export type KeptBackup = { name: string; path: string; at: Date; size: number; isWhole: boolean };

/** In UTC, as all that the clock does. */
const nightBegins = 2;
const day = 86_400_000;
const ours = /^iltizam-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(-incomplete)?\.tar\.gz$/;

/** The newest backup in BACKUP_DIR of this machine; null where there is none, or none is asked for. It is not opened. */
export async function findLastBackup(): Promise<KeptBackup | null> {
  return (await listBackups())[0] ?? null;
}

/** The backups in BACKUP_DIR, the newest first. */
export async function listBackups(): Promise<KeptBackup[]> {
  const folder = backupFolder();
  if (!folder) return [];
  const backups = (await namesIn(folder)).map(async (name) => {
    const [, year, month, date, hours, minutes, seconds, incomplete] = ours.exec(name) ?? [];
    if (!year) return [];
    const path = join(folder, name);
    const size = await stat(path).then(
      (found) => found.size,
      () => null,
    );
    const at = new Date(`${year}-${month}-${date}T${hours}:${minutes}:${seconds}Z`);
    return size === null ? [] : [{ name, path, at, size, isWhole: !incomplete }];
  });
  return (await Promise.all(backups)).flat().sort((one, other) => other.at.getTime() - one.at.getTime());
}

/**
 * Makes the backup of this night unless there is one, and takes old ones away; the clock asks for it by the hour.
 * Null where none is asked for or due. Throws where it could not be made; then nothing is taken away.
 */
export async function backUpNightly({
  signal,
  now = new Date(),
}: {
  signal?: AbortSignal;
  now?: Date;
} = {}): Promise<(KeptBackup & { lost: number }) | null> {
  const folder = backupFolder();
  if (!folder) return null;
  const last = await findLastBackup();
  if (last && last.at >= beginningOfNight(now)) return null;
  const name = `iltizam-${now.toISOString().replace(/[-:]|\.\d+/g, "")}`;
  // Called incomplete until it has been read back: what was written is not yet what can be read.
  const unproven = join(folder, `${name}-incomplete.tar.gz`);
  const { contents } = await writeBackup(unproven, { signal });
  await readBackup(unproven);
  if (contents.lost.length === 0) await rename(unproven, join(folder, `${name}.tar.gz`));
  await takeOldAway(folder, now);
  const made = await findLastBackup();
  return made && { ...made, lost: contents.lost.length };
}

/** The latest moment at which a night began. */
function beginningOfNight(now: Date): Date {
  const tonight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), nightBegins);
  return new Date(tonight <= now.getTime() ? tonight : tonight - day);
}

/** One goes only when enough newer ones are there, and among these a whole one, or one as incomplete as itself. */
async function takeOldAway(folder: string, now: Date): Promise<void> {
  const backups = await listBackups();
  const superfluous = backups.filter(
    (old, place) =>
      place >= env().BACKUP_KEEP && backups.slice(0, place).some(({ isWhole }) => isWhole || !old.isWhole),
  );
  for (const { path } of superfluous) await rm(path, { force: true });
  // What a worker that was killed left behind; a day later nobody writes to it any more.
  for (const name of (await namesIn(folder)).filter((each) => each.includes(`.tar.gz${unfinishedMark}`))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < now.getTime() - day) await rm(path, { force: true });
  }
}

function backupFolder(): string | null {
  const { BACKUP_DIR } = env();
  return BACKUP_DIR ? resolve(BACKUP_DIR) : null;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}
