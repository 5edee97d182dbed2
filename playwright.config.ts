// Browser tests: a real Chromium against a real server with a database of its own.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { ensureChromium } from "./scripts/chromium";

const port = process.env.TEST_PORT ?? "3290";
// The workers read these too, so the first process to come here decides.
process.env.TEST_PORT = port;
process.env.TEST_DATA_DIR ??= join(tmpdir(), `iltizam-browser-tests-${process.pid}`);
process.env.CHROMIUM_PATH ??= ensureChromium() ?? "";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // Only against what hangs: a busy machine may be slow.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  globalTeardown: "./tests/e2e/clean-up.ts",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "ar",
    timezoneId: "Asia/Baghdad",
    // It costs a fifth of the time: `npx playwright test --trace on` where one is wanted.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      chromiumSandbox: false,
      // Without these, Chromium calls out at every start.
      args: ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  webServer: {
    command: "node --import tsx tests/e2e/server.ts",
    url: `http://localhost:${port}/en/sign-in`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "pipe",
    env: {
      PORT: port,
      // A busy machine makes slow queries, which are not what is tested.
      LOG_LEVEL: "error",
      DATA_DIR: process.env.TEST_DATA_DIR,
      TEST_DATA_DIR: process.env.TEST_DATA_DIR,
      // The sites that captures.spec.ts stands up, one a language.
      FETCHABLE_HOSTS: `localhost:${Number(port) + 40},localhost:${Number(port) + 41}`,
    },
  },
});
