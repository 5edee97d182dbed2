// Keeps files under the SHA-256 of their bytes: in the data folder, or in an S3-compatible store where one is configured.
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { env } from "@/env";
import { folderStore } from "./file-store/folder";
import { s3Store } from "./file-store/s3";
import type { FileStore } from "./file-store/store";

/** A file that is named somewhere is not there, or is not what its name says. */
export class BrokenFile extends Error {
  constructor(
    readonly sha256: string,
    readonly reason: "missing" | "damaged",
  ) {
    super(`the file ${sha256} is ${reason}`);
  }
}

/** Keeps the bytes and returns their SHA-256, by which they are read. To be called before the transaction that names it: a file that nothing names does no harm. */
export async function putFile(bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes);
  await store().put(keyOf(sha256), bytes, sha256);
  return sha256;
}

/** The bytes, held against their hash. Throws BrokenFile. */
export async function readFile(sha256: string): Promise<Uint8Array> {
  const bytes = await store().get(keyOf(sha256));
  if (!bytes) throw new BrokenFile(sha256, "missing");
  if (hashOf(bytes) !== sha256) throw new BrokenFile(sha256, "damaged");
  return bytes;
}

function store(): FileStore {
  const { S3, DATA_DIR } = env();
  return S3 ? s3Store(S3) : folderStore(join(resolve(DATA_DIR), "files"));
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Spread over folders: a folder with a hundred thousand files is slow to list. */
const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256.slice(2)}`;
