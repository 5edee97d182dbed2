// Writes the typed database client into generated/prisma, without downloading anything.

import { spawn } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { childEnv } from "@/env";
import { endWithUs, isMain, runAsMain } from "./command-line";
import { fingerprint, readSchema } from "./prisma-schema";

const root = fileURLToPath(new URL("..", import.meta.url));
const stampFile = join(root, "generated", "schema.sha256");
const require = createRequire(import.meta.url);

/** Generates the client when the schema or Prisma's version changed; says whether it did. */
export async function generateIfStale(): Promise<boolean> {
  const { version } = require("prisma/package.json") as { version: string };
  const wanted = fingerprint(version, await readSchema());
  if ((await readFile(stampFile, "utf8").catch(() => "")) === wanted) return false;

  await rm(stampFile, { force: true });
  await prismaGenerate();
  await mkdir(join(root, "generated"), { recursive: true });
  await writeFile(stampFile, wanted);
  return true;
}

async function prismaGenerate(): Promise<void> {
  const command = require.resolve("prisma/build/index.js");
  const child = endWithUs(
    spawn(process.execPath, [command, "generate", "--no-hints"], {
      cwd: root,
      // Generating needs no schema engine, yet Prisma downloads one unless this names a file that exists.
      env: childEnv({ PRISMA_SCHEMA_ENGINE_BINARY: command, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" }),
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (output += text));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (code !== 0) throw new Error(`Prisma could not generate the database client:\n${output.trim()}`);
}

if (isMain(import.meta.url)) {
  runAsMain(async () => {
    console.log((await generateIfStale()) ? "Generated the database client." : "The database client is current.");
  });
}
