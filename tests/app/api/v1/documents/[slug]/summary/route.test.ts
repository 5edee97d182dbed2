import { parseCsv } from "hucre/csv";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/api/v1/documents/[slug]/summary/route";
import { Refusal } from "@/domain/refusal";
import { roles } from "@/domain/workspace";
import { locales } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { communique } from "@/prisma/seed/communique";
import { type MemberActor, systemActor } from "@/server/auth/actor";
import { createDocument } from "@/server/documents";
import { log } from "@/server/log";
import { actorOf, makeTeam, type Team } from "@/tests/cast";

// The session is the browser's; who it belongs to is what these tests decide.
const session = vi.hoisted(() => ({ actor: null as MemberActor | null, fault: null as Error | null }));
const health = vi.hoisted(() => ({ answers: true }));
vi.mock("@/server/auth/session", () => ({
  actorOrRefuse: async () => {
    if (session.fault) throw session.fault;
    if (!session.actor) throw new Refusal("unauthenticated");
    return session.actor;
  },
}));
vi.mock("@/server/health", () => ({ databaseAnswers: async () => health.answers }));

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});
beforeEach(() => {
  Object.assign(session, { actor: team.reader, fault: null });
  health.answers = true;
});

const ask = (query: string, slug = team.documentSlug) =>
  GET(new Request(`http://localhost:3000/api/v1/documents/${slug}/summary${query}`), {
    params: Promise.resolve({ slug }),
  });

async function expectProblem(answer: Response, status: number, members: Record<string, unknown>): Promise<void> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toEqual({ type: "about:blank", status, ...members });
}

describe("the summary as a file", () => {
  test.each(roles)("is given to a member who is %s", async (role) => {
    session.actor = actorOf(team, role);
    expect((await ask("?format=csv")).status).toBe(200);
  });

  test.each(locales)("is a workbook in %s that is not kept on the way", async (language) => {
    const answer = await ask(`?format=xlsx&language=${language}`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(answer.headers.get("content-length")).toBe(String(bytes.byteLength));
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toContain(messagesFor(language).summary.sheets.commitments);
  });

  test("is plain data in Arabic when no language is asked for", async () => {
    const answer = await ask("?format=csv");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    const rows = parseCsv(await answer.text()) as string[][];
    expect(rows).toHaveLength(9);
    expect(rows[0]?.[0]).toBe(messagesFor("ar").summary.heads.number);
  });

  test("has a name that people can read and one that every program can", async () => {
    const disposition = (await ask("?format=xlsx&language=ar")).headers.get("content-disposition") ?? "";
    const [, plain, encoded] =
      /^attachment; filename="([\w.-]+)"; filename\*=UTF-8''([\w.%-]+)$/.exec(disposition) ?? [];
    expect(plain).toMatch(/^global-coalition-2019-11-14-\d{4}-\d{2}-\d{2}-ar\.xlsx$/);
    expect(decodeURIComponent(encoded ?? "")).toMatch(
      new RegExp(`^${messagesFor("ar").summary.title} \\d{4}-\\d{2}-\\d{2}\\.xlsx$`),
    );
  });
});

describe("the summary is refused", () => {
  test("to somebody who is not signed in, whatever they ask", async () => {
    session.actor = null;
    await expectProblem(await ask("?format=csv"), 401, { code: "unauthenticated" });
    await expectProblem(await ask("?format=exe", "no-such-text"), 401, { code: "unauthenticated" });
  });

  test.each([
    ["", { format: "choose_one" }],
    ["?format=exe", { format: "choose_one" }],
    ["?format=csv&language=xx", { language: "choose_one" }],
    ["?format=&language=", { format: "choose_one", language: "choose_one" }],
  ])("for %j, naming the parameter", async (query, fields) => {
    await expectProblem(await ask(query), 400, { code: "invalid", fields });
  });

  test("for a document that there is not, or only in another workspace", async () => {
    await expectProblem(await ask("?format=csv", "no-such-text"), 404, { code: "not_found" });
    const other = await makeTeam();
    await createDocument(systemActor(other.workspaceId, "SEED"), { ...communique(), slug: "theirs" });
    await expectProblem(await ask("?format=csv", "theirs"), 404, { code: "not_found" });
    session.actor = other.reader;
    expect((await ask("?format=csv", "theirs")).status).toBe(200);
  });
});

describe("a fault of ours", () => {
  beforeEach(() => {
    session.fault = new Error("connect ECONNREFUSED 127.0.0.1:5432");
    vi.spyOn(log(), "error").mockImplementation(() => {});
  });

  test("is a 500 that tells the log and nobody else what it was", async () => {
    await expectProblem(await ask("?format=csv"), 500, { code: "unexpected" });
    expect(log().error).toHaveBeenCalledWith({ err: session.fault }, "unexpected error");
  });

  test("is a 503 with a time to come back while the database is down", async () => {
    health.answers = false;
    const answer = await ask("?format=csv");
    expect(answer.headers.get("retry-after")).toBe("10");
    await expectProblem(answer, 503, { code: "unavailable" });
  });
});
