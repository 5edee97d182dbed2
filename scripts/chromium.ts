// Finds a Chromium for the browser tests, and installs one where there is none.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { childEnv } from "@/env";
import { Explained, isMain, runAsMain } from "./command-line";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium that can run here; null where Playwright is to use its own. Throws `Explained` when none can be had. */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium found; installing one.");
  if (installWithApt()) return findChromium();
  const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
  if (run(process.execPath, [playwright, "install", "--with-deps", "chromium"])) return null;
  throw new Explained(
    "The browser tests need Chromium. Install it with your system's packages, or name it in CHROMIUM_PATH.",
  );
}

function findChromium(): string | null {
  const named = childEnv().CHROMIUM_PATH;
  return [named, ...usualPlaces].find((path) => path && isExecutable(path)) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installWithApt(): boolean {
  if (process.getuid?.() !== 0 || !isExecutable("/usr/bin/apt-get")) return false;
  return (
    run("apt-get", ["update", "-qq"]) && run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"])
  );
}

function run(command: string, words: string[]): boolean {
  const env = childEnv({ DEBIAN_FRONTEND: "noninteractive" });
  return spawnSync(command, words, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

if (isMain(import.meta.url)) {
  runAsMain(async () => console.log(ensureChromium() ?? "Playwright’s own Chromium"));
}
