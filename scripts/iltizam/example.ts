// Loads the worked example, or removes it again.

import { type Command, print } from "./command";
import { withDatabase } from "./with-database";

export const exampleCommand: Command = {
  summary: 'loads the worked example ("load"), or removes it again ("remove")',
  help: (call) => `Loads a worked example beside the team's own document, or removes it with all that was done on it.
It is called an example wherever it shows, and what is told of the team's own document knows nothing of it.

Usage: ${call} load
       ${call} remove
`,
  options: {},
  words: ["load", "remove"],
  run: ({ word }) =>
    withDatabase(async (actor) => {
      const { loadExample, removeExample } = await import("@/server/example");
      const { workedExample } = await import("@/prisma/seed/example");
      const said =
        word === "load"
          ? (await loadExample(actor, workedExample()))
            ? "The example is loaded; the foot of the overview leads to it.\n"
            : "The example is there already.\n"
          : (await removeExample(actor))
            ? "The example is removed.\n"
            : "There is no example to remove.\n";
      await print(said);
    }),
};
