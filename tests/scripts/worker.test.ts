// The worker as it is started: a process of its own on a database that runs, killed in the middle of its work.

import { type ChildProcess, fork, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { requestExportInput } from "@/domain/export";
import { databaseUrl } from "@/env";
import { pauseBeforeNext } from "@/scripts/worker";
import { getExport, getExportFile, requestExport } from "@/server/exports";
import { makeTeam, type Team } from "../cast";

const root = fileURLToPath(new URL("../..", import.meta.url));

// A worker that died is missed only after half a minute.
vi.setConfig({ testTimeout: 120_000 });

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function startWorker(settings: Record<string, string> = { DATABASE_URL: databaseUrl() }) {
  const env = { PATH: process.env.PATH, NODE_ENV: "production", ...settings } as unknown as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { cwd: root, env });
  started.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, ended, said: () => said };
}

/** Nothing can be read of the commitments until the returned function is called. */
async function holdCommitments(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  await client.query('BEGIN; LOCK TABLE "Commitment" IN ACCESS EXCLUSIVE MODE');
  return async () => {
    await client.query("ROLLBACK");
    await client.end();
  };
}

const asked = () => requestExportInput.parse({ documentSlug: team.documentSlug, format: "csv", language: "ar" });

test("an export whose worker was killed is written by the next one", async () => {
  const { id } = await requestExport(team.analyst, asked());
  const state = async () => (await getExport(team.analyst, id)).state;
  const letGo = await holdCommitments();
  const first = startWorker();
  await expect.poll(state, { timeout: 30_000 }).toBe("RUNNING");
  first.child.kill("SIGKILL");
  await first.ended;
  await letGo();
  startWorker();
  await expect.poll(state, { timeout: 90_000, interval: 500 }).toBe("DONE");
  expect((await getExportFile(team.analyst, id)).bytes.byteLength).toBeGreaterThan(100);
});

test("asked to stop, it gives its work back and ends in good order", async () => {
  const { id } = await requestExport(team.analyst, asked());
  const worker = startWorker();
  await expect.poll(async () => (await getExport(team.analyst, id)).state, { timeout: 30_000 }).toBe("DONE");
  expect(worker.said()).toContain("ready");
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
});

test("it does not outlive the start script, not even one that was killed while it was starting", async () => {
  const env = { PATH: process.env.PATH, NODE_ENV: "production", DATABASE_URL: databaseUrl() } as NodeJS.ProcessEnv;
  const child = fork("scripts/worker.ts", { cwd: root, env, execArgv: ["--import", "tsx"] });
  started.push(child);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.disconnect();
  expect(await ended).toBe(0);
});

test("without a database it says what to do", async () => {
  const worker = startWorker({ DATA_DIR: "/nowhere/at/all" });
  expect(await worker.ended).toBe(1);
  expect(worker.said()).toContain('start Iltizam with "npm start"');
});

test("workers that end soon are started ever more slowly; one that had worked well is missed no longer than the first", () => {
  const pauses = [0];
  for (let count = 0; count < 8; count++)
    pauses.push(pauseBeforeNext({ ran: 10, waitedBefore: pauses.at(-1) as number }));
  expect(pauses.slice(1)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(pauseBeforeNext({ ran: 3_600_000, waitedBefore: 60_000 })).toBe(1_000);
});
