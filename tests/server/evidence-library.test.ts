// The library: what is found in it, in which order, page by page, and never anything of another team.
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { retagEvidenceInput } from "@/domain/evidence";
import { evidenceFilters, evidenceQuery, sourcesAPage } from "@/domain/evidence-list";
import { addTagInput } from "@/domain/tag";
import { database } from "@/server/database";
import { removeEvidence } from "@/server/evidence";
import { listLibrary, listLibraryChoices, listWholeLibrary } from "@/server/evidence-library";
import { retagEvidence } from "@/server/evidence-tags";
import { addTag } from "@/server/tags";
import { attach, makeTeam, type Team } from "../cast";

let team: Team;
const commitment = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;

/** Attaches a source called by its title. */
async function source(title: string, changes: Record<string, unknown> = {}, number = 1) {
  const address = `https://example.org/${encodeURIComponent(title)}`;
  const { citationId } = await attach(team.analyst, commitment(number), { address, title, ...changes });
  const { evidenceId } = await database().citation.findUniqueOrThrow({ where: { id: citationId } });
  return { citationId, evidenceId, address };
}
const list = (query: Record<string, unknown> = {}) => listLibrary(team.reader, evidenceFilters.parse(query));
const titles = async (query: Record<string, unknown>) => (await list(query)).sources.map(({ title }) => title);

beforeAll(async () => {
  team = await makeTeam();
  const shared = await source("الْتِزَامُ الدُّوَل", {
    publisher: "وكالة الأنباء",
    language: "ar",
    kind: "NEWS",
    publishedOn: "2020-03-01",
    reliability: "B",
    credibility: "3",
  });
  await attach(team.analyst, commitment(2), { address: shared.address, stance: "CONTRADICTS" });
  await source("100% of pledges", { language: "en", kind: "REPORT", publishedOn: "2021-01-01", reliability: "A" }, 2);
  await source("Étude annuelle", { language: "fr", kind: "ACADEMIC", reliability: "A", credibility: "1" }, 3);
  const unused = await source("zeitung", { language: "de", publishedOn: "2019-12-01", stance: "CONTEXT" });
  await removeEvidence(team.analyst, { citationId: unused.citationId, version: 1 });
  await database().evidence.update({ where: { id: unused.evidenceId }, data: { health: "GONE" } });
  await database().citation.updateMany({
    where: { evidenceId: shared.evidenceId, commitmentId: commitment(2) },
    data: { quoteState: "LOST" },
  });
  const tag = await addTag(team.editor, addTagInput.parse({ name_ar: "مهم", color: "RED" }));
  await retagEvidence(team.analyst, retagEvidenceInput.parse({ evidenceIds: shared.evidenceId, added: tag.id }));
});

describe("searching", () => {
  test("finds Arabic in whatever spelling it is written or asked for", async () => {
    for (const q of ["التزام", "إلتِزام", "الدول", "التـزام"]) {
      expect(await titles({ q }), q).toEqual(["الْتِزَامُ الدُّوَل"]);
    }
  });

  test("wants every word, in title, publisher or address, and takes signs as they are", async () => {
    expect(await titles({ q: "دول الانباء" })).toEqual(["الْتِزَامُ الدُّوَل"]);
    expect(await titles({ q: "دول annuelle" })).toEqual([]);
    expect(await titles({ q: "etude" })).toEqual(["Étude annuelle"]);
    expect(await titles({ q: "100%" })).toEqual(["100% of pledges"]);
    expect(await titles({ q: "1_0" })).toEqual([]);
  });
});

describe("filtering", () => {
  test("by what a source is", async () => {
    expect(await titles({ kind: "REPORT" })).toEqual(["100% of pledges"]);
    expect(await titles({ language: "fr" })).toEqual(["Étude annuelle"]);
    expect(await titles({ publisher: "وكالة الأنباء" })).toEqual(["الْتِزَامُ الدُّوَل"]);
    expect(await titles({ health: "DEAD" })).toEqual(["zeitung"]);
    const [tag] = (await listLibraryChoices(team.reader)).tags;
    expect(await titles({ tag: tag?.id })).toEqual(["الْتِزَامُ الدُّوَل"]);
  });

  test("by how it is graded on either axis, or that it is not", async () => {
    expect((await titles({ reliability: "A" })).sort()).toEqual(["100% of pledges", "Étude annuelle"]);
    expect(await titles({ reliability: "A", credibility: "NONE" })).toEqual(["100% of pledges"]);
    expect(await titles({ credibility: "3" })).toEqual(["الْتِزَامُ الدُّوَل"]);
    expect(await titles({ reliability: "NONE", credibility: "NONE" })).toEqual(["zeitung"]);
  });

  test("by what it is cited for: one citation has to be all that is asked", async () => {
    expect((await titles({ commitment: commitment(2) })).sort()).toEqual(["100% of pledges", "الْتِزَامُ الدُّوَل"]);
    expect(await titles({ commitment: commitment(2), stance: "CONTRADICTS" })).toEqual(["الْتِزَامُ الدُّوَل"]);
    expect(await titles({ commitment: commitment(1), stance: "CONTRADICTS" })).toEqual([]);
    expect(await titles({ quote: "LOST" })).toEqual(["الْتِزَامُ الدُّوَل"]);
    expect(await titles({ commitment: commitment(1), quote: "LOST" })).toEqual([]);
  });

  test("a citation that was removed counts as none, and what nothing cites is still there", async () => {
    expect(await titles({ stance: "CONTEXT" })).toEqual([]);
    expect(await titles({ cited: "no" })).toEqual(["zeitung"]);
    expect(await titles({ cited: "yes" })).not.toContain("zeitung");
  });

  test("a page’s address may say anything; a program that asks for what is not there is told", async () => {
    const odd = { q: " ", kind: "x", commitment: "a\0b", page: "-1", sort: ["title", "y"], health: "", order: "up" };
    expect((await list(odd)).found).toBe(4);
    expect(evidenceQuery.safeParse({ kind: "x" }).success).toBe(false);
    expect(evidenceQuery.safeParse({ sort: "title", unheard: "1" }).success).toBe(false);
  });
});

