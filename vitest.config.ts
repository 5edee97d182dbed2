// Unit and server tests: plain Node; each file that needs a database has one of its own.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL(".", import.meta.url));
const pure = "tests/{components,domain,i18n}/**/*.test.{ts,tsx}";

/** Those that start programs take minutes: begun last, they would keep one processor waiting. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(/\/tests\/scripts\/[^/]+$|\/pdf\.test/.test(moduleId));
    return (await super.sort(files)).sort((one, other) => isLong(other) - isLong(one));
  }
}

export default defineConfig({
  resolve: {
    alias: [
      { find: "server-only", replacement: `${root}tests/nothing.ts` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    // A zone far from UTC, so that a calendar date that drifts is seen.
    env: { TZ: "Pacific/Kiritimati", NODE_ENV: "test", LOG_LEVEL: "error" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // It asks for "next/server", which only a bundler finds.
    server: { deps: { inline: ["next-intl"] } },
    projects: [
      { extends: true, test: { name: "pure", include: [pure] } },
      {
        extends: true,
        test: {
          name: "with a database",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [pure],
          globalSetup: "tests/database-server.ts",
          setupFiles: "tests/own-database.ts",
        },
      },
    ],
  },
});
