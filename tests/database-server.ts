// Starts one PostgreSQL for the whole run, with a migrated database for the others to be copied from.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startDatabase } from "@/scripts/database";
import { applyMigrations } from "@/scripts/migrations";
import { installQueue } from "@/server/queue";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
  }
}

export const templateName = "iltizam_template";

export default async function setUp(project: TestProject) {
  const directory = await mkdtemp(join(tmpdir(), "iltizam-tests-"));
  // Under root the database runs as another user, who must be able to enter.
  await chmod(directory, 0o711);
  const server = await startDatabase({ directory });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateName}`);
  await client.end();
  const template = databaseCalled(server.url, templateName);
  await applyMigrations(template);
  await installQueue(template);
  project.provide("databaseServer", server.url);
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}

/** The same server's address with another database. */
export function databaseCalled(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}
