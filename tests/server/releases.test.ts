import { createHash } from "node:crypto";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { publishReleaseInput } from "@/domain/release";
import { reportFormats } from "@/domain/report";
import { locales } from "@/i18n/locales";
import { listAssessments, recordAssessment } from "@/server/assessments";
import { systemActor } from "@/server/auth/actor";
import { getCommitment } from "@/server/commitments";
import { database } from "@/server/database";
import { listOrphans, putBack } from "@/server/orphans";
import { correctPassage } from "@/server/passages";
import {
  compareTwoReleases,
  exportRelease,
  getRelease,
  getReleaseReport,
  listReleases,
  proveReleases,
  publishRelease,
} from "@/server/releases";
import { editWorkspace } from "@/server/workspaces";
import { attach, eventsOf, makeTeam, type Team, workspaceSettings } from "../cast";
import { installed } from "./an-older-installation";
import { makeWorkedOnTeam } from "./export-formats/a-full-report";

let team: Team;
let first: string;
let second: string;
const id = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;
const publish = (changes: Record<string, unknown> = {}) =>
  publishRelease(team.editor, publishReleaseInput.parse({ documentSlug: team.documentSlug, ...changes }));
const bytesOf = async (releaseId: string) =>
  Promise.all(
    locales.map(async (locale) => (await exportRelease(team.reader, { releaseId, locale }, { format: "json" })).bytes),
  );

beforeAll(async () => {
  team = await makeWorkedOnTeam();
  first = (await publish({ notes: "with" })).id;
  const frozen = await bytesOf(first);
  const { citationId } = await attach(team.analyst, id(3), { title: "New source", address: "https://example.org/new" });
  const judged = {
    commitmentId: id(3),
    completion: "SUBSTANTIAL",
    confidence: "LOW",
    rationale: "…",
    asOf: "2023-01-01",
  };
  const [basis] = await listAssessments(team.analyst, id(3));
  const input = { ...judged, citationIds: [citationId], basedOnId: basis?.id };
  await recordAssessment(team.analyst, recordAssessmentInput.parse(input));
  const { name, version } = await database().workspace.findUniqueOrThrow({ where: { id: team.workspaceId } });
  await editWorkspace(
    team.admin,
    workspaceSettings({ name: `${name} 2`, staleAfterDays: 7, silentAfterMonths: 1, version }),
  );
  const fifth = await getCommitment(team.editor, id(5));
  const {
    id: passageId,
    revision,
    text: published,
  } = fifth.passages[0] as { id: string; revision: number; text: string };
  const text = published.replace("بريقة", "طريقة أخرى مختلفة");
  const made = await correctPassage(team.editor, { passageId, revision, text, reason: "خطأ في الطباعة" });
  expect(await bytesOf(first)).toEqual(frozen);
  second = (await publish({ notes: "without", comparedWith: "2021-01-01" })).id;
  const [remark] = await listOrphans(team.editor, fifth.document.id);
  const place = { passageId: made.id, start: 0, end: 3, exact: text.slice(0, 3) };
  await putBack(team.editor, { kind: "REMARK", id: remark?.id as string, version: 1, ...place });
});

