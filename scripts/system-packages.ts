// Programs of the system that the tests need, installed where that can be done without asking.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { childEnv } from "@/env";

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian's packages, as root on a Debian; false where that could not be done. */
export function installWithApt(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !isExecutable("/usr/bin/apt-get")) return false;
  return (
    run("apt-get", ["update", "-qq"]) &&
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages])
  );
}

/** Runs a program and says whether it ended well; only its complaints are shown. */
export function run(command: string, words: string[]): boolean {
  const env = childEnv({ DEBIAN_FRONTEND: "noninteractive" });
  return spawnSync(command, words, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

/** Installs the programs that open PDFs where they are missing; where that cannot be done the tests that need them say so. */
export function ensurePdfPrograms(): void {
  const missing = ["qpdf", "pdfinfo"].some((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).error);
  if (missing) installWithApt("qpdf", "poppler-utils");
}
