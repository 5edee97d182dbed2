import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { foundIn } from "@/domain/arabic-fold";
import { editSourceInput } from "@/domain/evidence";
import { setEnv } from "@/env";
import { systemActor } from "@/server/auth/actor";
import { indexUnindexed } from "@/server/capture-rows";
import { listCaptures } from "@/server/captures";
import { setLead } from "@/server/commitments";
import { database } from "@/server/database";
import { editSource, listEvidence, removeEvidence } from "@/server/evidence";
import { checkEvidence } from "@/server/evidence-checks";
import { checkDueEvidence } from "@/server/evidence-health";
import { readFile } from "@/server/file-store";
import { listNotifications } from "@/server/notifications";
import { watch } from "@/server/watches";
import { anArticle, attach, eventsOf, makeTeam, type Team } from "../cast";
import { pageOf, type Site, startSite } from "../site";

// How pages are read is another promise; here a page is its paragraphs.
vi.mock("@/server/fetching/keep-page", () => ({
  keepPage: async ({ bytes, mediaType }: { bytes: Buffer; mediaType: string }) => {
    const html = mediaType === "text/html" ? bytes.toString("utf8") : null;
    const text = html && [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, words]) => words).join("\n");
    return { mediaType, title: html && "A title", language: null, text, shown: html && Buffer.from(text ?? "") };
  },
}));

let directory: string;
let site: Site;
let team: Team;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "iltizam-files-"));
  setEnv({ DATA_DIR: directory });
  site = await startSite();
});
beforeEach(async () => {
  team = await makeTeam();
  for (const path of Object.keys(site.pages)) delete site.pages[path];
});
afterAll(async () => {
  await site.stop();
  await rm(directory, { recursive: true });
});

const commitment = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;
const words = "The ministers are committed to the enduring defeat of Daesh.";

/** Evidence whose source stands on the site, attached to the first commitment. */
async function attached(path = "/report", changes: Record<string, unknown> = {}): Promise<string> {
  const { citationId } = await attach(team.analyst, commitment(1), { address: `${site.address}${path}`, ...changes });
  return (await database().citation.findUniqueOrThrow({ where: { id: citationId } })).evidenceId;
}

const look = (evidenceId: string, askedById: string | null = null) =>
  checkEvidence(
    systemActor(team.workspaceId, "JOB"),
    { evidenceId, askedById },
    { signal: AbortSignal.timeout(20_000) },
  );
const source = (id: string) => database().evidence.findUniqueOrThrow({ where: { id } });
const copies = async (id: string) => (await listCaptures(team.reader, id)).captures;
const told = async (type: string) => (await eventsOf(team.workspaceId)).filter((event) => event.type === type);

/** Makes the looks so far older, as if that much time had passed. */
async function hoursPass(evidenceId: string, hours: number): Promise<void> {
  await database().$executeRaw`
    UPDATE "EvidenceCheck" SET at = at - make_interval(hours => ${hours}) WHERE "evidenceId" = ${evidenceId}`;
}

describe("attaching a source", () => {
  test("asks for a copy, once however many commitments cite it", async () => {
    site.pages["/report"] = pageOf("Report", words);
    const asked = async () => {
      const [row] = await database().$queryRaw<{ count: bigint }[]>`
        SELECT count(*) FROM pgboss.job WHERE name = 'check-evidence' AND data->>'workspaceId' = ${team.workspaceId}`;
      return Number(row?.count);
    };
    const id = await attached();
    expect(await asked()).toBe(1);
    await look(id);
    await attach(team.analyst, commitment(2), { address: `${site.address}/report` });
    expect(await asked()).toBe(1);
  });
});

