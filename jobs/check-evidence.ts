// Looks at the address of a source, because it is new, somebody asked, or its time has come.
import type { JobData } from "@/domain/job";
import { systemActor } from "@/server/auth/actor";
import { checkEvidence } from "@/server/evidence-checks";
import type { Attempt } from "@/server/queue";

export function checkEvidenceJob(
  { workspaceId, ...asked }: JobData<"check-evidence">,
  attempt: Attempt,
): Promise<void> {
  return checkEvidence(systemActor(workspaceId, "JOB"), asked, attempt);
}
