// The built-in database: private, durable, one owner at a time, and found again after every kind of death.

import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { findRunningDatabase } from "@/scripts/database";
import { copyBinaries, installedBinaries, program } from "@/scripts/database/binaries";
import { canEnter, canRun } from "@/scripts/database/runner";
import {
  ask,
  databaseProcesses,
  kill,
  killDatabase,
  startElsewhere,
  temporaryFolder,
  writeUntilItDies,
} from "./database-in-process";

// Each starts databases and processes, which a busy machine does slowly.
vi.setConfig({ testTimeout: 120_000 });

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };
const checkout = fileURLToPath(new URL("../..", import.meta.url));

describe("a new database", () => {
  test("is closed to others and speaks Arabic", async () => {
    const directory = await temporaryFolder();
    const { url } = await startElsewhere(directory);

    for (const name of ["postgres.password", "connection.json", "postgres.log", "iltizam.lock"]) {
      expect(await modeOf(join(directory, name)), name).toBe("600");
    }
    expect(await modeOf(join(directory, "postgres"))).toBe("700");
    expect(await modeOf(new URL(url).searchParams.get("host") ?? "")).toBe("700");
    expect(await ask(url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "" }]);
    expect(await ask(url, "SHOW fsync")).toEqual([{ fsync: "on" }]);
    expect(await ask(url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toEqual([{ rolsuper: false }]);
    await expect(ask(url.replace(/:[^:@]+@/, ":wrong@"), "SELECT 1")).rejects.toThrow(/password/);

    await ask(url, "CREATE EXTENSION pg_trgm");
    expect(await ask(url, "SELECT cardinality(show_trgm('التزام')) AS parts")).toEqual([{ parts: 7 }]);
    expect(await ask(url, "SHOW server_encoding")).toEqual([{ server_encoding: "UTF8" }]);
  });

  test("keeps its password out of the process list", async () => {
    const directory = await temporaryFolder();
    await startElsewhere(directory);
    const password = await readFile(join(directory, "postgres.password"), "utf8");
    const pids = await databaseProcesses(join(directory, "postgres"));

    expect(password.length).toBeGreaterThanOrEqual(32);
    expect(pids.length).toBeGreaterThan(3);
    for (const pid of pids) {
      expect(await readFile(`/proc/${pid}/cmdline`, "utf8")).not.toContain(password);
      if (isRoot) expect(await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "")).not.toContain(password);
    }
  });

  test("is made anew when the first start was cut off half-way", async () => {
    const directory = await temporaryFolder();
    await mkdir(join(directory, "postgres.unfinished-abc", "base"), { recursive: true });
    await writeFile(join(directory, "postgres.password"), "from a start that was cut off");
    const { url } = await startElsewhere(directory);

    expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await expect(stat(join(directory, "postgres.unfinished-abc"))).rejects.toThrow("ENOENT");
  });
});

