// Copies as the database keeps them: entered as a new version of their source, and what the source is searched by.
import { searchTextOf } from "@/domain/evidence-search";
import type { CaptureOrigin } from "@/domain/scales";
import { recordEvent } from "./audit";
import type { Actor } from "./auth/actor";
import { database, inTransaction, type Transaction } from "./database";
import { takeSource } from "./evidence-rows";
import type { KeptPage } from "./fetching/keep-page";
import { putFile } from "./file-store";
import { checkQuotes } from "./quote-states";

/** Of the text of one copy, in UTF-16 code units; longer ones are kept up to here. */
const mostText = 2_000_000;

/** A copy whose files are in the store. */
export type StoredCopy = {
  mediaType: string;
  size: number;
  sha256: string;
  shownSize: number | null;
  shownSha256: string | null;
  title: string | null;
  text: string | null;
};

/** How a copy was come by. */
export type Provenance = {
  origin: CaptureOrigin;
  takenAt: Date;
  finalAddress: string | null;
  httpStatus: number | null;
  fileName: string | null;
  takenById: string | null;
};

/** Puts the files of a copy into the store, before the transaction that names them. */
export async function storeCopy(bytes: Uint8Array, page: KeptPage): Promise<StoredCopy> {
  const [sha256, shownSha256] = await Promise.all([putFile(bytes), page.shown && putFile(page.shown)]);
  return {
    mediaType: page.mediaType,
    size: bytes.byteLength,
    sha256,
    shownSize: page.shown?.byteLength ?? null,
    shownSha256,
    title: page.title && storable(page.title).slice(0, 500).toWellFormed(),
    text: page.text && textOf(page.text),
  };
}

/** The text as it is kept, and held against that of another copy. */
export function textOf(text: string): string {
  return storable(text).slice(0, mostText).toWellFormed();
}

/** PostgreSQL keeps every character but this one. */
const storable = (text: string) => text.replaceAll("\0", "");

/** Locks a source with all that cite it, these first as everywhere, until the transaction ends. Refuses: not_found. */
export async function takeCitedSource(tx: Transaction, actor: Actor, evidenceId: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "Citation"
    WHERE "evidenceId" = ${evidenceId} AND "workspaceId" = ${actor.workspaceId} AND "deletedAt" IS NULL
    ORDER BY id FOR UPDATE`;
  return takeSource(tx, actor, evidenceId);
}

/** Enters a copy as the next version of a source that is locked, and looks for the quotes in it. */
export async function addCapture(
  tx: Transaction,
  actor: Actor,
  { source, copy }: { source: { id: string; title: string }; copy: StoredCopy & Provenance },
): Promise<{ id: string; number: number }> {
  const latest = await tx.capture.aggregate({ where: { evidenceId: source.id }, _max: { number: true } });
  const number = (latest._max.number ?? 0) + 1;
  const { id } = await tx.capture.create({
    data: { ...copy, workspaceId: actor.workspaceId, evidenceId: source.id, number },
    select: { id: true },
  });
  const { origin, finalAddress, httpStatus, mediaType, size, sha256, takenAt } = copy;
  await recordEvent(tx, actor, {
    type: "evidence.captured",
    data: {
      title: source.title,
      captureId: id,
      number,
      ...{ origin, finalAddress, httpStatus, mediaType, size, sha256, takenAt: takenAt.toISOString() },
    },
    subjectId: source.id,
  });
  await indexSource(tx, source.id);
  await checkQuotes(tx, actor, { evidenceId: source.id });
  return { id, number };
}

/** Brings what a source is searched by up to date. */
export async function indexSource(tx: Transaction, id: string): Promise<void> {
  const source = await tx.evidence.findUniqueOrThrow({
    where: { id },
    select: { title: true, publisher: true, address: true },
  });
  const latest = await tx.capture.findFirst({
    where: { evidenceId: id, text: { not: null } },
    orderBy: { number: "desc" },
    select: { text: true },
  });
  await tx.evidence.update({ where: { id }, data: { searchText: searchTextOf(source, latest?.text ?? null) } });
}

/** Makes the sources searchable that were added before sources were; at each start. Returns how many there were. */
export async function indexUnindexed(): Promise<number> {
  const sources = await database().evidence.findMany({ where: { searchText: "" }, select: { id: true } });
  for (const { id } of sources) await inTransaction((tx) => indexSource(tx, id));
  return sources.length;
}
