// A backup that is damaged anywhere, lacks something or has too much is refused, and so is any other file.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { setEnv } from "@/env";
import { type Entry, readArchive, writeArchive } from "@/server/backup/archive";
import { readBackup, UnusableBackup } from "@/server/backup/read-backup";
import { writeBackup } from "@/server/backup/write-backup";
import { uploadCapture } from "@/server/captures";
import { database } from "@/server/database";
import { attach, makeTeam } from "../../cast";
import { makeFolder } from "./a-place";

vi.mock("@/server/fetching/keep-page", () => ({
  keepPage: async () => ({ mediaType: "text/html", title: null, language: null, text: null, shown: null }),
}));

let whole: string;
let bytes: Buffer;
let entries: Entry[];
let changed: string;
beforeAll(async () => {
  const folder = await makeFolder();
  setEnv({ DATA_DIR: folder });
  const team = await makeTeam();
  const { citationId } = await attach(team.analyst, team.commitments[0]?.id as string);
  const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
  for (const text of ["a copy", "another"]) {
    await uploadCapture(team.analyst, { evidenceId, fileName: "", bytes: Buffer.from(text) });
  }
  whole = join(folder, "whole.tar.gz");
  changed = join(folder, "changed.tar.gz");
  await writeBackup(whole);
  bytes = await readFile(whole);
  entries = [];
  for await (const entry of readArchive(whole)) entries.push(entry);
});

async function fateOf(content: Uint8Array): Promise<string> {
  await writeFile(changed, content);
  return readBackup(changed).then(
    () => "taken",
    (error: Error) => (error instanceof UnusableBackup ? error.message : `${error.stack}`),
  );
}

/** What becomes of a backup with other entries, in an archive that is whole itself. */
async function fateWith(change: (entries: Entry[]) => Entry[]): Promise<string> {
  await writeArchive(
    changed,
    (async function* () {
      yield* change(entries.map(({ name, bytes: content }) => ({ name, bytes: Buffer.from(content) })));
    })(),
  );
  return fateOf(await readFile(changed));
}

const json = (entry: Entry | undefined) => JSON.parse(Buffer.from(entry?.bytes ?? []).toString("utf8"));
const rewritten = (all: Entry[], name: string, change: (value: ReturnType<typeof json>) => object) =>
  all.map((entry) => (entry.name === name ? { name, bytes: Buffer.from(JSON.stringify(change(json(entry)))) } : entry));
const nth = (all: Entry[], folder: string) => all.findIndex(({ name }) => name.startsWith(folder));
const damaged = /^is (damaged|not a whole backup of Iltizam): ./;

test("a whole one is read to its end, and again the same", async () => {
  expect(await fateWith((all) => all)).toBe("taken");
  expect(await fateOf(bytes)).toBe("taken");
  const { contents } = await readBackup(whole);
  expect(contents.files).toHaveLength(2);
  expect(contents.tables.find(({ name }) => name === "Commitment")?.rows).toBe(8);
});

test("one byte changed is noticed, wherever it is", async () => {
  const step = Math.ceil(bytes.byteLength / 60);
  const places = Array.from(bytes.keys()).filter((at) => at < 12 || at >= bytes.byteLength - 9 || at % step === 0);
  for (const at of places) {
    const other = Buffer.from(bytes);
    other[at] = (other[at] ?? 0) ^ 1;
    expect(await fateOf(other), `byte ${at} of ${bytes.byteLength}`).toMatch(/^(is|was) /);
  }
});

test("an end that is missing is noticed, and so is what follows the end", async () => {
  for (const length of [1, 9, 10, 100, bytes.byteLength >> 1, bytes.byteLength - 1]) {
    expect(await fateOf(bytes.subarray(0, length)), `${length} bytes`).toMatch(damaged);
  }
  for (const more of [Buffer.from([0]), Buffer.from("more"), gzipSync("more"), bytes]) {
    expect(await fateOf(Buffer.concat([bytes, more])), `${more.byteLength} more`).toMatch(damaged);
  }
});

test("other files are no backups", async () => {
  for (const other of ["", "not a backup", gzipSync("a page"), "PK\u0003\u0004…"]) {
    expect(await fateOf(Buffer.from(other))).toMatch(/^is not a whole backup of Iltizam: /);
  }
  const readMe = { name: "README.md", bytes: Buffer.from("# another archive") };
  expect(await fateWith(() => [readMe])).toBe("is not a backup of Iltizam");
  expect(await fateWith(() => [])).toBe("is not a backup of Iltizam");
  expect(await fateWith((all) => rewritten(all, "backup.json", (head) => ({ ...head, product: "other" })))).toBe(
    "is not a backup of Iltizam",
  );
});

describe("in an archive that is whole itself", () => {
  test("everything that is missing is noticed", async () => {
    for (const { name } of entries) {
      expect(await fateWith((all) => all.filter((entry) => entry.name !== name)), name).toMatch(/^is /);
    }
  });

  test("what is too much is noticed", async () => {
    const text = { name: "notes.txt", bytes: Buffer.from("mine") };
    const rows = { name: "tables/Other/000001", bytes: Buffer.from("1\n") };
    for (const extra of [text, rows, { ...rows, name: "tables/../../x" }]) {
      expect(await fateWith((all) => [...all.slice(0, 2), extra, ...all.slice(2)]), extra.name).toMatch(damaged);
    }
    expect(await fateWith((all) => [...all, text])).toBe("is damaged: notes.txt follows its end");
    const file = nth(entries, "files/");
    expect(await fateWith((all) => all.flatMap((entry, at) => (at === file ? [entry, entry] : [entry])))).toMatch(
      /is there twice$/,
    );
  });

  test("what is another than its hash says is noticed", async () => {
    for (const folder of ["files/", "tables/Commitment/"]) {
      const at = nth(entries, folder);
      const fate = await fateWith((all) =>
        all.map((entry, place) => (place === at ? { ...entry, bytes: entry.bytes.map((byte) => byte ^ 1) } : entry)),
      );
      expect(fate).toMatch(/^is damaged: .* is not what its hash says$/);
    }
  });

  test("a form that only a newer version knows is refused with its reason", async () => {
    const fate = await fateWith((all) =>
      rewritten(all, "backup.json", (head) => ({ product: head.product, format: 2, version: "9.0.0", new: true })),
    );
    expect(fate).toBe("was written by Iltizam 9.0.0 in a form that this version does not know: use a newer one");
  });
});
