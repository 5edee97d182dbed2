// Writes everything into one file while Iltizam runs.

import { existsSync } from "node:fs";
import { Explained } from "@/scripts/command-line";
import { type Command, pathGiven, print, WrongUsage } from "./command";
import { withDatabase } from "./with-database";

export const backupCommand: Command = {
  summary: "writes everything into one file while Iltizam runs",
  help: (call) => `Writes everything into one file, as it stands at one moment, while Iltizam runs: the whole database,
the jobs that wait, and the kept copies of evidence, each held against its hash. "restore" takes the file in.

The file holds secrets: people's addresses, the hashes of their passwords, open sessions, and the secret that signs
sessions (from ILTIZAM_SECRET where that is set here, else the database's own). It is made for this user's eyes alone;
keep it so, and encrypt it where it is stored elsewhere. Other settings are not in it.

Usage: ${call} --output <file> [--force]

  --output <file>   the file to write, such as iltizam-2026-11-28.tar.gz; it is there when it is whole
  --force           write over a file that is there

Copies of evidence that are already lost are named, the backup is written without them, and the exit status is 1.
`,
  options: { output: { type: "string", short: "o" }, force: { type: "boolean" } },
  async run({ output, force }) {
    if (typeof output !== "string" || output === "" || output === "-") {
      throw new WrongUsage("The option --output is needed, with the name of a file.");
    }
    const path = pathGiven(output);
    if (existsSync(path) && !force) throw new Explained(`${path} is there already; --force writes over it.`);
    await withDatabase(async () => {
      const { writeBackup } = await import("@/server/backup/write-backup");
      const { summarise } = await import("./backup-summary");
      const { contents, head } = await writeBackup(path, { signal: untilSignal() }).catch(explainFault(path));
      await print(`${path}: ${summarise({ head, contents })}\n`);
      for (const { sha256, reason } of contents.lost) console.error(`${sha256}\t${reason}`);
      if (contents.lost.length === 0) return;
      throw new Explained(`The backup is written, but files of evidence were lost before: ${contents.lost.length}.`);
    });
  },
};

/** Ctrl-C leaves no half file behind. */
function untilSignal(): AbortSignal {
  const giving = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(name, () => giving.abort(new Explained("The backup was given up.")));
  }
  return giving.signal;
}

function explainFault(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    const reasons: Record<string, string> = {
      ENOENT: "its folder does not exist",
      ENOTDIR: "its folder is no folder",
      EISDIR: "it is a folder",
      EACCES: "this user may not write there",
      EROFS: "this user may not write there",
      ENOSPC: "the disk is full",
    };
    const reason = error.syscall ? reasons[error.code ?? ""] : undefined;
    throw reason ? new Explained(`${path} cannot be written: ${reason}.`) : error;
  };
}