describe("a second start", () => {
  test("beside a running one is refused, and says where the first one is", async () => {
    const directory = await temporaryFolder();
    const first = await startElsewhere(directory);
    const before = await databaseProcesses(join(directory, "postgres"));

    const sentence = `exit code 1: Iltizam is already running in ${directory}: process ${first.child.pid}, http://localhost:3999\n`;
    await expect(startElsewhere(directory)).rejects.toThrow(new Error(sentence));
    expect(await ask(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect((await databaseProcesses(join(directory, "postgres")))[0]).toBe(before[0]);
  });

  test("after a stop finds the data, and the address only while it runs", async () => {
    const directory = await temporaryFolder();
    const first = await startElsewhere(directory);
    await ask(first.url, "CREATE TABLE kept AS SELECT 'بريقة' AS word");
    expect(await findRunningDatabase(directory)).toBe(first.url);
    await kill(first.child, "SIGTERM");
    expect(await findRunningDatabase(directory)).toBeNull();
    expect(await databaseProcesses(join(directory, "postgres"))).toEqual([]);
    await expect(stat(new URL(first.url).searchParams.get("host") ?? "")).rejects.toThrow("ENOENT");

    const second = await startElsewhere(directory);
    expect(await ask(second.url, "SELECT word FROM kept")).toEqual([{ word: "بريقة" }]);
  });

  test("is not refused because another process has got the dead owner's number", async () => {
    const directory = await temporaryFolder();
    await kill((await startElsewhere(directory)).child, "SIGTERM");
    const owner = { pid: process.pid, started: "long before this process" };
    await writeFile(join(directory, "iltizam.lock"), JSON.stringify(owner));
    await writePidFile(directory, process.pid);

    const { url } = await startElsewhere(directory);
    expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });
});

describe("after a violent death", () => {
  test("of everything at once, every acknowledged write is found", async () => {
    const directory = await temporaryFolder();
    const first = await startElsewhere(directory);
    const writing = writeUntilItDies(first.url);
    await pause(500);
    await Promise.all([kill(first.child), killDatabase(join(directory, "postgres"))]);
    const acknowledged = await writing;

    const second = await startElsewhere(directory);
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(await missingFrom(second.url, acknowledged)).toEqual([]);
  });

  test("of the owner alone, its orphaned database is stopped and nothing is lost", async () => {
    const directory = await temporaryFolder();
    const first = await startElsewhere(directory);
    const writing = writeUntilItDies(first.url);
    await pause(300);
    await kill(first.child);
    const orphans = await databaseProcesses(join(directory, "postgres"));
    expect(orphans.length).toBeGreaterThan(3);
    expect(await findRunningDatabase(directory)).toBe(first.url);

    const second = await startElsewhere(directory);
    expect(second.said()).toContain("that an earlier Iltizam left behind");
    expect(await missingFrom(second.url, await writing)).toEqual([]);
    const now = await databaseProcesses(join(directory, "postgres"));
    expect(now.filter((pid) => orphans.includes(pid))).toEqual([]);
  });

  test("of the database alone, it is started again at the same address", async () => {
    const directory = await temporaryFolder();
    const { url, said } = await startElsewhere(directory);
    const writing = writeUntilItDies(url);
    await pause(300);
    await killDatabase(join(directory, "postgres"));
    const acknowledged = await writing;

    await expect.poll(said, { timeout: 15_000 }).toContain("The database runs again.");
    expect(await missingFrom(url, acknowledged)).toEqual([]);
  });
});

describe("whoever starts it", () => {
  test.skipIf(!isRoot || !canEnter(nobody, checkout))("may be an ordinary user", async () => {
    const directory = await temporaryFolder();
    await chown(directory, nobody.uid, nobody.gid);
    const { url } = await startElsewhere(directory, { user: nobody });

    expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect((await stat(join(directory, "postgres"))).uid).toBe(nobody.uid);
  });

  test.skipIf(!isRoot)("may be root in a folder that others cannot enter", async () => {
    const closed = await temporaryFolder();
    await chmod(closed, 0o700);
    const directory = join(closed, "data");
    const first = await startElsewhere(directory);
    const data = (await readFile(join(directory, "postgres-location.txt"), "utf8")).trim();
    onTestFinished(() => rm(dirname(data), { recursive: true, force: true }));

    expect(first.said()).toContain(`the database is in ${data}`);
    expect(data).toMatch(/^\/var\/lib\/iltizam\/data-[0-9a-f]+\/postgres$/);
    await ask(first.url, "CREATE TABLE kept AS SELECT 14 AS november");
    await kill(first.child);

    const second = await startElsewhere(directory);
    expect(await ask(second.url, "SELECT november FROM kept")).toEqual([{ november: 14 }]);
  });

  test.skipIf(!isRoot)("may be root where others cannot read the programs", async () => {
    const closed = await temporaryFolder();
    await chmod(closed, 0o700);
    const open = await temporaryFolder();
    await chmod(open, 0o755);
    const hidden = await copyBinaries(await installedBinaries(), closed);
    expect(canRun(nobody, program(hidden, "postgres"))).toBe(false);

    const copied = await copyBinaries(hidden, open);
    expect(canRun(nobody, program(copied, "postgres"))).toBe(true);
  });
});

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

async function missingFrom(url: string, numbers: number[]): Promise<number[]> {
  const found = new Set((await ask(url, "SELECT number FROM written")).map((row) => row.number));
  return numbers.filter((number) => !found.has(number));
}

async function writePidFile(directory: string, pid: number): Promise<void> {
  const file = join(directory, "postgres", "postmaster.pid");
  const { uid, gid } = await stat(dirname(file));
  await writeFile(file, `${pid}\n${dirname(file)}\n1700000000\n5432\n/nowhere\n\n`, { mode: 0o600 });
  await chown(file, uid, gid);
}
