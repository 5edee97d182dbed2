// The jobs there are, and what each carries: only names of things, which it reads again when it runs.
import { z } from "zod";

export const jobData = {
  "give-up-export": z.object({ workspaceId: z.string(), exportId: z.string() }),
  "write-export": z.object({ workspaceId: z.string(), exportId: z.string() }),
  "sweep-exports": z.object({}),
  "sweep-sign-ins": z.object({}),
  "mail-notifications": z.object({ workspaceId: z.string() }),
  "mail-digests": z.object({}),
  "mail-account-event": z.object({ workspaceId: z.string(), eventNumber: z.number() }),
  "tell-due-days": z.object({}),
  "tell-silences": z.object({}),
  "check-evidence": z.object({ workspaceId: z.string(), evidenceId: z.string(), askedById: z.string().nullable() }),
  "check-due-evidence": z.object({}),
  "make-backup": z.object({}),
} as const;

export type JobName = keyof typeof jobData;
export type JobData<Name extends JobName> = z.output<(typeof jobData)[Name]>;
export const jobNames = Object.keys(jobData) as JobName[];
