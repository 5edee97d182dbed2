// Whether the database answers, asked before each page and remembered for a second.
import { Pool } from "pg";
import { databaseUrl } from "@/env";

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
