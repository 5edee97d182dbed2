// Unit and server tests: plain Node, each file with a database of its own.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: "server-only", replacement: `${root}tests/nothing.ts` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: "tests/database-server.ts",
    setupFiles: "tests/own-database.ts",
    // A zone far from UTC, so that a calendar date that drifts is seen.
    env: { TZ: "Pacific/Kiritimati", NODE_ENV: "test", LOG_LEVEL: "error" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // It asks for "next/server", which only a bundler finds.
    server: { deps: { inline: ["next-intl"] } },
  },
});
