// What the product asks of the database: as many statements for much as for little, and none that looks at every row of a table that grows.
import { randomUUID } from "node:crypto";
import { NodeTracerProvider, type ReadableSpan } from "@opentelemetry/sdk-trace-node";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { annotateInput, replyInput } from "@/domain/annotation";
import { commitmentFilters } from "@/domain/commitment-list";
import { addContributionInput } from "@/domain/contribution";
import { evidenceFilters } from "@/domain/evidence-list";
import { addNoteInput } from "@/domain/note";
import { roles } from "@/domain/workspace";
import { databaseUrl } from "@/env";
import { listActivity, listActivityChoices } from "@/server/activity";
import { listAnnotationChoices } from "@/server/annotation-choices";
import { annotate, reply } from "@/server/annotations";
import { listReviews } from "@/server/assessment-reviews";
import { listAssessments } from "@/server/assessments";
import { commitmentIdOf } from "@/server/commitment-choices";
import { getCommitment } from "@/server/commitments";
import { getContributionMatrix } from "@/server/contribution-matrix";
import { addContribution, listContributions } from "@/server/contributions";
import { getDashboard } from "@/server/dashboard";
import { database } from "@/server/database";
import { getDocument } from "@/server/documents";
import { listDoubleCodings } from "@/server/double-codings";
import { tellDueDays } from "@/server/due-days";
import { listEvidence } from "@/server/evidence";
import { listCoverage } from "@/server/evidence-coverage";
import { listLibrary, listLibraryChoices } from "@/server/evidence-library";
import { getReport } from "@/server/export-formats/report";
import { listExports, sweepExports } from "@/server/exports";
import { listMembers } from "@/server/members";
import { addNote, listNotes } from "@/server/notes";
import { mailDigests } from "@/server/notification-mail";
import { countUnread, listNotifications } from "@/server/notifications";
import { listOrphans } from "@/server/orphans";
import { addState, listParties } from "@/server/parties";
import { listDocumentProvisions, listProvisions } from "@/server/provisions";
import { listReleases } from "@/server/releases";
import { listSessions } from "@/server/sessions";
import { countThreads, listThreads } from "@/server/threads";
import { actorOf, attach, makeTeam, proposeProvisions, type Team } from "../cast";
import { rights } from "../rights";

/** Every statement, as the traces tell of it. */
const sent: string[] = [];
const statements = {
  onStart() {},
  onEnd: ({ attributes }: ReadableSpan) => void sent.push(String(attributes["db.query.text"])),
  forceFlush: async () => {},
  shutdown: async () => {},
};
new NodeTracerProvider({ spanProcessors: [statements] }).register();

let team: Team;
let documentId: string;
beforeAll(async () => {
  team = await makeTeam();
  await proposeProvisions(team);
  await addState(team.editor, { code: "IT" });
  documentId = (await getDocument(team.reader, team.documentSlug)).id;
});

const first = () => team.commitments[0]?.id as string;
const filters = (query: Record<string, unknown>) => commitmentFilters.parse(query);

/** Every reading that a page or a route makes. */
const readings: Record<string, () => Promise<unknown>> = {
  "the overview": () => getDashboard(team.admin, team.documentSlug),
  "the overview, narrowed": () =>
    getDashboard(team.admin, team.documentSlug, { filters: filters({ q: "نص", attention: "ANY", sort: "lead" }) }),
  "the text": () => getDocument(team.admin, team.documentSlug),
  "the head of a commitment": () => getCommitment(team.admin, first()),
  "its assessments": () => listAssessments(team.admin, first()),
  "its notes": () => listNotes(team.admin, first()),
  "its evidence": () => listEvidence(team.admin, first()),
  "its provisions": () => listProvisions(team.admin, first()),
  "its contributions": () => listContributions(team.admin, first()),
  "the provisions of a text": () => listDocumentProvisions(team.admin, team.documentSlug),
  "the threads on a text": () => listThreads(team.admin, documentId),
  "how many threads there are": () => countThreads(team.admin, documentId),
  "what a comment can name": () => listAnnotationChoices(team.admin, documentId),
  "what lost its place": () => listOrphans(team.admin, documentId),
  "the library": () => listLibrary(team.admin, evidenceFilters.parse({})),
  "the library, narrowed": () =>
    listLibrary(team.admin, evidenceFilters.parse({ q: "تقرير", commitment: first(), sort: "citations" })),
  "what narrows the library": () => listLibraryChoices(team.admin),
  "what commitments rest on": () => listCoverage(team.admin),
  "the matrix of parties": () => getContributionMatrix(team.admin, {} as never),
  "the parties": () => listParties(team.admin),
  "the activity": () => listActivity(team.admin, {}),
  "the activity of a person": () => listActivity(team.admin, { person: team.analyst.memberId } as never),
  "what narrows the activity": () => listActivityChoices(team.admin),
  "a commitment told by its number": () => commitmentIdOf(database(), team.admin, "3"),
  notifications: () => listNotifications(team.admin),
  "how many are unread": () => countUnread(team.admin),
  "what waits for review": () => listReviews(team.admin),
  "double codings": () => listDoubleCodings(team.admin),
  members: () => listMembers(team.admin),
  sessions: () => listSessions(team.admin),
  releases: () => listReleases(team.admin, team.documentSlug),
  exports: () => listExports(team.admin, team.documentSlug),
  "a summary": () => getReport(team.admin, { documentSlug: team.documentSlug, locale: "ar" }),
};

