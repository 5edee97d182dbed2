// How a script behaves when it is run by hand: say what went wrong in a sentence, exit with 1.

import type { ChildProcess } from "node:child_process";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BadSetting } from "@/env";

/** A failure that its sentence explains, so that no stack trace is shown. */
export class Explained extends Error {}

/** Whether the module with this address is the one Node was asked to run. */
export function isMain(moduleUrl: string): boolean {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === fileURLToPath(moduleUrl);
}

/** Runs a script's work; a failure is printed and becomes exit code 1. */
export function runAsMain(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
}

/** The sentence to print for a failure; the stack only where nobody foresaw it. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof Explained || error instanceof BadSetting ? error.message : (error.stack ?? error.message);
}

/** Makes sure that a child does not go on working when this process ends before it. */
export function endWithUs<T extends ChildProcess>(child: T): T {
  const end = () => child.kill();
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  return child;
}
