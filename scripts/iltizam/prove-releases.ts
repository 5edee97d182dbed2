// Proves that published summaries are what history tells: each is told again and held against what was frozen.

import { Explained } from "@/scripts/command-line";
import type { Proof } from "@/server/releases";
import { type Command, print } from "./command";
import { withDatabase } from "./with-database";

const said: Record<Proof["verdict"], string> = {
  same: "the same, byte for byte",
  grown: "the same in all that the version of Iltizam knew that published it; told again there is more",
  reworded: "the same content; this version of Iltizam words it otherwise",
  differs: "NOT WHAT HISTORY TELLS",
  damaged: "NOT WHAT ITS HASH SAYS",
};

export const proveReleasesCommand: Command = {
  summary: "proves that published summaries are what history tells",
  help: (call) => `Tells every published summary again from history and holds it against what was frozen.
One line each: document, release, language, SHA-256, what was found. Exit status 1 where one differs.

Usage: ${call} [--document <slug>]
`,
  options: { document: { type: "string" } },
  run: ({ document }) =>
    withDatabase(async (actor) => {
      const { proveReleases } = await import("@/server/releases");
      const proofs = await proveReleases(actor, typeof document === "string" ? document : undefined);
      await print(proofs.map(lineOf).join(""));
      const wrong = proofs.filter(({ verdict }) => verdict === "differs" || verdict === "damaged").length;
      if (wrong > 0) throw new Explained(`${wrong} of ${proofs.length} summaries are not what they should be.`);
    }),
};

function lineOf({ documentSlug, number, language, sha256, verdict }: Proof): string {
  return `${[documentSlug, number, language, sha256, said[verdict]].join("\t")}\n`;
}
