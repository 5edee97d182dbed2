// Writing a backup leaves a whole file or none, whatever happens meanwhile.
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseUrl, setEnv } from "@/env";
import { writeArchive } from "@/server/backup/archive";
import { readBackup } from "@/server/backup/read-backup";
import { writeBackup } from "@/server/backup/write-backup";
import { ask, makeFolder } from "./a-place";

let folder: string;
let file: string;
beforeAll(async () => {
  setEnv({ DATA_DIR: await makeFolder() });
  folder = await makeFolder();
  file = join(folder, "x.tar.gz");
  // Rows of every length about that of a part, with all that copying has to write otherwise.
  await ask(
    databaseUrl(),
    `CREATE TABLE "Zebra" AS SELECT n, repeat(md5(n::text) || E'\\n\\t\\\\', 1 + n % 900) AS words FROM generate_series(1, 3000) n`,
  );
  await ask(databaseUrl(), `INSERT INTO "Zebra" SELECT 0, repeat('x', 9000000)`);
});
afterAll(() => ask(databaseUrl(), 'DROP TABLE "Zebra"'));

test("a table of any size goes in by parts that hold whole rows", async () => {
  await writeBackup(file);
  let lines = "";
  const { contents } = await readBackup(file, {
    rows: async (name, bytes) => {
      if (name !== "tables/Zebra") return;
      expect(bytes.at(-1)).toBe(10);
      lines += Buffer.from(bytes).toString("utf8");
    },
  });
  const zebra = contents.tables.find(({ name }) => name === "Zebra");
  expect(zebra?.rows).toBe(3001);
  expect(zebra?.parts).toBeGreaterThan(5);
  expect(lines.split("\n")).toHaveLength(3002);
});

test("given up before or in the middle, it leaves what was there", async () => {
  await writeFile(file, "an earlier one");
  const before = AbortSignal.abort(new Error("given up"));
  await expect(writeBackup(file, { signal: before })).rejects.toThrow("given up");
  const giving = new AbortController();
  const written = writeBackup(file, { signal: giving.signal });
  const unfinished = async () => (await readdir(folder)).find((name) => name.includes(".unfinished-"));
  await expect.poll(unfinished, { interval: 5, timeout: 20_000 }).toBeDefined();
  giving.abort(new Error("given up in the middle"));
  await expect(written).rejects.toThrow("given up in the middle");
  expect(await readdir(folder)).toEqual(["x.tar.gz"]);
  expect(await readFile(file, "utf8")).toBe("an earlier one");
});

test("what cannot be had or cannot be written leaves nothing", async () => {
  const failing = async function* () {
    yield { name: "a", bytes: new Uint8Array(10_000_000) };
    throw new Error("the store does not answer");
  };
  await expect(writeArchive(join(folder, "y.tar.gz"), failing())).rejects.toThrow("the store does not answer");
  expect(await readdir(folder)).toEqual(["x.tar.gz"]);
  // A device on which there is never room.
  await expect(stat("/dev/full").then(() => writeBackup("/dev/full/x"))).rejects.toThrow();
});
