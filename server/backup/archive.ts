// Many things in one file: a compressed tar, written beside its place until it is whole, and read thing by thing.
import { randomBytes } from "node:crypto";
import { createReadStream, rmSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline as join } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { type TransformStream, ReadableStream as WebStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { createTarDecoder, createTarPacker, type ParsedTarEntry, type TarPackController } from "modern-tar";

/** One thing in the archive; small enough to be held in memory. */
export type Entry = { name: string; bytes: Uint8Array };

/** The file is no archive, or not a whole one; the message says how that was seen, to follow "it is damaged: ". */
export class DamagedArchive extends Error {}

/** What an unfinished archive is called after its own name; `listBackups` passes these over. */
export const unfinishedMark = ".unfinished-";

/** More than this in one piece was not written by us, and would fill the memory. */
const largestEntry = 2 ** 30;

/** The first bytes of every archive: RFC 1952 with no time, name or system, so that no byte can be changed unseen. */
const beginning = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** Writes the archive for its owner's eyes alone; at `path` there is a whole one or none. A signal gives it up. */
export async function writeArchive(path: string, entries: AsyncIterable<Entry>, signal?: AbortSignal): Promise<void> {
  const unfinished = `${path}${unfinishedMark}${randomBytes(4).toString("hex")}`;
  const takeAway = () => rmSync(unfinished, { force: true });
  signal?.throwIfAborted();
  process.once("exit", takeAway);
  try {
    // Opened before anything can fail: what is opened later than it is taken away would stay.
    const file = await open(unfinished, "wx", 0o600);
    const { readable, controller } = createTarPacker();
    const stream = file.createWriteStream({ flush: true });
    const written = pipeline(readable, createGzip(), withOurBeginning, stream, { signal });
    // Either one's failure ends the other; the first to fail says why.
    const reasons: unknown[] = [];
    await Promise.all([pack(entries, controller), written].map((work) => work.catch((error) => reasons.push(error))));
    if (reasons.length > 0) throw signal?.aborted ? signal.reason : reasons[0];
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } finally {
    takeAway();
    process.off("exit", takeAway);
  }
}

async function pack(entries: AsyncIterable<Entry>, controller: TarPackController): Promise<void> {
  try {
    for await (const { name, bytes } of entries) {
      const writer = controller.add({ name, size: bytes.byteLength, mode: 0o600 }).getWriter();
      if (bytes.byteLength > 0) await writer.write(bytes);
      await writer.close();
    }
    controller.finalize();
  } catch (error) {
    controller.error(error);
    throw error;
  }
}

async function* withOurBeginning(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) beginning.copy(chunk);
    isFirst = false;
    yield chunk;
  }
}

/** A power cut must not lose the new name; not every system can do this for a folder, and then it need not. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

/** Reads the archive from its beginning to its end, one entry at a time. Throws DamagedArchive. */
export async function* readArchive(path: string): AsyncGenerator<Entry> {
  const ends = await readEnds(path);
  if (!ends) throw new DamagedArchive("it does not begin as a backup does");
  let length = 0;
  const unpacked = join(createReadStream(path), createGunzip(), () => {});
  async function* counted() {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      length += chunk.byteLength;
      yield new Uint8Array(chunk);
    }
  }
  try {
    const entries = WebStream.from<Uint8Array>(counted()).pipeThrough<ParsedTarEntry>(tarDecoder());
    for await (const { header, body } of entries) {
      if (header.type !== "file" || header.size > largestEntry)
        throw new Error(`${header.name} is not one of its parts`);
      yield { name: header.name, bytes: await buffer(body) };
    }
  } catch (error) {
    throw new DamagedArchive((error as Error).message);
  } finally {
    unpacked.destroy();
  }
  // A decompressor passes over what follows the end; the last bytes of ours say how much there was.
  if (ends.length !== length % 2 ** 32) throw new DamagedArchive("something follows its end");
}

/** The same streams, as Node's types name them. */
const tarDecoder = () => createTarDecoder({ strict: true }) as unknown as TransformStream<Uint8Array, ParsedTarEntry>;

/** What the last four bytes say of the length; null where the first ones are not ours. */
async function readEnds(path: string): Promise<{ length: number } | null> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const first = Buffer.alloc(beginning.byteLength);
    const last = Buffer.alloc(4);
    await file.read(first, 0, first.byteLength, 0);
    await file.read(last, 0, 4, Math.max(0, size - 4));
    return first.equals(beginning) ? { length: last.readUInt32LE() } : null;
  } finally {
    await file.close();
  }
}
