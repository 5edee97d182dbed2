// The terminal tool as it is called: in a process of its own, beside a running database and without one.

import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { constants } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { publishReleaseInput } from "@/domain/release";
import { setEnv } from "@/env";
import { communiqueSlug } from "@/prisma/seed/communique";
import { seed } from "@/prisma/seed/seed";
import { findRunningDatabase, startDatabase } from "@/scripts/database";
import { eventually } from "@/scripts/database/processes";
import { applyMigrations } from "@/scripts/migrations";
import { systemActor } from "@/server/auth/actor";
import { closeDatabase } from "@/server/database";
import { firstWorkspace } from "@/server/installation";
import { installQueue } from "@/server/queue";
import { publishRelease } from "@/server/releases";
import { ask, databaseProcesses, kill, type Started, startElsewhere, temporaryFolder } from "./database-in-process";

const root = fileURLToPath(new URL("../..", import.meta.url));

// Each call starts a process, some a database.
vi.setConfig({ testTimeout: 120_000 });

type Ran = { status: number; output: string; errors: string; bytes: Buffer };

/** Runs the command with a bare environment and what `settings` add to it. */
function iltizam(words: string[], settings: Record<string, string> = { DATA_DIR: directory }): Promise<Ran> {
  const env = { PATH: process.env.PATH, NODE_ENV: "production", ...settings } as unknown as NodeJS.ProcessEnv;
  const options = { cwd: root, env, encoding: "buffer", maxBuffer: 1e8 } as const;
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "scripts/iltizam.ts", ...words], options, (error, bytes, errors) => {
      const status = typeof error?.code === "number" ? error.code : error ? -1 : 0;
      resolve({ status, bytes, output: bytes.toString("utf8"), errors: errors.toString("utf8") });
    });
  });
}

const leftToDo: (() => Promise<void>)[] = [];
const tidyUp = (work: () => Promise<void>) => void leftToDo.unshift(work);
let directory: string;

beforeAll(async () => {
  directory = await temporaryFolder(tidyUp);
  const database = await startDatabase({ directory, say: () => {} });
  await applyMigrations(database.url);
  setEnv({ DATABASE_URL: database.url });
  await Promise.all([seed(), installQueue(database.url)]);
  const releasing = publishReleaseInput.parse({ documentSlug: communiqueSlug });
  await publishRelease(systemActor((await firstWorkspace()).id, "JOB"), releasing);
  await closeDatabase();
  await database.stop();
}, 120_000);

afterAll(async () => {
  for (const work of leftToDo) await work();
});

const exported = (...words: string[]) => ["export", "--document", communiqueSlug, ...words];

describe("asked wrongly", () => {
  test.each<[string[], RegExp]>([
    [[], /^Say what to do\./],
    [["explode"], /^There is no command "explode"\./],
    [["toString"], /^There is no command "toString"\./],
    [["documents", "one"], /^Unexpected argument 'one'/],
    [["example"], /^Say one of load, remove after "example"\./],
    [["example", "explode"], /^Say one of load, remove/],
    [["export"], /^The option --document is needed\./],
    [exported("--output", "-"), /^The option --format is needed\./],
    [exported("--format", "json"), /^The option --output is needed\./],
    [
      exported("--format", "exe", "-o", "-"),
      /^The option --format takes pdf, docx, xlsx, csv, csv-tables, markdown, json\./,
    ],
    [exported("--format", "json", "-o", "-", "--language", "de"), /^The option --language takes ar, en, fr\./],
    [exported("--format", "json", "-o", "-", "--sections", "all"), /^The option --sections takes method, /],
    [
      exported("--format", "json", "-o", "-", "--as-of", "2026-02-30"),
      /^The option --as-of cannot be taken: Enter a valid/,
    ],
    [exported("--format", "json", "-o", "-", "--colour"), /^Unknown option '--colour'/],
  ])("%j exits with 2 and says why, with nothing on standard output", async (words, sentence) => {
    const { status, output, errors } = await iltizam(words);
    expect(errors).toMatch(sentence);
    expect(errors).toContain("--help");
    expect(errors).not.toContain("    at ");
    expect([status, output]).toEqual([2, ""]);
  });
});

