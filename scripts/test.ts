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

type Counts = { passed: number; failed: number; skipped: number; failures: string[] };
const require = createRequire(import.meta.url);
const folders = ["app", "actions", "components", "domain", "i18n", "jobs", "server", "scripts", "prisma", "tests"];
const files = ["env.ts", "proxy.ts", "instrumentation.ts"];

/** The parts of a whole run by name; `npm test -- lint types` runs only those. */
const parts: Record<string, () => Counts | Promise<Counts>> = {
  lint: () =>
    all({
      biome: run("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "."]),
      "dependency-cruiser": run("dependency-cruiser/bin/dependency-cruise.mjs", [
        "--config",
        ".dependency-cruiser.mjs",
        ...folders,
        ...files,
      ]),
      knip: run("knip/bin/knip.js", []),
    }),
  types: () => all({ typegen: run("next/dist/bin/next", ["typegen"]), tsc: run("typescript/bin/tsc", ["--noEmit"]) }),
  unit: async () => {
    const report = "test-results/unit.json";
    rmSync(report, { force: true });
    ensurePdfPrograms();
    // Some of them start the built app.
    await buildIfStale();
    const ended = run("vitest/vitest.mjs", ["run", "--reporter=default", "--reporter=./scripts/unit-reporter.ts"]);
    return orBroken("unit", ended, () => readReport(report));
  },
  browser: async () => {
    const report = "test-results/browser.json";
    rmSync(report, { force: true });
    ensureChromium();
    await buildIfStale();
    const ended = run("@playwright/test/cli.js", ["test"]);
    return orBroken("browser", ended, () => {
      const { stats, suites, errors } = readReport(report);
      const failures = [...suites.flatMap(failedSpecs), ...errors.map((error: { message: string }) => error.message)];
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped, failures };
    });
  },
};

runAsMain(async () => {
  const wanted = process.argv.slice(2);
  await generateIfStale();
  const total: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n— ${name}`);
    const counts = await part();
    for (const key of ["passed", "failed", "skipped"] as const) total[key] += counts[key];
    total.failures.push(...counts.failures);
    // What does not hold together is not worth a browser.
    if (counts.failed > 0 && name !== "unit") break;
  }
  if (total.failed > 0) process.exitCode = 1;
  // Said again at the end, where a long log is read first.
  for (const failure of total.failures) console.log(`\n✗ ${failure}`);
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
function all(outcomes: Record<string, boolean>): Counts {
  const failures = Object.keys(outcomes).filter((check) => !outcomes[check]);
  return { passed: 0, failed: failures.length, skipped: 0, failures };
}

/** A runner that ended badly has failed even where its report counts no failed test. */
function orBroken(part: string, endedWell: boolean, read: () => Counts): Counts {
  let counts: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  try {
    counts = read();
  } catch (error) {
    counts.failures.push(`${part}: no report: ${error}`);
  }
  if (endedWell || counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: [...counts.failures, `${part}: the runner ended badly`] };
}

type Suite = { file: string; suites?: Suite[]; specs: { title: string; ok: boolean; line: number }[] };

function failedSpecs(suite: Suite): string[] {
  const own = suite.specs.filter((spec) => !spec.ok).map((spec) => `${suite.file}:${spec.line} ${spec.title}`);
  return [...own, ...(suite.suites ?? []).flatMap(failedSpecs)];
}

function readReport(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}
