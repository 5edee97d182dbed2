// Backup and restore as they are called: a team's work goes into one file while it goes on, and comes out the same elsewhere.

import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { requestExportInput } from "@/domain/export";
import { addNoteInput } from "@/domain/note";
import { publishReleaseInput } from "@/domain/release";
import { databaseUrl, env, setEnv } from "@/env";
import { backupCommand } from "@/scripts/iltizam/backup";
import { WrongUsage } from "@/scripts/iltizam/command";
import { restoreCommand } from "@/scripts/iltizam/restore";
import { systemActor } from "@/server/auth/actor";
import { writeBackup } from "@/server/backup/write-backup";
import { uploadCapture } from "@/server/captures";
import { database } from "@/server/database";
import { exportReport } from "@/server/export-formats/formats";
import { requestExport } from "@/server/exports";
import { verifyFiles } from "@/server/file-verification";
import { installationSecret } from "@/server/installation";
import { addNote } from "@/server/notes";
import { proveReleases, publishRelease } from "@/server/releases";
import { signIn } from "@/server/sign-in";
import { attach, emailOf, password, type Team } from "../../cast";
import {
  ask,
  everyRow,
  everyRule,
  inPlace,
  makeFolder,
  makePlace,
  type Place,
  printed,
} from "../../server/backup/a-place";
import { makeWorkedOnTeam } from "../../server/export-formats/a-full-report";

vi.mock("@/server/fetching/keep-page", () => ({
  keepPage: async ({ bytes }: { bytes: Buffer }) => {
    return { mediaType: "text/html", title: null, language: null, text: null, shown: Buffer.from(`shown ${bytes}`) };
  },
}));

const root = fileURLToPath(new URL("../../..", import.meta.url));
vi.setConfig({ testTimeout: 120_000 });

type Ran = { status: number; output: string; errors: string };

function iltizam(words: string[], place: Place): Promise<Ran> {
  const settings = { PATH: process.env.PATH, NODE_ENV: "production", ...place } as unknown as NodeJS.ProcessEnv;
  const options = { cwd: root, env: settings, maxBuffer: 1e8 };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "scripts/iltizam.ts", ...words],
      options,
      (error, output, errors) => {
        resolve({ status: Number(error?.code ?? 0), output, errors });
      },
    );
  });
}

let team: Team;
let here: Place;
beforeAll(async () => {
  setEnv({ DATA_DIR: await makeFolder() });
  here = { DATABASE_URL: databaseUrl(), DATA_DIR: env().DATA_DIR };
  await installationSecret();
  team = await makeWorkedOnTeam();
  const first = team.commitments[0]?.id as string;
  const { citationId } = await attach(team.analyst, first, { title: "كُتلة\tمع\\فواصل\n" });
  const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
  for (const text of ["one", "two", "two"]) {
    await uploadCapture(team.analyst, { evidenceId, fileName: "", bytes: Buffer.from(text) });
  }
  const { documentId } = await database().commitment.findUniqueOrThrow({ where: { id: first } });
  await database().annotation.create({
    data: {
      ...{ workspaceId: team.workspaceId, documentId, authorId: team.analyst.memberId },
      ...{ motivation: "COMMENTING", layer: "TEAM", body: "ملاحظة \\N", foreign: { a: ["\\", null] } },
      targets: { create: { ordinal: 1, exact: "…", prefix: "", suffix: "", orphanedAt: new Date() } },
    },
  });
  await publishRelease(team.editor, publishReleaseInput.parse({ documentSlug: team.documentSlug, notes: "with" }));
  await requestExport(
    team.analyst,
    requestExportInput.parse({ documentSlug: team.documentSlug, format: "csv", language: "ar" }),
  );
});

const noteThat = (body: string) =>
  addNote(
    team.analyst,
    addNoteInput.parse({
      commitmentId: team.commitments[1]?.id,
      datedOn: "2026-01-01",
      body: `${body} ${randomUUID()}`,
    }),
  );

/** What leaves the house: proofs of releases, verified files, and the summary byte for byte. */
async function whatIsTold() {
  const actor = systemActor(team.workspaceId, "JOB");
  const request = { documentSlug: team.documentSlug, locale: "ar", choices: { asOf: "2026-01-01" } } as const;
  const files = [];
  for await (const file of verifyFiles(actor)) files.push(file);
  // A summary says when it was made.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-12-01T12:00:00Z") });
  const made = [];
  for (const format of ["json", "csv", "markdown"] as const) {
    made.push(Buffer.from((await exportReport(actor, request, format)).bytes).toString("utf8"));
  }
  vi.useRealTimers();
  return { files, made, proofs: await proveReleases(actor) };
}

const waiting =
  "SELECT id, name, data FROM pgboss.job WHERE state = 'created' AND name <> '__pgboss__send-it' ORDER BY id";