describe("ordering", () => {
  test("by title in the order of each alphabet, whatever marks the letters have", async () => {
    expect(await titles({ sort: "title" })).toEqual(["100% of pledges", "Étude annuelle", "zeitung", "الْتِزَامُ الدُّوَل"]);
  });

  test("puts what has no value last whichever way it runs", async () => {
    expect(await titles({ sort: "published", order: "asc" })).toEqual([
      "zeitung",
      "الْتِزَامُ الدُّوَل",
      "100% of pledges",
      "Étude annuelle",
    ]);
    expect((await titles({ sort: "published", order: "desc" })).at(-1)).toBe("Étude annuelle");
    expect(await titles({ sort: "grade" })).toEqual(["Étude annuelle", "100% of pledges", "الْتِزَامُ الدُّوَل", "zeitung"]);
    expect((await titles({ sort: "grade", order: "desc" })).at(-1)).toBe("zeitung");
    expect((await titles({ sort: "health" }))[0]).toBe("zeitung");
    expect((await titles({ sort: "health", order: "desc" }))[0]).toBe("zeitung");
  });

  test("counts citations, and the newest stand first where nothing is asked", async () => {
    expect((await titles({ sort: "citations" }))[0]).toBe("الْتِزَامُ الدُّوَل");
    expect((await titles({ sort: "citations", order: "asc" }))[0]).toBe("zeitung");
    expect((await titles({}))[0]).toBe("zeitung");
  });
});

test("a row tells which commitments cite it with which stance, whether the quotes stand, and its tags", async () => {
  const { sources, total, found } = await list({ kind: "NEWS" });
  expect([found, total]).toEqual([1, 4]);
  expect(sources[0]).toMatchObject({
    grade: "B3",
    health: "UNCHECKED",
    citations: [
      { commitment: { number: 1 }, stance: "SUPPORTS" },
      { commitment: { number: 2 }, stance: "CONTRADICTS", quoteState: "LOST" },
    ],
    tags: [{ name: { ar: "مهم" }, color: "RED" }],
  });
});

describe("in a large library", () => {
  let large: Team;
  beforeAll(async () => {
    large = await makeTeam();
    const { workspaceId } = large;
    await database().evidence.createMany({
      data: Array.from({ length: sourcesAPage * 2 + 5 }, (_, place) => ({
        workspaceId,
        address: `https://example.org/${place}`,
        canonicalAddress: `example.org/${place}`,
        title: "The same title",
        kind: "NEWS" as const,
      })),
    });
  });
  const page = (query: Record<string, unknown>) => listLibrary(large.reader, evidenceFilters.parse(query));

  test("pages hold every source once, though all are equal in what they are ordered by", async () => {
    const seen: string[] = [];
    for (const number of [1, 2, 3]) {
      const { sources, pages, found } = await page({ sort: "title", page: number });
      expect({ pages, found }).toEqual({ pages: 3, found: 105 });
      seen.push(...sources.map(({ evidenceId }) => evidenceId));
    }
    expect(new Set(seen).size).toBe(105);
    expect(await listWholeLibrary(large.reader, evidenceFilters.parse({ sort: "title" }))).toHaveLength(105);
  });

  test("a page that is no more shows the last one", async () => {
    expect(await page({ page: 99 })).toMatchObject({ page: 3, sources: { length: 5 } });
  });

  test("takes as many statements for a full page as for one row", async () => {
    const query = vi.spyOn(pg.Client.prototype, "query");
    const statements = async (run: () => Promise<unknown>) => {
      query.mockClear();
      await run();
      return query.mock.calls.length;
    };
    const one = await statements(() => listLibrary(team.reader, evidenceFilters.parse({ kind: "NEWS" })));
    const full = await statements(() => listLibrary(team.reader, {}));
    const fifty = await statements(() => page({}));
    query.mockRestore();
    expect(full).toBe(one);
    expect(fifty).toBeLessThanOrEqual(one);
    expect(one).toBeGreaterThan(2);
    expect(one).toBeLessThanOrEqual(8);
  });
});

test("nothing of another workspace is listed, counted or offered as a choice", async () => {
  const other = await makeTeam();
  expect(await listLibrary(other.admin, {})).toMatchObject({ sources: [], total: 0, found: 0, pages: 1 });
  expect(await listLibraryChoices(other.admin)).toMatchObject({ tags: [], languages: [], publishers: [] });
  const theirs = evidenceFilters.parse({ commitment: commitment(1) });
  expect((await listLibrary(other.admin, theirs)).found).toBe(0);
});
