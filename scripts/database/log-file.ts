// PostgreSQL's log, kept from growing without end: one file and the one before it.

import { copyFile, stat, truncate } from "node:fs/promises";

const largest = 5_000_000;
const minutesBetweenLooks = 10;

/** Keeps the log small until the returned function is called. */
export async function boundLog(file: string): Promise<() => void> {
  await shorten(file);
  const timer = setInterval(() => void shorten(file), minutesBetweenLooks * 60_000);
  timer.unref();
  return () => clearInterval(timer);
}

/** Copied and emptied rather than renamed: the server holds the file open and only ever appends to it. */
async function shorten(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size < largest) return;
  await copyFile(file, `${file}.1`).catch(() => {});
  await truncate(file).catch(() => {});
}
