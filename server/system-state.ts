// What an admin wants to know of the installation: its version, its database, its jobs and its files.
import { mkdir, statfs } from "node:fs/promises";
import { resolve } from "node:path";
import { env } from "@/env";
import { version } from "@/package.json";
import { authorize, type MemberActor } from "./auth/actor";
import { findLastBackup, type KeptBackup } from "./backups";
import { database } from "./database";
import { mailIsConfigured } from "./mail";
import { readQueues } from "./queue";
import { readSchemaVersion } from "./schema-version";

/**
 * The state of the whole installation as this process sees it; sizes in bytes. `queues.workers` are those that gave a
 * sign of life within their time; `queues.jobs` are as counted within the last ten seconds. Refuses: forbidden.
 */
export async function getSystemState(actor: MemberActor) {
  authorize(actor, "system:read");
  const [schema, store, files, queues, backup] = await Promise.all([
    readSchemaVersion(),
    readDatabase(),
    readFiles(),
    readQueues(),
    readBackup(),
  ]);
  return {
    version,
    node: process.version.slice(1),
    database: {
      ...store,
      migrations: schema.applied.length,
      latest: schema.applied.at(-1) ?? null,
      missing: schema.missing,
    },
    files,
    backup,
    queues,
    mail: mailIsConfigured(),
  };
}
export type SystemState = Awaited<ReturnType<typeof getSystemState>>;

async function readDatabase(): Promise<{ version: string; size: number }> {
  const [row] = await database().$queryRaw<{ version: string; size: bigint }[]>`
    SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS size`;
  // "17.2 (Debian 17.2-1)" of a packaged server.
  return { version: row?.version.split(" ")[0] ?? "", size: Number(row?.size ?? 0) };
}

/** Each kept file once, however many copies name it; the room that is left only where they lie in a folder. */
async function readFiles() {
  const [row] = await database().$queryRaw<{ count: bigint; size: bigint }[]>`
    SELECT count(*) AS count, coalesce(sum(size), 0) AS size FROM (
      SELECT DISTINCT ON (sha256) size FROM (
        SELECT sha256, size FROM "Capture"
        UNION ALL SELECT "shownSha256", "shownSize" FROM "Capture" WHERE "shownSha256" IS NOT NULL
      ) AS named ORDER BY sha256
    ) AS files`;
  return {
    place: env().S3 ? ("s3" as const) : ("folder" as const),
    count: Number(row?.count ?? 0),
    size: Number(row?.size ?? 0),
    room: env().S3 ? null : await roomIn(resolve(env().DATA_DIR)),
  };
}

async function roomIn(folder: string): Promise<number | null> {
  try {
    await mkdir(folder, { recursive: true });
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** A night and the time that a large backup takes. */
const latestAfter = 36 * 3_600_000;

/** The newest backup in the folder that this process knows; a reason where nobody should rest on it. */
async function readBackup(): Promise<{
  isNightly: boolean;
  last: Pick<KeptBackup, "name" | "at" | "size"> | null;
  warning: "none" | "late" | "incomplete" | "unreadable" | null;
}> {
  const isNightly = env().BACKUP_DIR !== undefined;
  try {
    const last = await findLastBackup();
    if (!last) return { isNightly, last, warning: isNightly ? "none" : null };
    const isLate = Date.now() - last.at.getTime() > latestAfter;
    return { isNightly, last, warning: isLate ? "late" : last.isWhole ? null : "incomplete" };
  } catch {
    return { isNightly, last: null, warning: "unreadable" };
  }
}
