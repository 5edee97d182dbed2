// The door for the queue and the clock: which job calls which use case, and when.
import { sweepExports } from "@/server/exports";
import { startWorker } from "@/server/queue";
import { writeExportJob } from "./write-export";

/** Works on the jobs until the returned function is called. */
export function startJobs(): Promise<() => Promise<void>> {
  return startWorker(
    {
      "write-export": writeExportJob,
      "sweep-exports": async () => void (await sweepExports()),
    },
    { "sweep-exports": "17 * * * *" },
  );
}