describe("the first look", () => {
  test("keeps the bytes as they came, with all that tells where they are from", async () => {
    site.pages["/old"] = { location: "/report" };
    site.pages["/report"] = pageOf("Report", words);
    const id = await attached("/old");
    await look(id, team.analyst.memberId);
    const bytes = Buffer.from(pageOf("Report", words).body as string);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const facts = { number: 1, origin: "FETCHED", finalAddress: `${site.address}/report`, httpStatus: 200, sha256 };
    const [copy] = await copies(id);
    expect(copy).toMatchObject({
      ...facts,
      mediaType: "text/html",
      size: bytes.byteLength,
      takenBy: { memberId: team.analyst.memberId },
      shows: "page",
    });
    expect(Buffer.from(await readFile(sha256))).toEqual(bytes);
    expect(await source(id)).toMatchObject({ health: "ALIVE" });
    expect((await told("evidence.captured"))[0]).toMatchObject({ subjectId: id, commitmentId: null, data: facts });
    expect((await told("evidence.health_changed"))[0]?.data).toMatchObject({ from: "UNCHECKED", to: "ALIVE" });
  });

  test("lets the source be found by its text", async () => {
    site.pages["/report"] = pageOf("Report", "نعيد التأكيد على التزامنا");
    const id = await attached();
    expect(foundIn((await source(id)).searchText, "joint communique")).toBe(true);
    await look(id);
    expect(foundIn((await source(id)).searchText, "التاكيد")).toBe(true);
  });

  test("is not waited for: a source is found by what was entered, also one from before there was a search", async () => {
    const id = await attached();
    await database().evidence.update({ where: { id }, data: { searchText: "" } });
    expect(await indexUnindexed()).toBe(1);
    expect(foundIn((await source(id)).searchText, "joint communique")).toBe(true);
  });

  test("of an address that cannot be had says why, and keeps nothing", async () => {
    site.pages["/broken"] = { status: 503 };
    const id = await attached("/broken");
    await look(id);
    const { captures, latestCheck } = await listCaptures(team.reader, id);
    expect([captures, latestCheck]).toMatchObject([
      [],
      { outcome: "UNREACHABLE", reason: "bad_status", httpStatus: 503 },
    ]);
    const inside = await attached("/", { address: "http://127.0.0.1/" });
    await look(inside);
    expect((await listCaptures(team.reader, inside)).latestCheck).toMatchObject({ reason: "not_public" });
  });
});

describe("a later look", () => {
  test("at a source that stays adds nothing, also when the job runs twice at once", async () => {
    site.pages["/report"] = pageOf("Report", words);
    const id = await attached();
    await Promise.all([look(id), look(id)]);
    await look(id);
    expect(await copies(id)).toHaveLength(1);
    expect(await told("evidence.health_changed")).toHaveLength(1);
    expect(await database().evidenceCheck.count({ where: { evidenceId: id } })).toBe(3);
  });

  test("at a text that changed keeps it as a new version, and tells those who watch or lead", async () => {
    site.pages["/report"] = pageOf("Report", words);
    const id = await attached();
    await attach(team.analyst, commitment(2), { address: `${site.address}/report` });
    await watch(team.reader, { what: "commitment", id: commitment(1) });
    await watch(team.reader, { what: "commitment", id: commitment(2) });
    await setLead(team.editor, { commitmentId: commitment(2), leadId: team.admin.memberId, version: 1 });
    await look(id);
    site.pages["/report"] = pageOf("Report", "The ministers said nothing.");
    await look(id);
    expect((await copies(id)).map(({ number }) => number)).toEqual([2, 1]);
    expect(await source(id)).toMatchObject({ health: "CHANGED" });
    for (const actor of [team.reader, team.admin]) {
      const about = (await listNotifications(actor)).notifications.filter(({ kind }) => kind === "EVIDENCE_HEALTH");
      expect(about.map(({ data }) => data)).toEqual([{ title: anArticle.title, health: "CHANGED" }]);
    }
    expect((await listNotifications(team.editor)).notifications).toEqual([]);
    await look(id);
    expect(await source(id)).toMatchObject({ health: "ALIVE" });
  });

  test("at a source that moved says so and keeps no second copy of the same text", async () => {
    site.pages["/report"] = pageOf("Report", words);
    site.pages["/new"] = pageOf("Report", words);
    const id = await attached();
    await look(id);
    site.pages["/report"] = { location: "/new" };
    await look(id);
    const { captures, latestCheck, source: facts } = await listCaptures(team.reader, id);
    expect([captures.length, facts.health, latestCheck?.finalAddress]).toEqual([1, "MOVED", `${site.address}/new`]);
  });

  test("believes that a source is gone when that was said time after time, and tells it once", async () => {
    site.pages["/report"] = pageOf("Report", words);
    const id = await attached();
    await watch(team.reader, { what: "document", id: await documentId() });
    await look(id);
    site.pages["/report"] = { status: 410 };
    await look(id);
    expect(await source(id)).toMatchObject({ health: "UNREACHABLE" });
    await hoursPass(id, 8);
    await look(id);
    await look(id);
    expect(await source(id)).toMatchObject({ health: "GONE" });
    expect(await copies(id)).toHaveLength(1);
    const { notifications } = await listNotifications(team.reader);
    expect(notifications.map(({ data }) => data.health)).toEqual(["GONE"]);
    expect((await told("evidence.health_changed")).map(({ data }) => data)).toMatchObject([
      { to: "ALIVE" },
      { to: "UNREACHABLE", reason: "not_there" },
      { to: "GONE" },
    ]);
  });

  const documentId = async () =>
    (await database().document.findFirstOrThrow({ where: { workspaceId: team.workspaceId } })).id;
});

