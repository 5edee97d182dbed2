// Finds a Chromium for the browser tests, and installs one where there is none.
import { createRequire } from "node:module";
import { childEnv } from "@/env";
import { Explained, isMain, runAsMain } from "./command-line";
import { installWithApt, isExecutable, run } from "./system-packages";

/** Without the window that nobody sees: half the processor time of a page. */
const shell = { package: "chromium-headless-shell", path: "/usr/bin/chromium-headless-shell" };
const usualPlaces = [
  shell.path,
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
  const named = childEnv().CHROMIUM_PATH;
  if (named) return named;
  if (!isExecutable(shell.path)) installWithApt(shell.package);
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium found; installing one.");
  if (installWithApt("chromium")) return findChromium();
  const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
  if (run(process.execPath, [playwright, "install", "--with-deps", "chromium"])) return null;
  throw new Explained(
    "The browser tests need Chromium. Install it with your system's packages, or name it in CHROMIUM_PATH.",
  );
}

function findChromium(): string | null {
  return usualPlaces.find(isExecutable) ?? null;
}

if (isMain(import.meta.url)) {
  runAsMain(async () => console.log(ensureChromium() ?? "Playwright’s own Chromium"));
}
