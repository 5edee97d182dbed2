// Runs every check there is, in the order in which they fail fastest, and counts what the tests said.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { childEnv } from "@/env";
import { buildIfStale } from "./build";
import { ensureChromium } from "./chromium";
import { runAsMain } from "./command-line";
import { generateIfStale } from "./generate";
import { ensurePdfPrograms } from "./system-packages";

type Counts = { passed: number; failed: number; skipped: number };
const require = createRequire(import.meta.url);
const folders = ["app", "actions", "components", "domain", "i18n", "jobs", "server", "scripts", "prisma", "tests"];
const files = ["env.ts", "proxy.ts", "instrumentation.ts"];

/** The parts of a whole run by name; `npm test -- lint types` runs only those. */
const parts: Record<string, () => Counts | Promise<Counts>> = {
  lint: () =>
    all([
      run("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "."]),
      run("dependency-cruiser/bin/dependency-cruise.mjs", [
        "--config",
        ".dependency-cruiser.mjs",
        ...folders,
        ...files,
      ]),
      run("knip/bin/knip.js", []),
    ]),
  types: () => all([run("next/dist/bin/next", ["typegen"]), run("typescript/bin/tsc", ["--noEmit"])]),
  unit: () => {
    const report = "test-results/unit.json";
    rmSync(report, { force: true });
    ensurePdfPrograms();
    const ended = run("vitest/vitest.mjs", [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    return orBroken(ended, () => {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readReport(report);
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
    });
  },
  browser: async () => {
    const report = "test-results/browser.json";
    rmSync(report, { force: true });
    ensureChromium();
    await buildIfStale();
    const ended = run("@playwright/test/cli.js", ["test"]);
    return orBroken(ended, () => {
      const { expected, unexpected, flaky, skipped } = readReport(report).stats;
      return { passed: expected, failed: unexpected + flaky, skipped };
    });
  },
};

runAsMain(async () => {
  const wanted = process.argv.slice(2);
  await generateIfStale();
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n— ${name}`);
    const counts = await part();
    for (const key of ["passed", "failed", "skipped"] as const) total[key] += counts[key];
    // What does not hold together is not worth a browser.
    if (counts.failed > 0 && name !== "unit") break;
  }
  if (total.failed > 0) process.exitCode = 1;
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
});

function run(bin: string, words: string[]): boolean {
  const command = binOf(bin);
  const env = childEnv({ NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: childEnv().CI ? "0" : undefined });
  return (
    spawnSync(process.execPath, [command, ...words], { env, stdio: ["ignore", "inherit", "inherit"] }).status === 0
  );
}

/** The file of a package's command; not every package lets it be resolved by name. */
function binOf(bin: string): string {
  return require.resolve("../package.json").replace("package.json", `node_modules/${bin}`);
}

/** Checks that are not test cases count as failed when they fail and are not counted when they pass. */
function all(outcomes: boolean[]): Counts {
  return { passed: 0, failed: outcomes.filter((passed) => !passed).length, skipped: 0 };
}

/** A runner that ended badly has failed even where its report counts no failed test. */
function orBroken(endedWell: boolean, read: () => Counts): Counts {
  try {
    const counts = read();
    return endedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function readReport(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}
