import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import pg from "pg";
import { findRunningDatabase } from "@/scripts/database";
import { freePort } from "@/scripts/free-port";
import { setUp, startServer } from "./own-server";
import { required } from "./required";
import { expect, newPage, test } from "./team";
import { words } from "./words";

const say = words("ar");

/** The process and all that came of it, PostgreSQL's own included. */
function familyOf(pid: number): number[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number]);
  const family = [pid];
  for (const member of family) family.push(...pairs.filter(([, parent]) => parent === member).map(([child]) => child));
  return family;
}

function killAll(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended with another that was killed before it.
    }
  }
}

/** Adds notes through the form, one after another, until the server is gone; a note counts once the page shows it as saved. */
async function writeUntilCut(page: Page, writer: string, acknowledged: string[]): Promise<void> {
  for (let count = 1; ; count += 1) {
    const body = `${writer} ${count}.`;
    try {
      await page
        .getByRole("button", { name: say("notes.add") })
        .first()
        .click({ timeout: 5_000 });
      await page.getByRole("textbox", { name: say("notes.fields.body"), exact: true }).fill(body, { timeout: 5_000 });
      await page
        .getByRole("button", { name: say("notes.submit") })
        .last()
        .click({ timeout: 5_000 });
      await page.locator("#notes article, #notes li").getByText(body, { exact: true }).waitFor({ timeout: 5_000 });
    } catch {
      return;
    }
    acknowledged.push(body);
  }
}

test("after everything is killed in the middle of writes, the next start has every acknowledged write", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const directory = await mkdtemp(join(tmpdir(), "iltizam-crash-"));
  await chmod(directory, 0o711);
  const port = await freePort();
  const first = await startServer({ DATA_DIR: directory }, port);
  const acknowledged: string[] = [];
  const page = await newPage(browser, "ar");
  await setUp(page, first, "ar");
  await page.locator('a[href*="/ar/commitments/"]').first().click();
  await page.waitForURL("**/commitments/**");
  const other = await page.context().newPage();
  await other.goto(page.url());

  const writing = [writeUntilCut(page, "الأولى", acknowledged), writeUntilCut(other, "الثانية", acknowledged)];
  await expect(() => expect(acknowledged.length).toBeGreaterThanOrEqual(12)).toPass({ timeout: 90_000 });
  const counted = acknowledged.length;
  killAll(familyOf(required(first.process.pid, "the server’s process")));
  await Promise.all(writing);
  expect(acknowledged.length, "the kill came in the middle of writes").toBeLessThan(counted + 10);

  const second = await startServer({ DATA_DIR: directory }, port);
  try {
    const client = new pg.Client({ connectionString: required(await findRunningDatabase(directory), "the database") });
    await client.connect();
    const { rows } = await client.query('SELECT body FROM "Note"');
    const { rows: events } = await client.query(`SELECT data->>'body' AS body FROM "Event" WHERE type = 'note.added'`);
    await client.end();
    const kept = rows.map((row) => row.body);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
    expect(
      events.map((event) => event.body).sort(),
      "each note has its line of history, and no line is without its note",
    ).toEqual(kept.sort());
    await page.goto(page.url());
    for (const body of acknowledged) await expect(page.locator("#notes")).toContainText(body);
  } finally {
    await second.stop();
    await rm(directory, { recursive: true, force: true });
  }
});
