// What the Dockerfile and compose.yaml say is what the product takes, and what they run works with what they set.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { parse } from "yaml";
import { freePort } from "@/scripts/free-port";
import { databaseCalled } from "./database-server";
import { startS3Server } from "./s3-server";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

type Service = {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: unknown;
};
type Compose = { services: Record<string, Service>; volumes: Record<string, null> };

const read = (file: string) => readFileSync(file, "utf8");
const compose = parse(read("compose.yaml"), { merge: true }) as Compose;
const dockerfile = read("Dockerfile");
const service = (name: string) => compose.services[name] as Service;
const ours = [service("app"), service("worker")];
/** The words of the last line that begins so, in the form that runs without a shell. */
const wordsOf = (name: "CMD" | "USER") =>
  dockerfile
    .match(new RegExp(`^${name} (.*)$`, "gm"))
    ?.at(-1)
    ?.slice(name.length + 1);
const imageCommand = JSON.parse(wordsOf("CMD") ?? "[]") as string[];

describe("the settings", () => {
  test("of every process of ours are settings of the product", () => {
    const known = read("env.ts");
    for (const { environment = {} } of ours) {
      for (const name of Object.keys(environment)) expect(known, name).toMatch(new RegExp(`^ {4}${name}:`, "m"));
    }
  });

  test("that come from outside stand in the example, and all that stands there is asked for", () => {
    const wanted = [...read("compose.yaml").matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    const given = [...read("compose.env.example").matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect([...new Set(wanted)].sort()).toEqual([...new Set(given)].sort());
    expect(read(".gitignore")).toMatch(/^compose\.env$/m);
    expect(read(".dockerignore")).toMatch(/^compose\.env$/m);
  });

  test("are the same for the app and the worker, but for who does the jobs", () => {
    const { WORKER, ...app } = service("app").environment ?? {};
    expect(WORKER).toBe("none");
    expect(service("worker").environment).toEqual(app);
  });
});

test("the image runs what npm start runs, not as root, and its files are there", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  expect(imageCommand.join(" ")).toBe(scripts.start);
  expect(service("worker").command?.join(" ")).toBe(scripts.worker);
  expect(wordsOf("USER")).toBe("node");
  for (const [, files = ""] of dockerfile.matchAll(/^COPY (?!--from)(.*) \.\/?$/gm)) {
    for (const file of files.split(" ")) expect(existsSync(file), file).toBe(true);
  }
  expect(dockerfile).toContain("'/api/health/live'");
});

test("each waits for what it stands on", () => {
  for (const { depends_on = {} } of Object.values(compose.services)) {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      expect(compose.services, name).toHaveProperty(name);
      // The image of ours brings its own check.
      if (condition === "service_healthy" && name !== "app") expect(service(name).healthcheck, name).toBeDefined();
    }
  }
  expect(Object.keys(service("app").depends_on ?? {}).sort()).toEqual(["bucket", "database"]);
  expect(Object.keys(compose.volumes).sort()).toEqual(["database", "files"]);
});

describe("what they run", () => {
  const name = `compose_${randomBytes(6).toString("hex")}`;
  const running: ChildProcess[] = [];
  let store: Awaited<ReturnType<typeof startS3Server>>;
  let port: number;

  beforeAll(async () => {
    store = await startS3Server();
    port = await freePort();
    await onServer(`CREATE DATABASE ${name}`);
  });
  afterAll(async () => {
    await Promise.all(running.map(ended));
    await store.stop();
    await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });

  /** The environment of a service, with the hosts of this machine in the place of those between containers. */
  function environmentOf(named: string): NodeJS.ProcessEnv {
    const filledIn: Record<string, string> = { BASE_URL: `http://localhost:${port}`, ILTIZAM_SECRET: "s".repeat(64) };
    const values = Object.entries(service(named).environment ?? {}).map(([key, value]) => [
      key,
      value.replace(/\$\{(\w+)[^}]*\}/g, (_, variable: string) => filledIn[variable] ?? ""),
    ]);
    const here = {
      ...store.settings,
      DATABASE_URL: databaseCalled(inject("databaseServer"), name),
      PORT: String(port),
    };
    return { PATH: process.env.PATH, HOME: process.env.HOME, ...Object.fromEntries(values), ...here };
  }

  async function runService(named: string, command: string[], ready: string): Promise<void> {
    const [, ...words] = command;
    const child = spawn(process.execPath, words, { env: environmentOf(named), stdio: ["ignore", "pipe", "pipe"] });
    running.push(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
    while (!said.includes(ready)) {
      if (child.exitCode !== null) throw new Error(`${named} did not start: ${said}`);
      await pause(50);
    }
  }

  test("starts on an empty PostgreSQL: first the app, which makes the tables, then the worker", async () => {
    await runService("app", imageCommand, "is ready");
    await runService("worker", service("worker").command ?? [], "is ready");
    expect((await fetch(`http://localhost:${port}/ar/sign-in`)).status).toBe(200);
  });
});

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await end;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("databaseServer") });
  await client.connect();
  await client.query(sql);
  await client.end();
}
