import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { requestExportInput } from "@/domain/export";
import { publishReleaseInput } from "@/domain/release";
import { startJobs } from "@/jobs/worker";
import { systemActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import {
  cancelExport,
  exportAtOnce,
  getExport,
  getExportFile,
  giveUpExport,
  isLarge,
  listExports,
  requestExport,
  sweepExports,
  writeExport,
} from "@/server/exports";
import { publishRelease } from "@/server/releases";
import { makeTeam, type Team } from "../cast";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});
beforeEach(async () => {
  await database().export.deleteMany();
});

const asked = (changes: Record<string, unknown> = {}) =>
  requestExportInput.parse({ documentSlug: team.documentSlug, format: "json", language: "ar", ...changes });
const stateOf = async (id: string) => (await getExport(team.analyst, id)).state;
const attempt = { signal: new AbortController().signal, isLast: false };
const job = () => systemActor(team.workspaceId, "JOB");

describe("a file that is written by a job", () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(async () => {
    await stop?.();
    stop = undefined;
  });

  test("is said to have failed when nobody is left who could, and only where it is still under way", async () => {
    const [lost, written] = [await requestExport(team.analyst, asked()), await requestExport(team.analyst, asked())];
    await database().export.update({ where: { id: lost.id }, data: { state: "RUNNING", progress: 50 } });
    await writeExport(job(), written.id, attempt);
    for (const { id } of [lost, written]) await giveUpExport(job(), id);
    expect(await getExport(team.analyst, lost.id)).toMatchObject({ state: "FAILED", failure: "unexpected" });
    expect(await stateOf(written.id)).toBe("DONE");
    await expect(giveUpExport(team.admin, lost.id)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("waits in the queue, is written by a worker, and is then there for whoever asked, and nobody else", async () => {
    const { id } = await requestExport(team.analyst, asked());
    expect(await getExport(team.analyst, id)).toMatchObject({ state: "QUEUED", progress: 0, isUnderWay: true });
    stop = await startJobs();
    await expect.poll(() => stateOf(id), { timeout: 15_000 }).toBe("DONE");
    const file = await getExportFile(team.analyst, id);
    expect(JSON.parse(new TextDecoder().decode(file.bytes))).toMatchObject({ language: "ar", schemaVersion: 1 });
    expect(await getExport(team.analyst, id)).toMatchObject({
      progress: 100,
      size: file.bytes.byteLength,
      failure: null,
    });
    expect((await listExports(team.analyst, team.documentSlug)).map((each) => each.id)).toEqual([id]);
    expect(await listExports(team.editor, team.documentSlug)).toEqual([]);
    await expect(getExport(team.editor, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getExportFile(team.editor, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(cancelExport(team.editor, { exportId: id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("is asked for together with its job, or not at all", async () => {
    await expect(requestExport(team.analyst, asked({ commitments: "99" }))).rejects.toMatchObject({
      detail: { fields: { commitments: "no_such_commitment" } },
    });
    await expect(requestExport(team.analyst, asked({ documentSlug: "none" }))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await database().export.count()).toBe(0);
  });

  test("cancelled while it waits, it is never written", async () => {
    const { id } = await requestExport(team.analyst, asked());
    await cancelExport(team.analyst, { exportId: id });
    expect(await stateOf(id)).toBe("CANCELLED");
    await writeExport(job(), id, attempt);
    expect(await stateOf(id)).toBe("CANCELLED");
    await expect(getExportFile(team.analyst, id)).rejects.toMatchObject({ code: "not_found" });
    await cancelExport(team.analyst, { exportId: id });
  });

  test("written twice, it is there once", async () => {
    const { id } = await requestExport(team.analyst, asked());
    await writeExport(job(), id, attempt);
    const { bytes } = await getExportFile(team.analyst, id);
    await writeExport(job(), id, attempt);
    expect((await getExportFile(team.analyst, id)).bytes).toEqual(bytes);
    expect(await stateOf(id)).toBe("DONE");
  });

  test("interrupted, it goes back into the queue and is written by the next attempt", async () => {
    const { id } = await requestExport(team.analyst, asked({ format: "pdf" }));
    const stopping = new AbortController();
    const running = writeExport(job(), id, { signal: stopping.signal, isLast: true });
    await expect.poll(() => stateOf(id)).toBe("RUNNING");
    stopping.abort();
    await expect(running).rejects.toThrow();
    expect(await stateOf(id)).toBe("QUEUED");
    await writeExport(job(), id, attempt);
    expect(await stateOf(id)).toBe("DONE");
  });

  test("that cannot be written says why, and is not tried again", async () => {
    const { id } = await requestExport(team.analyst, asked());
    await database().export.update({
      where: { id },
      data: { choices: { commitments: [99], sections: [], notes: "with" } },
    });
    await writeExport(job(), id, attempt);
    expect(await getExport(team.analyst, id)).toMatchObject({ state: "FAILED", failure: "not_there" });
  });

  test("that fails for a reason nobody foresaw is tried again, and says so after the last attempt", async () => {
    const { id } = await requestExport(team.analyst, asked());
    await database().export.update({ where: { id }, data: { format: "no such format" } });
    await expect(writeExport(job(), id, attempt)).rejects.toThrow();
    expect(await stateOf(id)).toBe("QUEUED");
    await expect(writeExport(job(), id, { ...attempt, isLast: true })).rejects.toThrow();
    expect(await getExport(team.analyst, id)).toMatchObject({ state: "FAILED", failure: "unexpected" });
  });

  test("of a release is the release's, whatever was written since", async () => {
    const { id: releaseId } = await publishRelease(
      team.editor,
      publishReleaseInput.parse({ documentSlug: team.documentSlug }),
    );
    const { id } = await requestExport(team.analyst, asked({ releaseId }));
    await writeExport(job(), id, attempt);
    const file = await getExportFile(team.analyst, id);
    expect(JSON.parse(new TextDecoder().decode(file.bytes)).release).toMatchObject({ number: 1 });
  });
});

test("nobody has more than five under way", async () => {
  for (let count = 1; count <= 5; count++) await requestExport(team.analyst, asked());
  await expect(requestExport(team.analyst, asked())).rejects.toMatchObject({ code: "rate_limited" });
  await requestExport(team.editor, asked());
});

test("a file is kept for a while and then swept away", async () => {
  const { id } = await requestExport(team.analyst, asked());
  await writeExport(job(), id, attempt);
  expect(await sweepExports()).toBe(0);
  await database().export.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
  await expect(getExportFile(team.analyst, id)).rejects.toMatchObject({ code: "not_found" });
  expect(await sweepExports()).toBe(1);
  expect(await database().exportFile.count()).toBe(0);
});

test("a small document is written at once; a large one only by a job", async () => {
  expect(await isLarge(team.reader, team.documentSlug)).toBe(false);
  const request = { documentSlug: team.documentSlug, locale: "en" as const };
  expect((await exportAtOnce(team.reader, request, "csv")).bytes.byteLength).toBeGreaterThan(100);
  await database().$executeRaw`
    INSERT INTO "Event" (id, "workspaceId", number, at, via, type, "documentId", data)
    SELECT 'many-' || n, ${team.workspaceId}, 100000 + n, now(), 'JOB', 'old.kind', (SELECT id FROM "Document" WHERE "workspaceId" = ${team.workspaceId}), '{}'
    FROM generate_series(1, 1501) n`;
  expect(await isLarge(team.reader, team.documentSlug)).toBe(true);
  await expect(exportAtOnce(team.reader, request, "csv")).rejects.toMatchObject({
    detail: { fields: { format: "too_large" } },
  });
  await database().$executeRaw`DELETE FROM "Event" WHERE id LIKE 'many-%'`;
});
