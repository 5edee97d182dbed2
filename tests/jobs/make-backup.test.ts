// The job of the night says in the log what it made, and fails where it could not make it.
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { setEnv } from "@/env";
import { makeBackupJob } from "@/jobs/make-backup";
import { findLastBackup } from "@/server/backups";
import { log } from "@/server/log";
import { makeFolder } from "../server/backup/a-place";

afterEach(() => vi.restoreAllMocks());

const attempt = { signal: new AbortController().signal, isLast: true };

test("it names what it made, and is silent when there is nothing to do", async () => {
  const told = vi.spyOn(log(), "info").mockImplementation(() => {});
  setEnv({ BACKUP_DIR: await makeFolder(), DATA_DIR: await makeFolder() });
  await makeBackupJob(attempt);
  const made = await findLastBackup();
  await makeBackupJob(attempt);
  expect(told.mock.calls).toEqual([[{ name: made?.name, size: made?.size }, "the nightly backup is made"]]);
});

test("where it cannot be made, the job has failed, and the reason is the folder", async () => {
  setEnv({ BACKUP_DIR: join(await makeFolder(), "not-mounted") });
  await expect(makeBackupJob(attempt)).rejects.toThrow("not-mounted");
});
