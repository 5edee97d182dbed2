// Makes the nightly backup where one is asked for, and says in the log what came of it.
import { backUpNightly } from "@/server/backups";
import { log } from "@/server/log";
import type { Attempt } from "@/server/queue";

export async function makeBackupJob({ signal }: Attempt): Promise<void> {
  const made = await backUpNightly({ signal });
  if (!made) return;
  const { name, size, lost } = made;
  if (lost > 0)
    log().warn({ name, size, lost }, "the nightly backup lacks files that were lost before; see verify-files");
  else log().info({ name, size }, "the nightly backup is made");
}
