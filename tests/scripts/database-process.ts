// Runs the database of one folder in a process of its own, for tests to kill.

import { explain } from "@/scripts/command-line";
import { startDatabase } from "@/scripts/database";
import { claimDirectory } from "@/scripts/database/claim";

const directory = process.argv[2] ?? "";

try {
  const claim = claimDirectory(directory, "http://localhost:3999");
  const database = await startDatabase({ directory, claim, say: (line) => console.error(line) });
  process.on("SIGTERM", async () => {
    await database.stop();
    claim.release();
    process.exit(0);
  });
  console.log(`ready ${database.url}`);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