/** One more of everything that hangs on a commitment or a text, told to the admin. */
async function addOne(): Promise<void> {
  const { passages } = await getCommitment(team.analyst, first());
  const { id: passageId = "", text = "" } = passages[0] ?? {};
  const exact = text.split(" ")[0] ?? "";
  const targets = JSON.stringify([{ passageId, start: 0, end: [...exact].length, exact }]);
  const { id } = await annotate(
    team.analyst,
    annotateInput.parse({ targets, motivation: "COMMENTING", body: "تعليق" }),
  );
  await reply(team.editor, replyInput.parse({ annotationId: id, body: "رد" }));
  await attach(team.analyst, first(), { address: `https://example.org/${randomUUID()}` });
  const note = { commitmentId: first(), body: "نص", datedOn: "2020-02-01", assigneeId: team.admin.memberId };
  await addNote(team.analyst, addNoteInput.parse(note));
  const [party] = await listParties(team.analyst);
  const contribution = { commitmentId: first(), partyId: party?.id, body: "تبرع", datedOn: "2021-01-01" };
  await addContribution(team.analyst, addContributionInput.parse(contribution));
}

describe("a reading sends as many statements for much as for little", () => {
  const before: Record<string, number> = {};
  const count = async (read: () => Promise<unknown>) => {
    sent.length = 0;
    await read();
    return sent.length;
  };
  beforeAll(async () => {
    await addOne();
    for (const [name, read] of Object.entries(readings)) before[name] = await count(read);
    expect(Math.min(...Object.values(before))).toBeGreaterThan(0);
    for (let more = 0; more < 4; more++) await addOne();
  });

  test.each(Object.keys(readings))("%s", async (name) => {
    expect(await count(readings[name] as () => Promise<unknown>)).toBe(before[name]);
  });
});

/** Tables that stay small, or of which all is wanted. */
const small = new Set([
  "Workspace",
  "Installation",
  "Document",
  "LanguageVersion",
  "_prisma_migrations",
  "CodebookVersion",
]);

type Plan = { "Node Type": string; "Relation Name"?: string; "Index Cond"?: string; Plans?: Plan[] };

describe("every row is found by an index", () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: databaseUrl() });
    await client.connect();
    // With so little in the tables it would read all of them; this asks whether it could do otherwise.
    await client.query("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
  });
  afterAll(() => client.end());

  test("in everything that people and the clock do", async () => {
    sent.length = 0;
    for (const read of Object.values(readings)) await read();
    // What all there is adds up to cannot be known by looking at a part.
    for (const right of rights.filter(({ permission }) => permission !== "system:read")) {
      const role = roles.findLast((each) => right.holders.includes(each));
      if (!role) continue;
      const own = await makeTeam();
      const actor = actorOf(own, role);
      await right.call(actor, await right.prepare(own, actor));
    }
    // Silence and the checks of evidence are looked for by going through all there is, and by the clock alone.
    for (const job of [tellDueDays, sweepExports, mailDigests]) await job();
    const asked = [...new Set(sent)].filter((query) => /^\s*(SELECT|WITH|UPDATE|DELETE)/i.test(query));
    expect(asked.length).toBeGreaterThan(100);
    const found: string[] = [];
    for (const query of asked) {
      for (const table of await wholeTables(query)) found.push(`${table}: ${query.replace(/\s+/g, " ").slice(0, 300)}`);
    }
    expect(found).toEqual([]);
  });

  /** The growing tables of which a statement reads every row, were there a million of them. */
  async function wholeTables(query: string): Promise<string[]> {
    const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${query}`);
    return scans(rows[0]["QUERY PLAN"][0].Plan).filter((table) => !small.has(table));
  }
});

/** Tables that are read without a condition on an index. */
function scans(plan: Plan): string[] {
  const table = plan["Relation Name"];
  const own = table && /Seq Scan|^Index/.test(plan["Node Type"]) && !plan["Index Cond"] ? [table] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scans)];
}
