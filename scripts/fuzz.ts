// Knocks at every door with hostile inputs, and says whether anything broke, hung, or was kept though it was refused.

import { randomBytes, randomInt } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setEnv } from "@/env";
import { withSecondProcess } from "./bench/app";
import { Explained, runAsMain } from "./command-line";
import { startDatabase } from "./database";
import { type Asked, atEveryDoor } from "./fuzz/at-every-door";
import { summaryOf } from "./fuzz/summary";
import { generateIfStale } from "./generate";
import { applyMigrations } from "./migrations";

const help = `Knocks at every door of Iltizam, that is every route, every action and every page,
with hostile inputs, on a database of its own.

Usage: npm run fuzz [-- --seed <number>] [--inputs <number>] [--only <number>] [--door <words>]

  --seed    what the inputs are made from; a fresh one is chosen and printed when it is left out
  --inputs  how many; 100000 by default
  --only    tries the input with this number alone
  --door    tries only the doors whose name has these words in it, such as "action addNote";
            numbers then mean other inputs

Nothing may break or hang, what is refused may leave no trace, and memory may not grow without end.
Exit status: 0 all held; 1 something did not.
`;

const options = {
  seed: { type: "string" },
  inputs: { type: "string", default: "100000" },
  only: { type: "string" },
  door: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

runAsMain(async () => {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(help);
  const asked: Asked = {
    seed: values.seed === undefined ? randomInt(1, 2 ** 31) : numberIn(values.seed, "seed"),
    from: values.only === undefined ? 1 : numberIn(values.only, "only"),
    to: numberIn(values.only ?? values.inputs, values.only ? "only" : "inputs"),
    door: values.door,
  };
  console.log(`seed ${asked.seed}`);
  await generateIfStale();
  const found = await withOwnDatabase((settings) => {
    setEnv(settings);
    return withSecondProcess({ databaseUrl: settings.DATABASE_URL }, (address) =>
      atEveryDoor(asked, { settings, address }),
    );
  });
  console.log(summaryOf(found, asked));
  if (found.failures.length > 0) process.exitCode = 1;
});

function numberIn(text: string, option: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 2 ** 31)
    throw new Explained(`--${option} takes a whole number from 1.`);
  return number;
}

type Settings = Record<"DATA_DIR" | "DATABASE_URL" | "ILTIZAM_SECRET", string>;

/** Gives `work` the settings of an installation that is taken away afterwards. */
async function withOwnDatabase<Result>(work: (settings: Settings) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), "iltizam-fuzz-"));
  // Started by root, the database runs as another user, who has to get in.
  await chmod(directory, 0o711);
  const server = await startDatabase({ directory });
  const cleanUp = async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => cleanUp().finally(() => process.exit(130)));
  try {
    await applyMigrations(server.url);
    const { installQueue } = await import("@/server/queue");
    await installQueue(server.url);
    const address = new URL(server.url);
    // What is tried is not kept, so nothing waits for the disk.
    address.searchParams.set("options", "-c synchronous_commit=off");
    const secret = randomBytes(32).toString("hex");
    return await work({ DATA_DIR: directory, DATABASE_URL: address.href, ILTIZAM_SECRET: secret });
  } finally {
    await cleanUp();
  }
}
