// The short form of "npm run faults", as it is started by hand.
import { spawn } from "node:child_process";
import { expect, test } from "vitest";

/** What it says, and with which status it ends. */
function run(...words: string[]): Promise<{ said: string; status: number | null }> {
  const env = { ...process.env, NODE_ENV: "production", DATABASE_URL: "" } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/faults.ts", ...words], { env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  return new Promise((resolve) => child.once("close", (status) => resolve({ said, status })));
}

test("what was acknowledged outlives the web server, a backend of the database, and a database that is gone for a while", {
  timeout: 240_000,
}, async () => {
  const faults = ["web server killed", "a backend killed", "database gone"];
  const only = faults.flatMap((fault) => ["--only", fault]);
  const { said, status } = await run(
    "--runs",
    "3",
    "--seed",
    "8",
    "--longest-outage",
    "4",
    "--patience",
    "120",
    ...only,
  );
  expect(said).toMatch(
    /seed 8, runs: 3, acknowledged: [1-9]\d+, lost: 0, half done: 0, jobs .*: 0 .*, wrong answers: 0/,
  );
  expect(status, said).toBe(0);
});

test("a fault that it does not know is named, and nothing is started", async () => {
  const { said, status } = await run("--only", "earthquake");
  expect(said).toContain('There is no fault "earthquake"');
  expect(status).toBe(1);
});
