// Kept copies of evidence as people meet them: listed, opened, asked for, handed in.
import { createHash } from "node:crypto";
import { mostCopied, pictureTypes } from "@/domain/capture-terms";
import { may } from "@/domain/permissions";
import { invalidField, Refusal } from "@/domain/refusal";
import { type Actor, authorize, type MemberActor } from "./auth/actor";
import { addCapture, storeCopy, takeCitedSource } from "./capture-rows";
import { database, inTransaction } from "./database";
import { askForCheck } from "./evidence-health";
import { readFile } from "./file-store";
import { personOf, personSelect } from "./members";

const captureSelect = {
  id: true,
  number: true,
  origin: true,
  finalAddress: true,
  takenAt: true,
  httpStatus: true,
  mediaType: true,
  size: true,
  sha256: true,
  shownSha256: true,
  fileName: true,
  title: true,
  takenBy: { select: personSelect },
} as const;

/** The copies of a source, the latest first, and what the latest look at its address found. Refuses: not_found, forbidden. */
export async function listCaptures(actor: Actor, evidenceId: string) {
  authorize(actor, "commitment:read");
  const source = await database().evidence.findFirst({
    where: { id: evidenceId, workspaceId: actor.workspaceId },
    select: {
      ...sourceSelect,
      captures: { select: captureSelect, orderBy: { number: "desc" } },
      checks: {
        orderBy: { at: "desc" },
        take: 1,
        select: { at: true, outcome: true, httpStatus: true, finalAddress: true, reason: true },
      },
    },
  });
  if (!source) throw new Refusal("not_found");
  const { captures, checks, ...facts } = source;
  return {
    source: facts,
    captures: captures.map(captureView),
    latestCheck: checks[0] ?? null,
    mayCapture: may(actor, "evidence:capture"),
  };
}
export type CapturesOfSource = Awaited<ReturnType<typeof listCaptures>>;
export type CaptureView = ReturnType<typeof captureView>;

