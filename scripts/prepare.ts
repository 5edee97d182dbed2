// What a start does with the app's own code, in a process of its own so that the long-lived one stays small.

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { childEnv, databaseUrl } from "@/env";
import { Explained, endWithUs, explain, isMain } from "./command-line";

/** The secret of this installation, and the path of the set-up page while nobody is a member yet. */
export type Preparation = { secret: string; setUpPath: string | null };

/** Seeds the database and fetches what the web server needs from it. */
export function prepare(): Promise<Preparation> {
  // The secret comes back by a channel between the two processes, not by the output that a log may keep.
  const child = endWithUs(
    fork(fileURLToPath(import.meta.url), { env: childEnv(), stdio: ["ignore", "inherit", "inherit", "ipc"] }),
  );
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as Preparation));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Explained(`The database could not be prepared (exit code ${code}).`)));
  });
}

async function prepareHere(): Promise<Preparation> {
  const { seed } = await import("@/prisma/seed/seed");
  const { installQueue } = await import("@/server/queue");
  const { indexUnindexed } = await import("@/server/capture-rows");
  const { installationSecret, issueSetUpLink } = await import("@/server/installation");
  await Promise.all([seed(), installQueue(databaseUrl()), indexUnindexed()]);
  return { secret: await installationSecret(), setUpPath: await issueSetUpLink() };
}

if (isMain(import.meta.url)) {
  prepareHere().then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error: unknown) => {
      console.error(explain(error));
      process.exit(1);
    },
  );
}
