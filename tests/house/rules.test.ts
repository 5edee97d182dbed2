import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

/** A rule that was never seen to fail is not a rule: each of these must be reported. */
const breaches: [file: string, text: string, complaint: string][] = [
  ["server/setting.ts", "export const a = process.env.SECRET;", "Only env.ts reads process.env."],
  ["components/amount.ts", 'export const a = new Intl.NumberFormat("ar");', "Only i18n/formats.ts calls Intl."],
  ["domain/words.ts", 'export const a = new Intl.Segmenter("ar");', "Only i18n/formats.ts calls Intl."],
  ["server/day.ts", "export const a = new Date().toLocaleDateString();", "Only i18n/formats.ts formats for a locale."],
  [
    "server/none.ts",
    "export const a = () => inTransaction(async () => { await 1; });",
    "A transaction that does not take its tx is none.",
  ],
  [
    "server/past.ts",
    "export const a = () => inTransaction(async (tx) => { await database().user.count(); return tx; });",
    "Inside a transaction everything goes through its tx.",
  ],
  [
    "components/side.tsx",
    'export const A = () => <p className="flex ml-2">…</p>;',
    "Say start and end, not left and right.",
  ],
  [
    "components/text.tsx",
    'export const A = ({ b }: { b: boolean }) => <p className={b ? "sm:text-left" : ""}>…</p>;',
    "Say start and end, not left and right.",
  ],
  [
    "components/taker.ts",
    'import { listNotes } from "@/server/notes";\nexport const a = listNotes;',
    "Components take only types from the server.",
  ],
];
/** What looks like a breach and is none. */
const harmless: [file: string, text: string][] = [
  ["i18n/formats.ts", 'export const a = new Intl.NumberFormat("ar");'],
  ["domain/text-position.ts", 'export const a = new Intl.Segmenter("ar", { granularity: "word" });'],
  ["env.ts", "export const a = process.env.SECRET;"],
  ["components/fine.tsx", 'export const A = () => <p className="ms-2 flex leading-4">…</p>;'],
  ["components/types.ts", 'import type { listNotes } from "@/server/notes";\nexport type A = typeof listNotes;'],
];
const forbiddenImports: [file: string, imported: string, rule: string][] = [
  ["domain/a.ts", "@/server/b", "domain-imports-only-what-it-may"],
  ["domain/f.ts", "node:fs", "domain-is-pure"],
  ["i18n/a.ts", "@/server/b", "i18n-imports-only-what-it-may"],
  ["server/a.ts", "@/actions/b", "server-imports-only-what-it-may"],
  ["server/n.ts", "next/navigation", "server-knows-no-framework"],
  ["actions/a.ts", "@/components/b", "actions-imports-only-what-it-may"],
  ["components/a.ts", "@/app/b", "components-import-only-what-they-may"],
  ["components/ui/a.ts", "@/domain/b", "kit-knows-no-noun"],
  ["app/a.ts", "@prisma/client", "prisma-only-in-server"],
  ["app/v.ts", "@/server/auth/tokens", "only-auth-vouches"],
  ["app/d.ts", "vitest", "no-dev-packages-in-the-product"],
  ["app/u.ts", "./nowhere", "no-unresolved"],
];

const root = resolve(".");
const place = mkdtempSync(join(tmpdir(), "iltizam-house-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(place, file)), { recursive: true });
  writeFileSync(join(place, file), text);
}

function run(command: string, words: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules", command), ...words], {
    cwd: place,
    encoding: "utf8",
  });
  return `${stdout}${stderr}`;
}

describe("the lint rules of the house", () => {
  const config = JSON.parse(readFileSync("biome.json", "utf8"));
  write("biome.json", JSON.stringify({ plugins: config.plugins, linter: { rules: { recommended: false } } }));
  cpSync("lint", join(place, "lint"), { recursive: true });
  for (const [file, text] of [...breaches, ...harmless]) write(file, `${text}\n`);
  const report = run("@biomejs/biome/bin/biome", ["lint", "--reporter=json", "--max-diagnostics=none", "."]);
  const { diagnostics } = JSON.parse(report.slice(report.indexOf("{"), report.lastIndexOf("}") + 1)) as {
    diagnostics: { message: string; location: { path: string } }[];
  };
  const complaints = diagnostics
    .filter(({ location }) => location.path !== "biome.json")
    .map(({ message, location }) => [location.path, message]);

  test.each(breaches)("report %s", (file, _text, complaint) => {
    expect(complaints).toContainEqual([file, complaint]);
  });

  test("report nothing else", () => {
    expect(complaints.map(([file]) => file).sort()).toEqual(breaches.map(([file]) => file).sort());
  });
});

describe("who may import whom", () => {
  for (const [file, imported] of forbiddenImports) write(file, `import "${imported}";\n`);
  for (const file of ["server/b", "actions/b", "components/b", "app/b", "domain/b", "server/auth/tokens"])
    write(`${file}.ts`, "export {};\n");
  write("server/c.ts", 'import "./d";\n');
  write("server/d.ts", 'import "./c";\n');
  for (const file of [".dependency-cruiser.mjs", "tsconfig.json", "package.json"]) cpSync(file, join(place, file));
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  const folders = ["app", "actions", "components", "domain", "i18n", "server"];
  const report = JSON.parse(
    run("dependency-cruiser/bin/dependency-cruise.mjs", [
      "--config",
      ".dependency-cruiser.mjs",
      "--output-type",
      "json",
      ...folders,
    ]),
  ) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const found = report.summary.violations.map(({ from, rule }) => [from, rule.name]);

  test.each(forbiddenImports)("%s may not import %s", (file, _imported, rule) => {
    expect(found).toContainEqual([file, rule]);
  });

  test("no two files may import each other", () => {
    expect(found).toContainEqual(["server/c.ts", "no-cycles"]);
  });
});
