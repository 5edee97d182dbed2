// Makes the nightly backup where one is asked for, and says in the log what went wrong.
import { backUpNightly } from "@/server/backups";
import type { Attempt } from "@/server/queue";

export async function makeBackupJob({ signal }: Attempt): Promise<void> {
  try {
    const made = await backUpNightly({ signal });
    if (made) console.log(`The nightly backup is made: ${made.name}, ${made.size} bytes.`);
    if (made?.lost) console.error(`It lacks files of evidence that were lost before: ${made.lost}; see verify-files.`);
  } catch (error) {
    console.error(`The nightly backup failed, and is tried again within the hour: ${(error as Error).message}`);
    throw error;
  }
}