describe("help", () => {
  test.each([["--help"], ["-h"], ["help"]])("%s lists the commands", async (word) => {
    const { status, output, errors } = await iltizam([word]);
    expect([status, errors]).toEqual([0, ""]);
    expect(output).toMatch(/^ {2}documents +\S/m);
    expect(output).toMatch(/^ {2}export +\S/m);
  });

  test("of a command lists its options, and that a file is overwritten", async () => {
    const { status, output } = await iltizam(["export", "--help"]);
    expect(status).toBe(0);
    for (const name of ["document", "format", "language", "as-of", "compared-with", "sections", "commitments", "notes"])
      expect(output).toContain(`--${name}`);
    expect(output).toContain("overwritten");
    expect((await iltizam(["documents", "-h"])).output).toContain("a tab");
  });
});

const slow = exported("--format", "pdf", "-o", "/dev/null");

/** What holds whether or not a database runs already. */
function everything(): void {
  test("documents lists the slugs, one a line, the title after a tab", async () => {
    const { status, output, errors } = await iltizam(["documents"]);
    expect([status, errors]).toEqual([0, ""]);
    expect(output).toMatch(new RegExp(`^${communiqueSlug}\tالتحالف [^\n]*\n$`));
  });

  test("example loads the worked example, once, and removes it again", async () => {
    const said = [];
    for (const word of ["load", "load", "remove", "remove"]) said.push((await iltizam(["example", word])).output);
    expect(said).toEqual([
      expect.stringMatching(/^The example is loaded/),
      "The example is there already.\n",
      "The example is removed.\n",
      "There is no example to remove.\n",
    ]);
  });

  test("export writes the file, over one that is there", async () => {
    const file = join(directory, "summary.json");
    await writeFile(file, "x".repeat(1_000_000));
    const choices = [
      "--as-of",
      "2024-03-01",
      "--sections",
      "table,unknown",
      "--commitments",
      "1,3",
      "--notes",
      "without",
    ];
    const { status, output, errors } = await iltizam(
      exported("--format", "json", "--language", "fr", "-o", file, ...choices),
    );
    expect([status, output, errors]).toEqual([0, "", ""]);
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
      language: "fr",
      asOf: { iso: "2024-03-01" },
      sections: ["table", "unknown"],
      withNotes: false,
      commitments: [{ number: 1 }, { number: 3 }],
    });
  });

  test("export writes to standard output, in Arabic when no language is named", async () => {
    const { status, bytes, errors } = await iltizam(exported("--format", "markdown", "--output", "-"));
    expect([status, errors]).toEqual([0, ""]);
    expect(bytes.toString("utf8")).toMatch(/^<div dir="rtl" lang="ar">\n\n# /);
    const workbook = await iltizam(exported("--format", "xlsx", "--output=-", "--language=en"));
    expect(workbook.bytes.subarray(0, 2).toString("latin1")).toBe("PK");
  });

  test("prove-releases tells each release again and finds it the same", async () => {
    const { status, output, errors } = await iltizam(["prove-releases"]);
    expect([status, errors]).toEqual([0, ""]);
    const lines = output.trimEnd().split("\n");
    expect(lines.map((line) => line.split("\t").slice(0, 3))).toEqual(
      ["ar", "en", "fr"].map((language) => [communiqueSlug, "1", language]),
    );
    for (const line of lines) expect(line).toMatch(/\t[0-9a-f]{64}\tthe same, byte for byte$/);
  });

  test("what cannot be done exits with 1 or 2 and a sentence", async () => {
    const json = ["--format", "json"];
    const absent = await iltizam(["export", "--document", "absent", ...json, "-o", "-"]);
    expect([absent.status, absent.output]).toEqual([1, ""]);
    expect(absent.errors).toBe('There is no document "absent"; "documents" lists those that there are.\n');
    const future = await iltizam(exported(...json, "-o", "-", "--as-of", "2199-01-01"));
    expect(future.errors).toMatch(
      /^The option --as-of cannot be taken: A summary cannot be made for a day still to come/,
    );
    expect(future.status).toBe(2);
    const nowhere = join(directory, "none", "summary.json");
    const lost = await iltizam(exported(...json, "-o", nowhere));
    expect([lost.status, lost.errors]).toEqual([1, `${nowhere} cannot be written: its folder does not exist.\n`]);
  });
}

