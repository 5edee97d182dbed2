// Making a new database: PostgreSQL's own files, then Iltizam's role and database inside.

import { type SpawnOptions, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Explained } from "@/scripts/command-line";
import { program } from "./binaries";
import type { Home } from "./home";
import { bareEnvironment, type Runner } from "./runner";

/** The name of both the role and the database; the role owns the database and is no superuser. */
export const databaseName = "iltizam";

/** Makes the database unless it is there; returns the role's password. */
export async function ensureCluster(home: Home, directory: string): Promise<string> {
  const passwordFile = join(directory, "postgres.password");
  if (existsSync(join(home.data, "PG_VERSION"))) {
    await refuseOtherVersion(home);
    return readPassword(passwordFile, home.data);
  }
  const password = randomBytes(24).toString("base64url");
  await writeFile(passwordFile, password, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  await createCluster(home, password);
  return password;
}

async function createCluster(home: Home, password: string): Promise<void> {
  // Made aside and moved into place when complete: a start that was killed half-way leaves nothing that looks ready.
  const unfinished = `${home.data}.unfinished-${randomBytes(4).toString("hex")}`;
  await makePrivateFolder(unfinished, home.runner);
  await initialise({ ...home, data: unfinished });
  await createRoleAndDatabase({ ...home, data: unfinished }, password);
  await rm(home.data, { recursive: true, force: true });
  await rename(unfinished, home.data);
  await removeLeftovers(home.data);
}

async function removeLeftovers(data: string): Promise<void> {
  const leftovers = (await readdir(dirname(data))).filter((name) => name.startsWith(`${basename(data)}.unfinished-`));
  // What a killed start is still writing to cannot always be removed; the next one that is made tries again.
  await Promise.allSettled(leftovers.map((name) => rm(join(dirname(data), name), { recursive: true, force: true })));
}

async function initialise(home: Home): Promise<void> {
  const failures: string[] = [];
  // The classification of Arabic letters, on which trigram search rests, comes from the system's locale; systems name it differently.
  for (const characterType of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    const { code, output } = await run(home, "initdb", [
      `--pgdata=${home.data}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      `--lc-ctype=${characterType}`,
      "--data-checksums",
      "--no-instructions",
      // scram-sha-256 wants a password for the superuser at once; nobody is meant to know it.
      ...(await superuserPassword(home)),
    ]);
    if (code === 0) return;
    failures.push(output.trim());
    await rm(home.data, { recursive: true, force: true });
    await makePrivateFolder(home.data, home.runner);
  }
  throw new Explained(`The database could not be made in ${dirname(home.data)}:\n${failures[0]}`);
}

async function superuserPassword(home: Home): Promise<string[]> {
  const file = `${home.data}.superuser`;
  await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (home.runner) await chown(file, home.runner.uid, home.runner.gid);
  return [`--pwfile=${file}`];
}

async function createRoleAndDatabase(home: Home, password: string): Promise<void> {
  await rm(`${home.data}.superuser`, { force: true });
  // PostgreSQL alone with the files, without a socket: the password goes in by a pipe that nobody else can read.
  const { code, output } = await run(
    home,
    "postgres",
    ["--single", "-D", home.data, "postgres"],
    `CREATE ROLE ${databaseName} LOGIN CREATEDB PASSWORD '${password}';\nCREATE DATABASE ${databaseName} OWNER ${databaseName};\n`,
  );
  // Alone with the files it reports a failed statement only in words.
  if (code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(output)) {
    throw new Explained(`The database could not be made in ${dirname(home.data)}:\n${output.trim()}`);
  }
}

function run(home: Home, name: "initdb" | "postgres", options: string[], input = "") {
  const settings: SpawnOptions = {
    ...home.runner,
    cwd: home.data,
    env: bareEnvironment,
    stdio: ["pipe", "pipe", "pipe"],
  };
  const child = spawn(program(home.binaries, name), options, settings);
  let output = "";
  child.stdout?.on("data", (text) => (output += text));
  child.stderr?.on("data", (text) => (output += text));
  child.stdin?.on("error", () => {});
  child.stdin?.end(input);
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

async function makePrivateFolder(folder: string, runner: Runner): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (runner) await chown(folder, runner.uid, runner.gid);
}

async function refuseOtherVersion({ data, binaries }: Home): Promise<void> {
  const found = (await readFile(join(data, "PG_VERSION"), "utf8")).trim();
  const ours = binaries.version.split(".")[0];
  if (found === ours) return;
  throw new Explained(
    `The database in ${data} was made by PostgreSQL ${found}, and this Iltizam brings ${ours}: move the data with pg_dump first.`,
  );
}

async function readPassword(file: string, data: string): Promise<string> {
  const password = await readFile(file, "utf8").catch((error: Error) => {
    throw new Explained(`The password of the database in ${data} cannot be read: ${error.message}`);
  });
  return password.trim();
}
