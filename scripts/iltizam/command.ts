// What every command of the terminal tool has, and what it says when it is asked wrongly.

import { resolve } from "node:path";
import type { ParseArgsConfig } from "node:util";
import { childEnv } from "@/env";

/** The options as they were given, by name. */
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;
export type Command = {
  /** For the list of commands. */
  summary: string;
  /** The whole explanation; `call` is how the command is called. */
  help: (call: string) => string;
  options: NonNullable<ParseArgsConfig["options"]>;
  /** The words of which one must follow the command, for one that does several things; it comes as the value `word`. */
  words?: readonly string[];
  run: (values: Values) => Promise<void>;
};

/** The words of the call make no sense; its sentence says which. */
export class WrongUsage extends Error {}

/** A file's path as the person who typed it means it: npm changes the folder before it runs a script. */
export function pathGiven(path: string): string {
  const { npm_lifecycle_event: byNpm, INIT_CWD: typedIn } = childEnv();
  return byNpm && typedIn ? resolve(typedIn, path) : resolve(path);
}

/** Writes to standard output and waits until a slow reader has taken it all. */
export function print(output: string | Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(output, (error) => (error ? fail(error) : done()));
  });
}