describe("without a running database", () => {
  everything();

  test("it is stopped again", async () => {
    expect(await findRunningDatabase(directory)).toBeNull();
    await expect(stat(join(directory, "iltizam.lock"))).rejects.toThrow("ENOENT");
  });

  test.each(["SIGINT", "SIGTERM"] as const)("%s stops it too, also while it starts", async (name) => {
    for (const wait of [0, 700]) {
      const child = spawn(process.execPath, ["--import", "tsx", "scripts/iltizam.ts", ...slow], {
        cwd: root,
        env: { PATH: process.env.PATH, NODE_ENV: "production", DATA_DIR: directory },
        stdio: "ignore",
      });
      const ended = new Promise((resolve) => child.once("exit", (code, by) => resolve(code ?? by)));
      const started = () => existsSync(join(directory, "iltizam.lock"));
      await eventually(started, 60_000);
      await pause(wait);
      child.kill(name);
      expect(await ended).toBe(128 + constants.signals[name]);
      expect(await databaseProcesses(join(directory, "postgres"))).toEqual([]);
    }
  });

  test("a folder without one is left as it is", async () => {
    const empty = join(directory, "empty");
    const { status, errors } = await iltizam(["documents"], { DATA_DIR: empty });
    expect([status, errors]).toEqual([
      1,
      `There is no database in ${empty}: start Iltizam once with "npm start", or set DATA_DIR or DATABASE_URL.\n`,
    ]);
    await expect(stat(empty)).rejects.toThrow("ENOENT");
  });
});

describe("beside a running database", () => {
  let server: Started;
  beforeAll(async () => {
    server = await startElsewhere(directory, { tidyUp });
  }, 60_000);

  everything();

  test("a file is where the person stood who called npm", async () => {
    const npm = { DATA_DIR: directory, INIT_CWD: directory, npm_lifecycle_event: "iltizam" };
    const { status } = await iltizam(exported("--format", "csv", "-o", "from-npm.csv"), npm);
    expect(status).toBe(0);
    expect((await readFile(join(directory, "from-npm.csv"), "utf8")).startsWith("\ufeff")).toBe(true);
  });

  test("given by its address it serves too; one that does not take us is named", async () => {
    const given = await iltizam(["documents"], { DATABASE_URL: server.url });
    expect([given.status, given.output.split("\t")[0]]).toEqual([0, communiqueSlug]);
    const wrong = await iltizam(["documents"], { DATABASE_URL: server.url.replace(/:[^:@]+@/, ":wrong@") });
    expect(wrong.status).toBe(1);
    expect(wrong.errors).toMatch(/^The database at DATABASE_URL cannot be used: /);
  });

  test("of another version it is left as it is, and that is said", async () => {
    const unnoted = await ask(
      server.url,
      `DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING *`,
    );
    const older = await iltizam(["documents"]);
    expect(older.errors).toMatch(
      /^The database is older than this version of Iltizam \(1 migration missing\): start Iltizam/,
    );
    expect([older.status, older.output]).toEqual([1, ""]);
    const { id, checksum, migration_name: name } = unnoted[0] as Record<string, string>;
    const note = (called: string, key: string) =>
      ask(
        server.url,
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('${key}', '${checksum}', '${called}', now(), 1)`,
      );
    await note(name as string, id as string);
    await note("99999999999999_from_the_future", "future");
    const newer = await iltizam(["documents"]);
    expect(newer.errors).toMatch(
      /^The database holds the migration 99999999999999_from_the_future, which this version/,
    );
    expect(newer.status).toBe(1);
    await ask(server.url, "DELETE FROM _prisma_migrations WHERE id = 'future'");
    await ask(server.url, "CREATE DATABASE nothing_in_it");
    const bare = new URL(server.url);
    bare.pathname = "/nothing_in_it";
    const empty = await iltizam(["documents"], { DATABASE_URL: bare.href });
    expect([empty.status, empty.errors]).toEqual([1, 'The database is empty: start Iltizam once with "npm start".\n']);
  });

  test("prove-releases exits with 1 where a release is not what history tells", async () => {
    const forge = (from: string, to: string) => `
      ALTER TABLE "ReleaseSummary" DISABLE TRIGGER USER;
      UPDATE "ReleaseSummary" SET json = convert_to(replace(convert_from(json, 'UTF8'), '${from}', '${to}'), 'UTF8') WHERE language = 'en';
      UPDATE "ReleaseSummary" SET sha256 = encode(sha256(json), 'hex') WHERE language = 'en'`;
    await ask(server.url, forge('"number": 8', '"number": 9'));
    const { status, output, errors } = await iltizam(["prove-releases", "--document", communiqueSlug]);
    expect([status, errors]).toEqual([1, "1 of 3 summaries are not what they should be.\n"]);
    expect(output.split("\n")[1]).toMatch(/\ten\t.*\tNOT WHAT HISTORY TELLS$/);
    await ask(server.url, forge('"number": 9', '"number": 8'));
    expect((await iltizam(["prove-releases"])).status).toBe(0);
  });

  test("it goes on running", async () => {
    expect(await findRunningDatabase(directory)).toBe(server.url);
    await kill(server.child, "SIGTERM");
  });
});
