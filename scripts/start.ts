// Starts Iltizam: database, migrations, seed, build, web server, in this order, and stops them in the reverse.

import { createHmac } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { childEnv, env, setEnv } from "@/env";
import { buildIfStale } from "./build";
import { explain } from "./command-line";
import { startDatabase } from "./database";
import { type Claim, claimDirectory } from "./database/claim";
import { generateIfStale } from "./generate";
import { awaitGivenDatabase } from "./given-database";
import { applyMigrations } from "./migrations";
import { prepare } from "./prepare";
import { refuseBusyPort, startWebServer, stopGroup } from "./web-server";
import { keepWorker } from "./worker";

const dev = process.argv.includes("--dev");
const closers: (() => Promise<void> | void)[] = [];
let closing: Promise<never> | undefined;

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => void shutDown(0));
if (childEnv().npm_lifecycle_event) watchParent();
start().catch((error: unknown) => {
  if (closing) return;
  console.error(explain(error));
  void shutDown(1);
});

async function start(): Promise<void> {
  const begun = performance.now();
  setEnv({ NODE_ENV: dev ? "development" : "production" });
  const { PORT, BASE_URL, DATABASE_URL } = env();
  const database = DATABASE_URL ? await takeGivenDatabase(DATABASE_URL, PORT) : await takeBuiltInDatabase(PORT);
  setEnv({ DATABASE_URL: database.address });
  await Promise.all([migrate(database.address), generateIfStale()]);
  const { secret, setUpPath } = await prepare();
  if (!dev) await buildIfStale();

  const settings = secretsFor(env().ILTIZAM_SECRET ?? secret);
  const web = await startWebServer({
    dev,
    port: PORT,
    settings,
    onSpawn: (pid) => {
      closers.push(() => stopGroup(pid));
      database.claim?.noteApp(pid);
    },
  });
  if (env().WORKER === "inside") closers.push(keepWorker(settings));
  void web.ended.then((how) => fail(`The web server stopped unexpectedly (${how}).`));

  console.log(`Iltizam is ready after ${((performance.now() - begun) / 1000).toFixed(1)} s: ${BASE_URL}`);
  if (setUpPath)
    console.log(
      `Nobody is a member yet. Make the first admin with this link, which works once:\n${BASE_URL}${setUpPath}`,
    );
}

type DatabaseInUse = { address: string; claim?: Claim };

async function takeGivenDatabase(address: string, port: number): Promise<DatabaseInUse> {
  await refuseBusyPort(port);
  await awaitGivenDatabase(address);
  return { address };
}

async function takeBuiltInDatabase(port: number): Promise<DatabaseInUse> {
  const directory = resolve(env().DATA_DIR);
  await mkdir(directory, { recursive: true });
  const claim = claimDirectory(directory, env().BASE_URL);
  closers.push(() => claim.release());
  if (claim.leftBehind) {
    console.log(`Stopping the web server that an earlier Iltizam left behind (process ${claim.leftBehind.pid}).`);
    await stopGroup(claim.leftBehind.pid);
  }
  await refuseBusyPort(port);

  const database = await startDatabase({ directory, claim });
  closers.push(() => database.stop());
  void database.lost.then((reason) => fail(reason.message));
  return { address: database.url, claim };
}

async function migrate(address: string): Promise<void> {
  const applied = await applyMigrations(address);
  if (applied.length > 0) console.log(`Applied ${applied.length} migration${applied.length === 1 ? "" : "s"}.`);
}

function secretsFor(secret: string): Record<string, string> {
  const actionsKey = createHmac("sha256", secret).update("server actions").digest("base64");
  return { ILTIZAM_SECRET: secret, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey };
}

/** A signal to npm alone ends the shell between npm and us, and never reaches us. */
function watchParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || shutDown(0), 500).unref();
}

function fail(reason: string): void {
  if (closing) return;
  console.error(reason);
  void shutDown(1);
}

/** The last started is stopped first; a fault in stopping one must not keep the others running. */
function shutDown(code: number): Promise<never> {
  closing ??= (async () => {
    for (const close of closers.reverse()) {
      try {
        await close();
      } catch (error) {
        console.error(explain(error));
      }
    }
    process.exit(code);
  })();
  return closing;
}
