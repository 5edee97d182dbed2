// Whether the database answers, asked before each page and remembered for a second; and whether all is there to work with.
import { Pool } from "pg";
import { databaseUrl } from "@/env";
import { readSchemaVersion } from "./schema-version";

const timeout = 1500;
const freshFor = 1000;

let pool: Pool | undefined;
let asked = 0;
let answer: Promise<boolean> | undefined;

/** Its own small pool: the app's may be exhausted, which is not the same as being down. */
function ownPool(): Pool {
  if (!pool) {
    pool = new Pool({
      connectionString: databaseUrl(),
      max: 1,
      connectionTimeoutMillis: timeout,
      query_timeout: timeout,
      idleTimeoutMillis: 30_000,
      allowExitOnIdle: true,
    });
    // An idle connection that breaks must not end the process.
    pool.on("error", () => undefined);
  }
  return pool;
}

async function ping(): Promise<boolean> {
  try {
    await ownPool().query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}

export function databaseAnswers(): Promise<boolean> {
  const now = Date.now();
  if (!answer || now - asked > freshFor) {
    asked = now;
    answer = ping();
  }
  return answer;
}

export type Readiness = { database: boolean; migrations: boolean };

/** Whether this process can serve people: its database answers, and is not older than the code. Never throws. */
export async function readiness(): Promise<Readiness> {
  if (!(await databaseAnswers())) return { database: false, migrations: false };
  try {
    return { database: true, migrations: (await readSchemaVersion()).missing.length === 0 };
  } catch {
    return { database: false, migrations: false };
  }
}
