// A server of a test's own, started just as `npm start` does it, for tests that break what it stands on.
import { type ChildProcess, spawn } from "node:child_process";
import { expect, type Page } from "@playwright/test";
import type { Locale } from "@/i18n/locales";
import { endWithUs } from "@/scripts/command-line";
import { password } from "../cast";
import { required } from "./required";
import { words } from "./words";

export type OwnServer = {
  address: string;
  process: ChildProcess;
  /** All that it said so far. */
  printed: () => string;
  stop: () => Promise<void>;
};

/** Starts it and waits until it says that it is ready; `settings` say on which data. */
export async function startServer(settings: { DATA_DIR?: string; DATABASE_URL?: string }, port: number) {
  const address = `http://localhost:${port}`;
  const server = endWithUs(
    spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
      env: { ...process.env, DATABASE_URL: "", ...settings, PORT: String(port), BASE_URL: address },
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
  let output = "";
  server.stdout.on("data", (text) => (output += text));
  server.stderr.on("data", (text) => (output += text));
  await expect(() => expect(output).toContain("is ready")).toPass({ timeout: 60_000 });
  return { address, process: server, printed: () => output, stop: () => stop(server) } satisfies OwnServer;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

/** Makes the first admin by the link that the server printed, and stays signed in on the overview. */
export async function setUp(page: Page, server: OwnServer, locale: Locale): Promise<void> {
  const say = words(locale);
  const path = required(/https?:\/\/[^/\s]+(\/set-up\?token=\S+)/.exec(server.printed())?.[1], "the set-up link");
  await page.goto(`${server.address}/${locale}${path}`);
  await page.getByLabel(say("installation.workspaceName")).fill("فريق");
  await page.getByLabel(say("installation.name")).fill("سلمى");
  await page.locator("input[name=email]").fill("salma@example.org");
  await page.locator("input[name=password]").fill(password);
  await page.getByRole("button", { name: say("installation.submit") }).click();
  await page.waitForURL(`**/${locale}`);
}