test("restored elsewhere, everything is as it was, and people sign in", async () => {
  const file = join(await makeFolder(), "all.tar.gz");
  const made = await iltizam(["backup", "--output", file], here);
  expect(made).toMatchObject({ status: 0, errors: "" });
  expect(made.output).toMatch(/all\.tar\.gz: made 20\d\d-.* by Iltizam .*, tables \d+, rows \d+, jobs \d+, files 4 \(/);
  // It holds secrets: nobody else may read it.
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  const there = await makePlace();
  const [role] = await ask<{ rolsuper: boolean }>(
    there.DATABASE_URL,
    "SELECT rolsuper FROM pg_roles WHERE rolname = current_user",
  );
  expect(role?.rolsuper).toBe(false);
  const restored = await iltizam(["restore", "--input", file], there);
  expect(restored).toMatchObject({ status: 0, errors: "" });
  expect(restored.output).toMatch(/^Restored: made 20\d\d-/);

  const rows = await everyRow(here.DATABASE_URL);
  expect(rows.Assessment?.length).toBeGreaterThan(1);
  expect(rows.ReleaseSummary).toHaveLength(3);
  expect(await everyRow(there.DATABASE_URL)).toEqual(rows);
  expect(await everyRule(there.DATABASE_URL)).toEqual(await everyRule(here.DATABASE_URL));
  const jobs = await ask(here.DATABASE_URL, waiting);
  expect(jobs).toEqual(expect.arrayContaining([expect.objectContaining({ name: "write-export" })]));
  expect(await ask(there.DATABASE_URL, waiting)).toEqual(jobs);

  const before = await whatIsTold();
  expect(before.files.map(({ verdict }) => verdict)).toEqual(["good", "good", "good", "good"]);
  expect(before.proofs.map(({ verdict }) => verdict)).toEqual(["same", "same", "same"]);
  expect(await inPlace(there, whatIsTold)).toEqual(before);
  const email = await emailOf(team.reader);
  await inPlace(there, async () => {
    await signIn({ address: null, headers: new Headers() }, { email, password });
    expect(await database().session.count()).toBe((rows.Session?.length ?? 0) + 1);
    // Restored rows are guarded as the first were.
    await expect(database().$executeRaw`UPDATE "Event" SET number = number + 1`).rejects.toThrow();
  });
});

test("made while people write, it holds one moment: what was acknowledged before, and events that agree with the state", async () => {
  const file = join(await makeFolder(), "busy.tar.gz");
  let over = false;
  const written: { id: string; at: Date }[] = [];
  const writing = Promise.all(
    [1, 2, 3].map(async () => {
      while (!over) {
        const { id } = await noteThat("أثناء النسخ");
        written.push({ id, at: new Date() });
      }
    }),
  );
  await expect.poll(() => written.length, { timeout: 20_000 }).toBeGreaterThan(5);
  const begun = new Date();
  const soFar = written.length;
  await writeBackup(file);
  await expect.poll(() => written.length, { timeout: 20_000 }).toBeGreaterThan(soFar);
  over = true;
  await writing;
  const there = await makePlace();
  await inPlace(there, () => printed(() => restoreCommand.run({ input: file })));

  const [counts] = await ask<Record<"told" | "highest" | "events" | "notes" | "added", number>>(
    there.DATABASE_URL,
    `SELECT (SELECT "eventCount" FROM "Workspace")::int AS told, max(number)::int AS highest, count(*)::int AS events,
       (SELECT count(*)::int FROM "Note") AS notes, (count(*) FILTER (WHERE type = 'note.added'))::int AS added FROM "Event"`,
  );
  expect(counts).toEqual({
    told: counts?.events,
    highest: counts?.events,
    events: counts?.events,
    notes: counts?.added,
    added: counts?.added,
  });
  const kept = new Set((await ask<{ id: string }>(there.DATABASE_URL, 'SELECT id FROM "Note"')).map(({ id }) => id));
  const before = written.filter(({ at }) => at < begun);
  expect(before.length).toBeGreaterThan(5);
  expect(before.filter(({ id }) => !kept.has(id))).toEqual([]);
  // And they did write on.
  expect(written.some(({ id }) => !kept.has(id))).toBe(true);
});

describe("asked wrongly or where it cannot be", () => {
  test("it says so and leaves nothing", async () => {
    const folder = await makeFolder();
    const file = join(folder, "there.tar.gz");
    await writeFile(file, "mine");
    const backUp = (output?: string) => inPlace(here, () => backupCommand.run({ output }));
    await expect(backUp()).rejects.toThrow(WrongUsage);
    await expect(backUp("-")).rejects.toThrow(WrongUsage);
    await expect(backUp(file)).rejects.toThrow(`${file} is there already; --force writes over it.`);
    const nowhere = join(folder, "nowhere", "x.tar.gz");
    await expect(backUp(nowhere)).rejects.toThrow(`${nowhere} cannot be written: its folder does not exist.`);
    expect(await readdir(folder)).toEqual(["there.tar.gz"]);
  });

  test("a lost copy of evidence is named, and the rest is saved all the same", async () => {
    const [lost] = await ask<{ sha256: string }>(here.DATABASE_URL, 'SELECT sha256 FROM "Capture" WHERE number = 1');
    const hash = lost?.sha256 ?? "";
    await rm(join(here.DATA_DIR, "files", hash.slice(0, 2), hash.slice(2)));
    const file = join(await makeFolder(), "lacking.tar.gz");
    const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
    const backUp = inPlace(here, () => printed(() => backupCommand.run({ output: file, force: true })));
    await expect(backUp).rejects.toThrow("The backup is written, but files of evidence were lost before: 1.");
    const said = await printed(() => restoreCommand.run({ input: file, check: true }));
    expect(said).toMatch(/^Whole: made .*, files 3 \(/);
    expect(complaints.mock.calls).toEqual([[`${hash}\tmissing`], [`${hash}\tmissing when the backup was made`]]);
    complaints.mockRestore();
  });
});
