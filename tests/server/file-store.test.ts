import { createHash } from "node:crypto";
import { mkdtemp, readFile as read, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setEnv } from "@/env";
import { putFile, readFile } from "@/server/file-store";
import { startS3Server } from "../s3-server";

const words = Buffer.from("نص المصدر كما كان");
const sha256 = createHash("sha256").update(words).digest("hex");

/** A store, and what only somebody who goes round the product can do with it. */
type Place = { damage: () => Promise<void>; lose: () => Promise<void> };

function keepsFiles(place: () => Place): void {
  test("gives back what it was given, under the hash of the bytes", async () => {
    expect(await putFile(words)).toBe(sha256);
    expect(Buffer.from(await readFile(sha256))).toEqual(words);
  });

  test("takes the same file again, also by several at once, and an empty one", async () => {
    expect(await Promise.all([putFile(words), putFile(words), putFile(words)])).toEqual([sha256, sha256, sha256]);
    expect(await readFile(await putFile(new Uint8Array()))).toHaveLength(0);
  });

  test("does not give out a file in which a byte has flipped; keeping it again mends it", async () => {
    await putFile(words);
    await place().damage();
    await expect(readFile(sha256)).rejects.toMatchObject({ sha256, reason: "damaged" });
    await putFile(words);
    expect(Buffer.from(await readFile(sha256))).toEqual(words);
  });

  test("says that a file is missing", async () => {
    await putFile(words);
    await place().lose();
    await expect(readFile(sha256)).rejects.toMatchObject({ sha256, reason: "missing" });
  });
}

const flipped = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte));

describe("in the data folder", () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "iltizam-files-"));
    setEnv({ DATA_DIR: directory });
  });
  afterAll(() => rm(directory, { recursive: true }));
  const path = () => join(directory, "files", sha256.slice(0, 2), sha256.slice(2));

  keepsFiles(() => ({
    damage: async () => writeFile(path(), flipped(await read(path()))),
    lose: () => rm(path()),
  }));

  test("leaves nothing unfinished behind", async () => {
    await putFile(words);
    expect(await readdir(join(directory, "files", sha256.slice(0, 2)))).toEqual([sha256.slice(2)]);
  });
});

describe("in a store that speaks S3", () => {
  let store: Awaited<ReturnType<typeof startS3Server>>;
  beforeAll(async () => {
    store = await startS3Server();
    setEnv(store.settings);
  });
  afterAll(() => store.stop());
  const path = `/kept-files/${sha256.slice(0, 2)}/${sha256.slice(2)}`;

  keepsFiles(() => ({
    damage: async () => void store.files.set(path, flipped(words)),
    lose: async () => void store.files.delete(path),
  }));

  test("a wrong key is an error, not a missing file", async () => {
    setEnv({ S3_SECRET_ACCESS_KEY: "another secret" });
    await expect(putFile(words)).rejects.toThrow("403");
    await expect(readFile(sha256)).rejects.toThrow("403");
  });
});
