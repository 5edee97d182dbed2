// The door for the queue and the clock: which job calls which use case, and when.
import { mailAccountEvent } from "@/server/account-mail";
import { systemActor } from "@/server/auth/actor";
import { tellDueDays } from "@/server/due-days";
import { checkDueEvidence } from "@/server/evidence-health";
import { giveUpExport, sweepExports } from "@/server/exports";
import { mailDigests, mailNotifications } from "@/server/notification-mail";
import { startWorker } from "@/server/queue";
import { sweepSignIns } from "@/server/sign-ins";
import { tellSilences } from "@/server/silences";
import { checkEvidenceJob } from "./check-evidence";
import { makeBackupJob } from "./make-backup";
import { writeExportJob } from "./write-export";

/** Works on the jobs until the returned function is called. */
export function startJobs(): Promise<() => Promise<void>> {
  return startWorker(
    {
      "give-up-export": ({ workspaceId, exportId }) => giveUpExport(systemActor(workspaceId, "JOB"), exportId),
      "write-export": writeExportJob,
      "sweep-exports": async () => void (await sweepExports()),
      "sweep-sign-ins": async () => void (await sweepSignIns()),
      "mail-notifications": ({ workspaceId }) => mailNotifications(workspaceId),
      "mail-digests": () => mailDigests(),
      "mail-account-event": mailAccountEvent,
      "tell-due-days": () => tellDueDays(),
      "tell-silences": () => tellSilences(),
      "check-evidence": checkEvidenceJob,
      "check-due-evidence": async () => void (await checkDueEvidence()),
      "make-backup": (_, attempt) => makeBackupJob(attempt),
    },
    // By the hour, so that a day on which the worker was away at its hour is not left out.
    {
      "sweep-exports": "17 * * * *",
      "sweep-sign-ins": "23 * * * *",
      "tell-due-days": "2 * * * *",
      "tell-silences": "4 * * * *",
      "mail-digests": "7 * * * *",
      "check-due-evidence": "*/5 * * * *",
      "make-backup": "11 * * * *",
    },
  );
}
