// Builds the web app when its sources have changed since the last complete build.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { childEnv, env } from "@/env";
import { Explained, endWithUs, isMain, runAsMain } from "./command-line";
import { generateIfStale } from "./generate";

const root = fileURLToPath(new URL("..", import.meta.url));
const buildFolder = join(root, ".next");
const stampFile = join(buildFolder, "built-from.sha256");

/** What never ends up in a build. Everything else counts: an unneeded build is slow, a missing one is wrong. */
const besideTheApp = new Set([
  ...[
    "node_modules",
    "data",
    "generated",
    "docs",
    "jobs",
    "lint",
    "scripts",
    "tests",
    "test-results",
    "playwright-report",
  ],
  ...[
    "Dockerfile",
    "compose.yaml",
    "compose.env.example",
    "biome.json",
    "knip.json",
    "playwright.config.ts",
    "vitest.config.ts",
  ],
]);
const written = /^next-env\.d\.ts$|\.tsbuildinfo$|\.d\.json\.ts$|\.md$/;

/** The path of Next.js's command. */
export const nextCommand = createRequire(import.meta.url).resolve("next/dist/bin/next");

/** Builds unless the last build was made, to its end, from what is here now; says whether it did. */
export async function buildIfStale(say: (line: string) => void = console.log): Promise<boolean> {
  const wanted = await sourcesFingerprint();
  if (await isCurrent(wanted)) return false;
  say("Building the web app; this takes a minute, and only after a change.");
  // The stamp goes first and comes back last: a build that was cut off never counts as current.
  await rm(stampFile, { force: true });
  await nextBuild();
  await writeFile(stampFile, wanted);
  return true;
}

async function isCurrent(wanted: string): Promise<boolean> {
  const stamp = await readFile(stampFile, "utf8").catch(() => "");
  return stamp === wanted && existsSync(join(buildFolder, "BUILD_ID"));
}

async function nextBuild(): Promise<void> {
  const child = endWithUs(
    spawn(process.execPath, [nextCommand, "build"], {
      cwd: root,
      env: childEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (output += text));
  const code = await new Promise((done, fail) => child.once("error", fail).once("close", done));
  if (code !== 0) throw new Explained(`The web app could not be built:\n${output.trim()}`);
}

async function sourcesFingerprint(): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const file of (await sourceFiles(root)).sort()) {
    hash.update(`\0${relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest("hex");
}

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const kept = entries.filter((entry) => !leftOut(folder, entry.name));
  const found = await Promise.all(
    kept.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sourceFiles(path) : entry.isFile() ? [path] : [];
    }),
  );
  return found.flat();
}

function leftOut(folder: string, name: string): boolean {
  if (name.startsWith(".") || written.test(name)) return true;
  if (folder === root || `${folder}/` === root)
    return besideTheApp.has(name) || resolve(folder, name) === resolve(env().DATA_DIR);
  return false;
}

if (isMain(import.meta.url)) {
  runAsMain(async () => {
    await generateIfStale();
    console.log((await buildIfStale()) ? "Built the web app." : "The build is current.");
  });
}
