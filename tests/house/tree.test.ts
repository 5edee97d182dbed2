import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { pages } from "../e2e/pages";

const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
const files = listed.split("\n").filter((file) => file && existsSync(file));
const code = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const product = code.filter(
  (file) =>
    /^(app|actions|components|domain|i18n|server|jobs|scripts|prisma)\//.test(file) || /^[a-z]+\.ts$/.test(file),
);
const text = (file: string) => readFileSync(file, "utf8");

describe("the tree", () => {
  test("has no file whose name says nothing", () => {
    const nameless = code.filter(
      (file) => /^(utils?|helpers?|misc|common|lib|index)\./.test(basename(file)) && !file.startsWith("app/"),
    );
    expect(nameless).toEqual([]);
  });

  test("has no product file of more than 300 lines", () => {
    expect(product.filter((file) => text(file).trimEnd().split("\n").length > 300)).toEqual([]);
  });

  test("opens every product file with a sentence that says what it is", () => {
    const silent = product.filter(
      (file) => !/^("use (client|server)";\n|import "server-only";\n)?(\/\/|\/\*)/.test(text(file)),
    );
    expect(silent).toEqual([]);
  });

  test("speaks of the product alone: no machine's path, no leftover mark", () => {
    const marks = new RegExp(["TO" + "DO", "FIX" + "ME", "XX" + "X"].map((word) => `\\b${word}\\b`).join("|"));
    expect(code.filter((file) => marks.test(text(file)))).toEqual([]);
  });

  test("mirrors in tests/server, tests/domain and tests/actions what they test", () => {
    const tests = files.filter(
      (file) => /^tests\/(server|domain|actions)\/.*\.test\.ts$/.test(file) && !file.endsWith("rights.test.ts"),
    );
    const astray = tests.filter(
      (file) => !existsSync(file.replace(/^tests\//, "").replace(/(\.[a-z-]+)?\.test\.ts$/, ".ts")),
    );
    expect(astray).toEqual([]);
  });

  test("looks at every page in the browser tests", () => {
    const routes = files.flatMap(
      (file) => /^app\/\[locale\](.*)\/page\.tsx$/.exec(file)?.[1] ?? (file === "app/[locale]/page.tsx" ? "" : []),
    );
    const addresses = routes
      .map((route) => route.replace(/\/\([^)]*\)/g, "") || "/")
      .filter((route) => !route.includes("[..."));
    expect(pages.map((page) => page.route).sort()).toEqual(addresses.sort());
  });
});