describe("publishing", () => {
  test("numbers the releases of a document and lists the latest first, each with its hashes", async () => {
    const listed = await listReleases(team.reader, team.documentSlug);
    expect(listed.map(({ number, codebookVersion }) => [number, codebookVersion])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(listed[1]).toMatchObject({ id: first, publishedBy: { memberId: team.editor.memberId } });
    for (const { id: releaseId, hashes } of listed) {
      expect(hashes.map(({ language }) => language)).toEqual(["ar", "en", "fr"]);
      const files = await bytesOf(releaseId);
      const found = files.map((bytes) => createHash("sha256").update(bytes).digest("hex"));
      expect(hashes.map(({ sha256 }) => sha256)).toEqual(found);
    }
  });

  test("enters history with its number and hashes", async () => {
    const [event] = (await eventsOf(team.workspaceId)).filter(({ type }) => type === "release.published");
    const { hashes } = await getRelease(team.reader, first);
    expect(event).toMatchObject({
      subjectId: first,
      data: {
        number: 1,
        codebookVersion: 1,
        sha256: Object.fromEntries(hashes.map((each) => [each.language, each.sha256])),
      },
    });
  });

  test("two at once get two numbers", async () => {
    const other = await makeTeam();
    const input = publishReleaseInput.parse({ documentSlug: other.documentSlug });
    const both = await Promise.all([publishRelease(other.editor, input), publishRelease(other.admin, input)]);
    expect(both.map(({ number }) => number).sort()).toEqual([1, 2]);
  });

  test("keeps the notes back unless they are asked for", async () => {
    expect((await getReleaseReport(team.reader, first, "ar")).commitments[0]?.notes.length).toBeGreaterThan(0);
    expect((await getReleaseReport(team.reader, second, "ar")).commitments.flatMap(({ notes }) => notes)).toEqual([]);
  });

  test("is refused with the reason where the choices cannot be taken", async () => {
    await expect(publish({ documentSlug: "none" })).rejects.toMatchObject({ code: "not_found" });
    await expect(publish({ asOf: "2199-01-01" })).rejects.toMatchObject({
      detail: { fields: { asOf: "summary_in_future" } },
    });
    await expect(publish({ commitments: "9" })).rejects.toMatchObject({
      detail: { fields: { commitments: "no_such_commitment" } },
    });
  });

  test("in another workspace it is not there", async () => {
    const stranger = await makeTeam();
    await expect(getRelease(stranger.admin, first)).rejects.toMatchObject({ code: "not_found" });
    await expect(getReleaseReport(stranger.admin, first, "ar")).rejects.toMatchObject({ code: "not_found" });
    expect(await listReleases(stranger.admin, team.documentSlug)).toEqual([]);
  });

  test("cannot be rewritten, not even in the database", async () => {
    await expect(
      database().releaseSummary.updateMany({ where: { releaseId: first }, data: { sha256: "0" } }),
    ).rejects.toThrow(/never rewritten/);
    await expect(database().release.update({ where: { id: first }, data: { number: 7 } })).rejects.toThrow(
      /never rewritten/,
    );
  });
});

describe("a release", () => {
  test.each(reportFormats)("is there as %s, under its number, in each language", async (format) => {
    for (const locale of locales) {
      const file = await exportRelease(team.reader, { releaseId: first, locale }, { format });
      expect(file.bytes.byteLength).toBeGreaterThan(500);
      expect(file.plainName).toMatch(/-release-1-\d{4}-\d\d-\d\d-(ar|en|fr)\.\w+$/);
    }
  });

  test("says its number in the file, in the file's language", async () => {
    const { bytes } = await exportRelease(team.reader, { releaseId: first, locale: "fr" }, { format: "markdown" });
    expect(new TextDecoder().decode(bytes)).toMatch(/Édition nº 1, publiée le .* selon la version 1 du guide/);
    const workbook = await exportRelease(team.reader, { releaseId: first, locale: "ar" }, { format: "xlsx" });
    const rows = (await readXlsx(workbook.bytes)).sheets[0]?.rows;
    expect(rows?.find(([label]) => label === "الإصدار")?.[1]).toBe(1);
  });

  test("compared with another says what moved, which way, and on what evidence", async () => {
    const { earlier, later, commitments } = await compareTwoReleases(team.reader, [second, first], "en");
    expect([earlier.number, later.number]).toEqual([1, 2]);
    expect(commitments).toHaveLength(8);
    expect(commitments.filter(({ movement }) => movement).map(({ number, movement }) => [number, movement])).toEqual([
      [3, "UP"],
    ]);
    const third = commitments.find(({ number }) => number === 3);
    expect(third?.earlier?.status.code).toBe("LIMITED");
    expect(third?.evidence.map(({ title, isNew }) => [title, isNew])).toEqual([["New source", true]]);
  });

  test("of another document is not compared", async () => {
    const other = await makeTeam();
    const { id: elsewhere } = await publishRelease(
      other.editor,
      publishReleaseInput.parse({ documentSlug: other.documentSlug }),
    );
    await expect(compareTwoReleases(team.reader, [first, elsewhere], "en")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the proof", () => {
  const prove = async () => proveReleases(systemActor(team.workspaceId, "JOB"), team.documentSlug);
  const tamper = async (change: (json: string) => string) => {
    const where = { releaseId_language: { releaseId: first, language: "fr" } };
    const kept = await database().releaseSummary.findUniqueOrThrow({ where });
    const json = new TextEncoder().encode(change(new TextDecoder().decode(kept.json)));
    const sha256 = createHash("sha256").update(json).digest("hex");
    const write = async (data: { json: Uint8Array<ArrayBuffer>; sha256: string }) => {
      await database().$executeRaw`ALTER TABLE "ReleaseSummary" DISABLE TRIGGER USER`;
      await database().releaseSummary.update({ where, data });
      await database().$executeRaw`ALTER TABLE "ReleaseSummary" ENABLE TRIGGER USER`;
    };
    const { json: before, sha256: hash } = kept;
    return {
      hash,
      forged: () => write({ json, sha256 }),
      damaged: () => write({ json, sha256: hash }),
      undo: () => write({ json: before, sha256: hash }),
    };
  };
  const verdictOnFrench = async () =>
    (await prove()).find((each) => each.number === 1 && each.language === "fr")?.verdict;

  test("tells every release again from history: byte for byte the same, whatever was written since", async () => {
    const proofs = await prove();
    expect(proofs.map(({ number, language, verdict }) => [number, language, verdict])).toEqual(
      [1, 2].flatMap((number) => locales.map((language) => [number, language, "same"])),
    );
  });

  test("finds a status that was forged together with its hash", async () => {
    const { forged, undo } = await tamper((json) => json.replace('"code": "COMPLETE"', '"code": "LIMITED"'));
    await forged();
    expect(await verdictOnFrench()).toBe("differs");
    await undo();
    expect(await verdictOnFrench()).toBe("same");
  });

  test("finds bytes that do not have their hash any more", async () => {
    const { damaged, undo } = await tamper((json) => json.replace("COMPLETE", "LIMITED"));
    await damaged();
    expect(await verdictOnFrench()).toBe("damaged");
    await undo();
  });

  test("knows a wording of the product that has changed since from a content that has", async () => {
    const { forged, undo } = await tamper((json) => json.replace(/"assessed": ".*"/, '"assessed": "Autrement dit"'));
    await forged();
    expect(await verdictOnFrench()).toBe("reworded");
    await undo();
  });
});

describe("a release of before provisions, copies and reviews", () => {
  const prove = async (workspaceId: string) => proveReleases(systemActor(workspaceId, "JOB"));
  const verdicts = async (workspaceId: string) => (await prove(workspaceId)).map(({ verdict }) => verdict);
  let workspaceId: string;
  beforeAll(async () => {
    workspaceId = await installed("tests/server/releases.before-provisions.json");
  });
  /** Changes the frozen French summary, its hash as well, and puts it back. */
  const forged = async (change: (json: string) => string) => {
    const where = { language: "fr", release: { workspaceId } };
    const { json: before, sha256: hash } = await database().releaseSummary.findFirstOrThrow({ where });
    const json = new TextEncoder().encode(change(new TextDecoder().decode(before)));
    expect(json).not.toEqual(before);
    const write = async (data: { json: Uint8Array<ArrayBuffer>; sha256: string }) => {
      await database().$executeRaw`ALTER TABLE "ReleaseSummary" DISABLE TRIGGER USER`;
      await database().releaseSummary.updateMany({ where, data });
      await database().$executeRaw`ALTER TABLE "ReleaseSummary" ENABLE TRIGGER USER`;
    };
    await write({ json, sha256: createHash("sha256").update(json).digest("hex") });
    const found = (await verdicts(workspaceId))[2];
    await write({ json: before, sha256: hash });
    return found;
  };

  test("is what history tells, as far as its version of the product knew", async () => {
    expect(await verdicts(workspaceId)).toEqual(["grown", "grown", "grown"]);
  });

  test("is still found forged: by another status, and by a property that it once had", async () => {
    expect(await forged((json) => json.replace('"code": "SUBSTANTIAL"', '"code": "COMPLETE"'))).toBe("differs");
    expect(await forged((json) => json.replace(/ +"grade": "B2",\n/, ""))).toBe("differs");
    expect(await forged((json) => json.replace(/"assessed": ".*"/, '"assessed": "Autrement dit"'))).toBe("reworded");
  });

  test.each(reportFormats)("is still there as %s", async (format) => {
    const { id: releaseId } = await database().release.findFirstOrThrow({ where: { workspaceId } });
    const actor = systemActor(workspaceId, "JOB");
    const { bytes } = await exportRelease(actor, { releaseId, locale: "ar" }, { format });
    expect(bytes.byteLength).toBeGreaterThan(500);
  });
});
