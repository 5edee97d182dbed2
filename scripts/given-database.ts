// A PostgreSQL that somebody else runs: waited for, and checked before it is used.

import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { Explained } from "./command-line";

const oldestVersion = 15;
const secondsOfPatience = 30;

/** Waits for the database at DATABASE_URL; throws `Explained` when it does not answer or is too old. */
export async function awaitGivenDatabase(url: string): Promise<void> {
  const version = await askVersion(url);
  if (version >= oldestVersion) return;
  throw new Explained(`Iltizam needs PostgreSQL ${oldestVersion} or newer; DATABASE_URL points at version ${version}.`);
}

async function askVersion(url: string): Promise<number> {
  const end = Date.now() + secondsOfPatience * 1000;
  for (;;) {
    try {
      return await readVersion(url);
    } catch (error) {
      // A wrong name or password stays wrong; a server that is still starting does not.
      const { code = "", message } = error as Error & { code?: string };
      const refused = code.startsWith("28") || code === "3D000";
      if (refused || Date.now() > end)
        throw new Explained(`The database at DATABASE_URL cannot be used: ${message || code}`);
    }
    await pause(1000);
  }
}

async function readVersion(url: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS version");
    return rows[0].version;
  } finally {
    await client.end().catch(() => {});
  }
}
