// Writes what the unit tests said into test-results/unit.json: the counts, and each failure with its place, also of errors outside tests.
import { mkdirSync, writeFileSync } from "node:fs";
import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";

export default class UnitReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<SerializedError>) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const failures: string[] = [];
    for (const file of modules) {
      // Those outside of tests: of the file itself, and of what runs before and after its tests.
      for (const suite of [file, ...file.children.allSuites()]) {
        for (const error of suite.errors()) failures.push(`${file.relativeModuleId}: ${error.message}`);
      }
      for (const test of file.children.allTests()) {
        const { state, errors } = test.result();
        if (state === "passed") counts.passed++;
        else if (state === "failed") counts.failed++;
        else counts.skipped++;
        for (const error of errors ?? [])
          failures.push(`${file.relativeModuleId} > ${test.fullName}\n${error.message}`);
      }
    }
    for (const error of unhandled) failures.push(`outside of a test: ${error.stack ?? error.message}`);
    mkdirSync("test-results", { recursive: true });
    writeFileSync("test-results/unit.json", JSON.stringify({ ...counts, failures }));
  }
}
