import { beforeEach, expect, test } from "vitest";
import { workedExample } from "@/prisma/seed/example";
import { systemActor } from "@/server/auth/actor";
import { getCommitment } from "@/server/commitments";
import { getDashboard } from "@/server/dashboard";
import { database } from "@/server/database";
import { listDocuments } from "@/server/documents";
import { listEvidence } from "@/server/evidence";
import { listCoverage } from "@/server/evidence-coverage";
import { listLibrary } from "@/server/evidence-library";
import { loadExample, removeExample } from "@/server/example";
import { getReport } from "@/server/export-formats/report";
import { editWorkspace } from "@/server/workspaces";
import { attach, eventsOf, makeTeam, type Team, workspaceSettings } from "../cast";

let team: Team;
beforeEach(async () => {
  team = await makeTeam();
});

const product = () => systemActor(team.workspaceId, "JOB");
const { slug } = workedExample().document;
/** How many rows each table has, of all workspaces. */
async function rowsByTable(): Promise<Record<string, number>> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('Event')`;
  const counted = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await database().$queryRawUnsafe<{ count: bigint }[]>(`SELECT count(*) FROM "${name}"`);
      return [name, Number(row?.count)] as const;
    }),
  );
  return Object.fromEntries(counted);
}
const summary = async () => {
  const { madeAt: _, ...report } = await getReport(team.reader, { documentSlug: team.documentSlug, locale: "ar" });
  return report;
};

test("shows the eighth commitment as done, after the year that the text names, on public sources", async () => {
  expect(await loadExample(product(), workedExample())).toBe(true);
  const { document, rows } = await getDashboard(team.reader, slug);
  expect(document.isExample).toBe(true);
  expect(rows).toMatchObject([
    { number: 8, status: "COMPLETE", doneOn: "2021-06-28", timeliness: "LATE", noteCount: 2, attentions: [] },
  ]);
  const id = rows[0]?.id as string;
  const { passages } = await getCommitment(team.reader, id);
  expect(passages[0]?.text).toBe(
    "نرحب بعرض إيطاليا استضافة الاجتماع الوزاري القادم لكافة دول التحالف الدولي في عام 2020.",
  );
  for (const source of await listEvidence(team.reader, id)) {
    expect(source).toMatchObject({ address: expect.stringMatching(/^https:/), grade: expect.any(String) });
  }
});

test("comes after the team's own document, is there once, and says so in every language", async () => {
  await loadExample(product(), workedExample());
  expect(await loadExample(product(), workedExample())).toBe(false);
  const documents = await listDocuments(team.reader);
  expect(documents.map((each) => [each.slug, each.isExample])).toEqual([
    [team.documentSlug, false],
    [slug, true],
  ]);
  const titles = documents[1]?.versions.map(({ language, title }) => [language, title.split(":")[0]?.trim()]);
  expect(new Map(titles as [string, string][])).toEqual(
    new Map([
      ["ar", "مثال تطبيقي"],
      ["en", "Worked example"],
      ["fr", "Exemple"],
    ]),
  );
});

test("counts at once where assessments are reviewed, too", async () => {
  await editWorkspace(team.admin, workspaceSettings({ requiresReview: true }));
  await loadExample(product(), workedExample());
  expect((await getDashboard(team.reader, slug)).rows).toMatchObject([{ status: "COMPLETE" }]);
});

test("changes nothing that is told of the team's own document, and is removed with nothing left but history", async () => {
  const [told, before] = [await summary(), await rowsByTable()];
  await loadExample(product(), workedExample());
  expect(await summary()).toEqual(told);
  expect(await removeExample(product())).toBe(true);
  expect(await rowsByTable()).toEqual(before);
  expect(await summary()).toEqual(told);
  const types = (await eventsOf(team.workspaceId)).map(({ type }) => type);
  expect(types.slice(types.indexOf("document.example_loaded"))).toEqual([
    "document.example_loaded",
    ...Array(4).fill("evidence.attached"),
    "note.added",
    "note.added",
    "assessment.recorded",
    "commitment.done_changed",
    "document.example_removed",
  ]);
  expect(await removeExample(product())).toBe(false);
});

test("a source that the team cites as well stays when the example goes", async () => {
  const [source] = workedExample().sources;
  const own = team.commitments[7]?.id as string;
  const { citationId } = await attach(team.analyst, own, { address: source?.address, title: "What the team calls it" });
  await loadExample(product(), workedExample());
  await removeExample(product());
  expect(await listEvidence(team.reader, own)).toMatchObject([{ citationId, title: "What the team calls it" }]);
});

test("is told apart in the library, and is no part of what the team's commitments rest on", async () => {
  await attach(team.analyst, team.commitments[0]?.id as string);
  const coverage = await listCoverage(team.reader);
  await loadExample(product(), workedExample());
  expect(await listCoverage(team.reader)).toEqual(coverage);
  const { sources } = await listLibrary(team.reader, {});
  expect(sources.map(({ isExample }) => isExample).filter(Boolean)).toHaveLength(4);
  expect(sources).toHaveLength(5);
});

test("is loaded and removed by no member", async () => {
  await expect(loadExample(team.admin, workedExample())).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeExample(team.admin)).rejects.toMatchObject({ code: "forbidden" });
});
