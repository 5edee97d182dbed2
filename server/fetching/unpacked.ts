// The body of an answer as it was before it was packed for the way, up to a size.
import { promisify } from "node:util";
import zlib from "node:zlib";
import { FetchFailure } from "./failure";

const unpackers = {
  gzip: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip),
  deflate: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate),
  rawDeflate: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw),
  br: promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress),
};

/** Unpacks one layer; more than one, which only a bomb needs, or an unknown one is `unsupported_encoding`. */
export async function unpacked(body: Buffer, encoding = "identity", mostBytes: number): Promise<Buffer> {
  const unpack = unpackerFor(encoding.trim().toLowerCase(), body);
  if (!unpack || body.length === 0) return body;
  return await unpack(body, { maxOutputLength: mostBytes }).catch((cause: NodeJS.ErrnoException) => {
    throw new FetchFailure(cause.code === "ERR_BUFFER_TOO_LARGE" ? "too_large" : "bad_response", { cause });
  });
}

function unpackerFor(encoding: string, body: Buffer) {
  if (encoding === "identity" || encoding === "") return null;
  if (encoding === "gzip" || encoding === "x-gzip") return unpackers.gzip;
  if (encoding === "br") return unpackers.br;
  if (encoding !== "deflate") throw new FetchFailure("unsupported_encoding");
  // By the standard it has a zlib header (RFC 9110 §8.4.1.2); some servers leave it out.
  const hasHeader = ((body[0] ?? 0) & 0x0f) === 8 && body.length > 1 && body.readUInt16BE(0) % 31 === 0;
  return hasHeader ? unpackers.deflate : unpackers.rawDeflate;
}
