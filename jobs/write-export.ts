// Writes the file of an export that somebody asked for.
import type { JobData } from "@/domain/job";
import { systemActor } from "@/server/auth/actor";
import { writeExport } from "@/server/exports";
import type { Attempt } from "@/server/queue";

export function writeExportJob({ workspaceId, exportId }: JobData<"write-export">, attempt: Attempt): Promise<void> {
  return writeExport(systemActor(workspaceId, "JOB"), exportId, attempt);
}
