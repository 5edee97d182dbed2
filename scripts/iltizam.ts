// Iltizam from the terminal: beside a running server or without one. Exits with 0, with 1 when it failed, with 2 when it was asked wrongly.

import { parseArgs } from "node:util";
import { explain } from "./command-line";
import { backupCommand } from "./iltizam/backup";
import { type Command, WrongUsage } from "./iltizam/command";
import { documentsCommand } from "./iltizam/documents";
import { dropTwoFactorCommand } from "./iltizam/drop-two-factor";
import { exampleCommand } from "./iltizam/example";
import { exportCommand } from "./iltizam/export";
import { proveReleasesCommand } from "./iltizam/prove-releases";
import { restoreCommand } from "./iltizam/restore";
import { verifyFilesCommand } from "./iltizam/verify-files";

const commands: Record<string, Command> = {
  backup: backupCommand,
  documents: documentsCommand,
  "drop-two-factor": dropTwoFactorCommand,
  example: exampleCommand,
  export: exportCommand,
  "prove-releases": proveReleasesCommand,
  restore: restoreCommand,
  "verify-files": verifyFilesCommand,
};

const call = "npm run -s iltizam --";
const width = Math.max(...Object.keys(commands).map((name) => name.length));
const help = `Iltizam from the terminal.

Usage: ${call} <command> [options]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  .join("\n")}

"${call} <command> --help" explains a command. The database is the one that
"npm start" would use (DATABASE_URL, else that in DATA_DIR); it is started for the
command where no server runs.
Exit status: 0 done; 1 failed; 2 asked wrongly.
`;

// A reader that has seen enough, as head does, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof WrongUsage ? `${error.message}\nTry "${call} --help".` : explain(error));
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
});

async function run([name, ...words]: string[]): Promise<void> {
  if (name === "--help" || name === "-h" || name === "help") return void process.stdout.write(help);
  if (name === undefined) throw new WrongUsage("Say what to do.");
  if (!Object.hasOwn(commands, name)) throw new WrongUsage(`There is no command "${name}".`);
  const command = commands[name] as Command;
  const { values, positionals } = read(command, words);
  if (values.help) return void process.stdout.write(command.help(`${call} ${name}`));
  if (command.words && !(positionals.length === 1 && command.words.includes(positionals[0] as string))) {
    throw new WrongUsage(`Say one of ${command.words.join(", ")} after "${name}".`);
  }
  await command.run({ ...values, word: positionals[0] });
}

function read({ options, words: expected }: Command, words: string[]) {
  try {
    const known = { ...options, help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ args: words, options: known, allowPositionals: expected !== undefined });
  } catch (error) {
    // Node's own sentences name the option that is wrong.
    throw new WrongUsage((error as Error).message.split(". ")[0] ?? "");
  }
}
