// What a backup says of itself: at its beginning what it is, at its end what is in it, with the hash of each.
import { z } from "zod";

/** Counts up when an older version of the product could no longer read what is written. */
export const formatVersion = 1;

export const headName = "backup.json";
export const contentsName = "contents.json";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** Read before all else, and therefore the same in every format. */
export const backupHead = z.object({
  product: z.literal("iltizam"),
  format: z.number().int().positive(),
  /** The version of the product that wrote it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** In the order in which they were applied. */
  migrations: z.array(z.object({ name: z.string(), checksum: sha256 })).min(1),
});

/** Rows as PostgreSQL copies them out, one a line, cut into parts between lines. */
const copiedRows = z.object({ rows: count, parts: count, sha256 });

export const backupContents = z.object({
  tables: z.array(copiedRows.extend({ name: z.string(), columns: z.array(z.string()).min(1) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  /** The jobs that were waiting or under way. */
  jobs: copiedRows,
  files: z.array(z.object({ sha256, size: count })),
  /** Files that rows name and that were already lost when the backup was made. */
  lost: z.array(z.object({ sha256, reason: z.enum(["missing", "damaged"]) })),
  /** What signed sessions where it came from ILTIZAM_SECRET; null where it is the database's own. */
  secret: z.string().nullable(),
});

export type BackupHead = z.infer<typeof backupHead>;
export type BackupContents = z.infer<typeof backupContents>;
export type CopiedTable = BackupContents["tables"][number];
export type Backup = { head: BackupHead; contents: BackupContents };

/** The names of entries: "tables/Event/000001", "jobs/000001", "files/" and a hash. */
export const partName = (folder: string, number: number) => `${folder}/${String(number).padStart(6, "0")}`;
export const tableFolder = (table: string) => `tables/${table}`;
export const jobsFolder = "jobs";
export const fileName = (hash: string) => `files/${hash}`;
