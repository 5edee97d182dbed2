// The worker for jobs as a process: beside the web server of `npm start`, or alone with `npm run worker` on a database that runs.

import { fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { childEnv, env, setEnv } from "@/env";
import { Explained, explain, isMain } from "./command-line";
import { findRunningDatabase } from "./database";
import { stopGroup } from "./web-server";

/** In milliseconds: longer each time while they end soon; one that ran for a minute was not one that cannot start. */
export function pauseBeforeNext({ ran, waitedBefore }: { ran: number; waitedBefore: number }): number {
  return ran > 60_000 ? 1_000 : Math.min(Math.max(waitedBefore * 2, 1_000), 60_000);
}

/** Keeps a worker running until the returned function is called: one that ends by itself is started again, ever more slowly while they end soon. */
export function keepWorker(settings: Record<string, string>): () => Promise<void> {
  let stopped = false;
  let pid = 0;
  const keep = async () => {
    for (let wait = 0; !stopped; ) {
      const begun = performance.now();
      const child = fork(fileURLToPath(import.meta.url), {
        env: childEnv({ ...settings, NODE_ENV: "production" }),
        // As the web server: Ctrl-C reaches only the start script.
        detached: true,
      });
      pid = child.pid ?? 0;
      const how = await new Promise<string>((done) => {
        child.once("error", (error) => done(error.message));
        child.once("exit", (code, signal) => done(signal ?? `exit code ${code}`));
      });
      if (stopped) return;
      wait = pauseBeforeNext({ ran: performance.now() - begun, waitedBefore: wait });
      console.error(`The worker for jobs ended (${how}); another one starts in ${wait / 1000} s.`);
      await pause(wait, undefined, { ref: false });
    }
  };
  void keep();
  return async () => {
    stopped = true;
    await stopGroup(pid);
  };
}

async function work(): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = env();
  const url = DATABASE_URL ?? (await findRunningDatabase(resolve(DATA_DIR)));
  if (!url) throw new Explained('No database runs: start Iltizam with "npm start", or set DATABASE_URL.');
  setEnv({ DATABASE_URL: url });
  // Only now: these need the address.
  const { startJobs } = await import("@/jobs/worker");
  const { closeDatabase } = await import("@/server/database");
  const { startTelemetry } = await import("@/server/telemetry");
  const stopTelemetry = await startTelemetry("worker");
  let stopJobs: (() => Promise<void>) | undefined;
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await stopJobs?.();
    await closeDatabase();
    await stopTelemetry();
    process.exit(0);
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => void end());
  // The start script is gone, even where it could say nothing, and even before we had begun.
  process.on("disconnect", () => void end());
  if (process.send && !process.connected) return end();
  // Readers come first where the machine has too little for all; what a job starts inherits it.
  setPriority(constants.priority.PRIORITY_LOW);
  stopJobs = await startJobs();
  if (!process.connected) console.log("The worker for jobs is ready.");
}

if (isMain(import.meta.url)) {
  work().catch((error: unknown) => {
    console.error(explain(error));
    process.exit(1);
  });
}
