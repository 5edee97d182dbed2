// Verifies the kept copies of evidence: every file is read and held against its hash.

import { Explained } from "@/scripts/command-line";
import { type Command, print } from "./command";
import { withDatabase } from "./with-database";

const said = { damaged: "NOT WHAT ITS HASH SAYS", missing: "NOT THERE" } as const;

export const verifyFilesCommand: Command = {
  summary: "verifies that the kept copies of evidence are what their hashes say",
  help: (
    call,
  ) => `Reads every file of a kept copy of evidence, in DATA_DIR or in the S3 store, and holds it against its SHA-256.
One line for each that is damaged or missing: SHA-256, number of the copy, title of the source, what was found;
then how many there are. Exit status 1 where one is not as it should be.

Usage: ${call}
`,
  options: {},
  run: () =>
    withDatabase(async (actor) => {
      const { verifyFiles } = await import("@/server/file-verification");
      const counts = { good: 0, damaged: 0, missing: 0 };
      for await (const { sha256, verdict, source, number } of verifyFiles(actor)) {
        counts[verdict]++;
        if (verdict === "good") continue;
        await print(`${[sha256, number, source.replace(/\s+/g, " "), said[verdict]].join("\t")}\n`);
      }
      const { good, damaged, missing } = counts;
      const total = good + damaged + missing;
      await print(`files ${total}, good ${good}, damaged ${damaged}, missing ${missing}\n`);
      if (good < total) throw new Explained(`${total - good} of ${total} files are not what they should be.`);
    }),
};
