// Gives each test file a fresh, migrated database of its own.
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { setEnv } from "@/env";
import { closeDatabase } from "@/server/database";
import { closeLive } from "@/server/live";
import { closeQueue } from "@/server/queue";
import { databaseCalled, templateName } from "./database-server";

const name = `test_${randomBytes(6).toString("hex")}`;

beforeAll(async () => {
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${templateName}`);
  setEnv({
    DATABASE_URL: databaseCalled(inject("databaseServer"), name),
    // Vite puts its own BASE_URL into the environment.
    BASE_URL: "http://localhost:3000",
    ILTIZAM_SECRET: "a secret for tests that is long enough",
  });
});

afterAll(async () => {
  closeLive();
  await closeQueue();
  await closeDatabase();
  await drop();
});

/** Ends who is still connected; autovacuum, which may be at work there for a moment, is not ours to end. */
async function drop(tries = 40): Promise<void> {
  try {
    await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } catch (error) {
    const isVacuumed = error instanceof pg.DatabaseError && error.code === "42501";
    if (!isVacuumed || tries === 0) throw error;
    await pause(250);
    await drop(tries - 1);
  }
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("databaseServer") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
