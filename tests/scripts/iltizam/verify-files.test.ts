// The command that verifies kept copies, as it is called: in a process of its own, on files that somebody damaged.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { databaseUrl, setEnv } from "@/env";
import { listCaptures, uploadCapture } from "@/server/captures";
import { database } from "@/server/database";
import { anArticle, attach, makeTeam } from "../../cast";

vi.mock("@/server/fetching/keep-page", () => ({
  keepPage: async ({ bytes }: { bytes: Buffer }) => {
    return { mediaType: "text/html", title: null, language: null, text: null, shown: Buffer.from(`shown ${bytes}`) };
  },
}));

const root = fileURLToPath(new URL("../../..", import.meta.url));
vi.setConfig({ testTimeout: 120_000 });

let directory: string;
let hashes: string[];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "iltizam-files-"));
  setEnv({ DATA_DIR: directory });
  const team = await makeTeam();
  const { citationId } = await attach(team.analyst, team.commitments[0]?.id as string);
  const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
  for (const text of ["one", "two", "two"]) {
    await uploadCapture(team.analyst, { evidenceId, fileName: "", bytes: Buffer.from(text) });
  }
  hashes = (await listCaptures(team.reader, evidenceId)).captures.map(({ sha256 }) => sha256).reverse();
});
afterAll(() => rm(directory, { recursive: true }));

function verifyFiles(): Promise<{ status: number; output: string; errors: string }> {
  const settings = { DATABASE_URL: databaseUrl(), DATA_DIR: directory };
  const env = { PATH: process.env.PATH, NODE_ENV: "production", ...settings } as unknown as NodeJS.ProcessEnv;
  const words = ["--import", "tsx", "scripts/iltizam.ts", "verify-files"];
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd: root, env }, (error, output, errors) => {
      resolve({ status: Number(error?.code ?? 0), output, errors });
    });
  });
}
const pathOf = (sha256 = "") => join(directory, "files", sha256.slice(0, 2), sha256.slice(2));

test("verify-files counts what is as it was kept, and finds a flipped byte and a missing file", async () => {
  // Two pages, each as it came and as it is shown; the third copy names the files of the second.
  const whole = await verifyFiles();
  expect(whole).toEqual({ status: 0, output: "files 4, good 4, damaged 0, missing 0\n", errors: "" });
  const [first, second] = hashes;
  const bytes = await readFile(pathOf(first));
  bytes[1] = (bytes[1] ?? 0) ^ 1;
  await writeFile(pathOf(first), bytes);
  await rm(pathOf(second));
  const broken = await verifyFiles();
  expect(broken.output.trimEnd().split("\n")).toEqual([
    `${first}\t1\t${anArticle.title}\tNOT WHAT ITS HASH SAYS`,
    `${second}\t2\t${anArticle.title}\tNOT THERE`,
    "files 4, good 2, damaged 1, missing 1",
  ]);
  expect([broken.status, broken.errors]).toEqual([1, "2 of 4 files are not what they should be.\n"]);
});