describe("another address for the source", () => {
  test("is looked at anew: its text is kept and is no change of the one before", async () => {
    site.pages["/report"] = pageOf("Report", words);
    site.pages["/other"] = pageOf("Other", "Other words.");
    const id = await attached();
    await look(id);
    const input = { ...anArticle, evidenceId: id, evidenceVersion: (await source(id)).version };
    await editSource(team.analyst, editSourceInput.parse({ ...input, address: `${site.address}/other` }));
    expect(await source(id)).toMatchObject({ health: "UNCHECKED", checkedAt: null });
    await look(id);
    expect([(await copies(id)).length, (await source(id)).health]).toEqual([2, "ALIVE"]);
  });

  test("given while a look is under way, is not mixed up with it", async () => {
    const id = await attached();
    site.pages["/report"] = async () => {
      await database().evidence.update({ where: { id }, data: { address: "https://example.org/elsewhere" } });
      return pageOf("Report", words);
    };
    await look(id);
    expect([await copies(id), (await source(id)).health]).toEqual([[], "UNCHECKED"]);
  });
});

describe("quotes", () => {
  const quote = "committed to the enduring defeat";
  const stateOf = async (number: number) => (await listEvidence(team.reader, commitment(number)))[0]?.quoteState;

  test("are looked for in each copy, and what becomes of them is told at their commitment", async () => {
    site.pages["/report"] = pageOf("Report", words);
    const id = await attached("/report", { quotedPassage: quote });
    expect(await stateOf(1)).toBeNull();
    await look(id);
    expect(await stateOf(1)).toBe("FOUND");
    await attach(team.analyst, commitment(2), { address: `${site.address}/report`, quotedPassage: "not said at all" });
    expect(await stateOf(2)).toBe("NOT_FOUND");
    site.pages["/report"] = pageOf("Report", "Something else.");
    await look(id);
    expect([await stateOf(1), await stateOf(2)]).toEqual(["LOST", "NOT_FOUND"]);
    expect((await told("evidence.quote_checked")).map(({ commitmentId, data }) => [commitmentId, data])).toMatchObject([
      [commitment(1), { from: null, to: "FOUND" }],
      [commitment(2), { from: null, to: "NOT_FOUND" }],
      [commitment(1), { from: "FOUND", to: "LOST" }],
    ]);
  });
});

describe("robots.txt", () => {
  test("is regarded where the workspace says so", async () => {
    site.pages["/robots.txt"] = { type: "text/plain", body: "User-agent: *\nDisallow: /report" };
    site.pages["/report"] = pageOf("Report", words);
    const id = await attached();
    await database().workspace.update({ where: { id: team.workspaceId }, data: { respectsRobots: true } });
    await look(id);
    expect((await listCaptures(team.reader, id)).latestCheck).toMatchObject({ reason: "robots" });
    await database().workspace.update({ where: { id: team.workspaceId }, data: { respectsRobots: false } });
    await look(id);
    expect(await copies(id)).toHaveLength(1);
  });
});

describe("the clock", () => {
  const due = async (id: string) => {
    const jobs = () => database().$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pgboss.job WHERE name = 'check-evidence' AND data->>'evidenceId' = ${id}`;
    const [before] = await jobs();
    await checkDueEvidence(1_000);
    const [after] = await jobs();
    return Number(after?.count) - Number(before?.count);
  };

  test("asks for a look when its time has come, and not before", async () => {
    const id = await attached();
    expect(await due(id)).toBe(0);
    await database().evidence.update({ where: { id }, data: { nextCheckAt: new Date(Date.now() - 1_000) } });
    expect(await due(id)).toBe(1);
    expect(await due(id)).toBe(0);
  });

  test("looks at what was attached before there were copies, and at nothing that is cited no more", async () => {
    const id = await attached();
    await database().evidence.update({ where: { id }, data: { nextCheckAt: null } });
    expect(await due(id)).toBe(1);
    const { id: citationId } = await database().citation.findFirstOrThrow({ where: { evidenceId: id } });
    await removeEvidence(team.analyst, { citationId, version: 1 });
    await database().evidence.update({ where: { id }, data: { nextCheckAt: null } });
    expect(await due(id)).toBe(0);
  });
});