/** One copy by its number, with its text and that of the copy before. Refuses: not_found, forbidden. */
export async function getCapture(actor: Actor, { evidenceId, number }: { evidenceId: string; number: number }) {
  authorize(actor, "commitment:read");
  const rows = await database().capture.findMany({
    where: { evidenceId, workspaceId: actor.workspaceId, number: { lte: number } },
    select: { ...captureSelect, text: true, evidence: { select: sourceSelect } },
    orderBy: { number: "desc" },
    take: 2,
  });
  const [row, before] = rows;
  if (row?.number !== number) throw new Refusal("not_found");
  const { text, evidence, ...facts } = row;
  const later = await database().capture.findFirst({
    where: { evidenceId, workspaceId: actor.workspaceId, number: { gt: number } },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  return {
    source: evidence,
    capture: captureView(facts),
    text,
    before: before ? { ...captureView(before), text: before.text } : null,
    later: later?.number ?? null,
  };
}
export type OpenedCapture = Awaited<ReturnType<typeof getCapture>>;

/** The bytes as they came. Refuses: not_found, forbidden. Throws BrokenFile where the store does not have what it should. */
export async function getCaptureFile(actor: Actor, captureId: string) {
  const { sha256, mediaType, fileName, number } = await findFile(actor, captureId);
  const plainName = `copy-${number}.${endings[mediaType] ?? "bin"}`;
  return { bytes: await readFile(sha256), mediaType, name: fileName || plainName, plainName };
}

/** The form in which a page is shown, which can neither run nor call out. Refuses: not_found (also where there is none), forbidden. */
export async function getShownFile(actor: Actor, captureId: string): Promise<Uint8Array> {
  const { shownSha256 } = await findFile(actor, captureId);
  if (!shownSha256) throw new Refusal("not_found");
  return readFile(shownSha256);
}

const endings: Record<string, string> = {
  "text/html": "html",
  "application/xhtml+xml": "xhtml",
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/svg+xml": "svg",
  "text/plain": "txt",
};

/** Seconds that have to pass between two looks at a source that people ask for. */
const betweenLooks = 60;

/** Asks for a look at the source now; a copy is kept where it says something new. Refuses: not_found, forbidden, rate_limited. */
export function captureNow(actor: MemberActor, { evidenceId }: { evidenceId: string }): Promise<void> {
  return inTransaction(async (tx) => {
    const { checkedAt } = await takeCitedSource(tx, actor, evidenceId);
    authorize(actor, "evidence:capture");
    const since = checkedAt ? (Date.now() - checkedAt.getTime()) / 1000 : Number.POSITIVE_INFINITY;
    if (since < betweenLooks) {
      throw new Refusal("rate_limited", {
        reason: "looked_just_now",
        retryAfterSeconds: Math.ceil(betweenLooks - since),
      });
    }
    const minute = Math.floor(Date.now() / 60_000);
    await askForCheck(tx, actor, { evidenceId, id: idOf(`${evidenceId} ${minute}`) });
  });
}

export type Upload = { evidenceId: string; fileName: string; bytes: Uint8Array };

/**
 * Keeps a file that a person hands in as the next copy of the source: HTML, PDF, picture or text, whatever its name says.
 * Nothing that it names is fetched. Refuses: not_found, forbidden, invalid (file: too_large, unsupported_file).
 */
export async function uploadCapture(actor: MemberActor, { evidenceId, fileName, bytes }: Upload) {
  authorize(actor, "evidence:capture");
  const source = await database().evidence.findFirst({
    where: { id: evidenceId, workspaceId: actor.workspaceId },
    select: { address: true },
  });
  if (!source) throw new Refusal("not_found");
  if (bytes.byteLength > mostCopied) throw invalidField("file", "file_too_large");
  if (bytes.byteLength === 0) throw invalidField("file", "unsupported_file");
  const copy = await storeCopy(bytes, await readUpload(bytes, source.address));
  return inTransaction(async (tx) =>
    addCapture(tx, actor, {
      source: await takeCitedSource(tx, actor, evidenceId),
      copy: {
        ...copy,
        origin: "UPLOADED",
        finalAddress: null,
        httpStatus: null,
        takenAt: new Date(),
        fileName: nameOf(fileName),
        takenById: actor.memberId,
      },
    }),
  );
}

async function readUpload(bytes: Uint8Array, address: string) {
  // Only now: what reads pages and PDFs is large, and most of what the web server does has no use for it.
  const { keepPage } = await import("./fetching/keep-page");
  const { FetchFailure } = await import("./fetching/failure");
  const file = {
    bytes: Buffer.from(bytes),
    mediaType: "application/octet-stream",
    charset: null,
    finalAddress: address,
  };
  try {
    return await keepPage(file, () => Promise.reject(new FetchFailure("stopped")));
  } catch (error) {
    if (error instanceof FetchFailure) throw invalidField("file", "unsupported_file");
    throw error;
  }
}

const sourceSelect = {
  id: true,
  title: true,
  address: true,
  language: true,
  health: true,
  healthSince: true,
  checkedAt: true,
} as const;

async function findFile(actor: Actor, id: string) {
  authorize(actor, "commitment:read");
  const row = await database().capture.findFirst({
    where: { id, workspaceId: actor.workspaceId },
    select: captureSelect,
  });
  if (!row) throw new Refusal("not_found");
  return row;
}

type Row = NonNullable<Awaited<ReturnType<typeof selected>>>;
const selected = (id: string) => database().capture.findUnique({ where: { id }, select: captureSelect });

function captureView({ shownSha256, takenBy, ...row }: Row) {
  return {
    ...row,
    takenBy: personOf(takenBy),
    /** How it can be looked at here: as a page, as a picture, or not at all. */
    shows: shownSha256 ? ("page" as const) : isPicture(row.mediaType) ? ("picture" as const) : null,
  };
}

const isPicture = (mediaType: string) => (pictureTypes as readonly string[]).includes(mediaType);

/** A UUID by which asking again within the minute is asking once (RFC 9562 §5.8). */
function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** The last part of a path, for whoever looks at it; it is never one of ours. */
function nameOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").slice(0, 200).toWellFormed();
}
