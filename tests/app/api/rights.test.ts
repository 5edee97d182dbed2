import { readdir } from "node:fs/promises";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { annotateInput } from "@/domain/annotation";
import { createTokenInput } from "@/domain/api-token";
import { publishReleaseInput } from "@/domain/release";
import { sliceOf } from "@/domain/text-position";
import { type Role, roles } from "@/domain/workspace";
import { sendHeaders } from "@/scripts/fuzz/next-headers";
import { annotate } from "@/server/annotations";
import { createToken, revokeToken } from "@/server/api-tokens";
import { type MemberActor, systemActor } from "@/server/auth/actor";
import { uploadCapture } from "@/server/captures";
import { database } from "@/server/database";
import { requestDoubleCoding } from "@/server/double-codings";
import { requestExport, writeExport } from "@/server/exports";
import { publishRelease } from "@/server/releases";
import { expireSessions, openSession, removeFromTeam } from "@/tests/browser-session";
import { actorOf, addMember, attach, eventsOf, makeTeam, type Team } from "@/tests/cast";

// Only where a request's headers come from is stood in for: who they belong to is what is tested.
vi.mock("next/headers", () => import("@/scripts/fuzz/next-headers"));

type Params = Record<string, string | string[]>;
type Asked = { params?: Params; query?: string; body?: string; type?: string; headers?: Record<string, string> };
type Example = {
  holders: readonly Role[];
  /** What is asked for, of things that this member may see. */
  ask: (actor: MemberActor) => Promise<Asked> | Asked;
  /** Whether it changes something, so that a token that only reads is not enough. */
  writes?: true;
  /** Whether it is a list of the workspace’s own, which is another one for somebody of another workspace. */
  own?: true;
};
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response> | Response;

const jsonLd = "application/ld+json";
const writers = ["ANALYST", "EDITOR", "ADMIN"] as const;
/** A word that stands nowhere but in this team’s papers. */
const secret = "سر-الفريق";

let team: Team;
let outsider: MemberActor;
let evidenceId: string;
let captureId: string;
let shownId: string;
let releaseId: string;
let doubleCodingId: string;

beforeAll(async () => {
  team = await makeTeam();
  outsider = (await makeTeam()).admin;
  await database().document.updateMany({ where: { workspaceId: team.workspaceId }, data: { slug: secretSlug } });
  team = { ...team, documentSlug: secretSlug };
  const [commitmentId = ""] = team.commitments.map(({ id }) => id);
  const { citationId } = await attach(team.admin, commitmentId, { title: secret });
  evidenceId = (await database().citation.findUniqueOrThrow({ where: { id: citationId } })).evidenceId;
  const hand = (fileName: string, text: string) =>
    uploadCapture(team.admin, { evidenceId, fileName, bytes: Buffer.from(text) });
  captureId = (await hand("source.txt", secret)).id;
  shownId = (await hand("source.html", `<!doctype html><p>${secret}</p>`)).id;
  releaseId = (await publishRelease(team.admin, publishReleaseInput.parse({ documentSlug: secretSlug }))).id;
  const coderIds = [
    (await addMember(team.workspaceId, "ANALYST", secret)).memberId,
    (await addMember(team.workspaceId, "ANALYST", secret)).memberId,
  ];
  const coding = { commitmentId, provisionId: null, asOf: "2020-01-01", coderIds };
  doubleCodingId = (await requestDoubleCoding(team.admin, coding)).id;
}, 180_000);

/** Of this team’s document alone. */
const secretSlug = "the-paper-of-this-team";

async function aMark(author: MemberActor): Promise<string> {
  const { id: passageId, text } = await database().passage.findFirstOrThrow({
    where: { paragraph: { ordinal: 5, document: { workspaceId: team.workspaceId } } },
  });
  const targets = JSON.stringify([{ passageId, start: 0, end: 5, exact: sliceOf(text, { start: 0, end: 5 }) }]);
  const mark = annotateInput.parse({ targets, motivation: "COMMENTING", body: secret });
  // A reader’s own is one from the time when the person was an analyst.
  return (await annotate({ ...author, role: "ANALYST" }, mark)).id;
}

const mark = async (actor: MemberActor): Promise<Asked> => ({ params: { id: await aMark(actor) } });
const aDocument = (): Asked => ({ params: { slug: secretSlug } });
const anAnnotation = () =>
  JSON.stringify({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "Annotation",
    motivation: "highlighting",
    target: {
      source: `http://localhost:3000/api/v1/documents/${secretSlug}/passages/5.ar.1`,
      selector: { type: "TextPositionSelector", start: 0, end: 5 },
    },
  });

async function anExport(actor: MemberActor): Promise<Asked> {
  const wanted = { documentSlug: secretSlug, format: "json", language: "ar" } as never;
  const { id } = await requestExport(actor, wanted);
  const attempt = { signal: new AbortController().signal, isLast: true };
  await writeExport(systemActor(team.workspaceId, "JOB"), id, attempt);
  return { params: { id } };
}

/** Every method of every route there is, with an example. */
const examples: Record<string, Example> = {
  "GET /api/live": { holders: roles, ask: () => ({}), own: true },
  "GET /api/v1/annotations": { holders: roles, ask: () => ({}), own: true },
  "HEAD /api/v1/annotations": { holders: roles, ask: () => ({}), own: true },
  "POST /api/v1/annotations": {
    holders: writers,
    ask: () => ({ body: anAnnotation(), type: jsonLd }),
    writes: true,
  },
  "GET /api/v1/annotations/[id]": { holders: roles, ask: mark },
  "HEAD /api/v1/annotations/[id]": { holders: roles, ask: mark },
  "PUT /api/v1/annotations/[id]": {
    holders: writers,
    ask: async (actor) => {
      const { params = {} } = await mark(actor);
      return { params, ...(await rewordingOf(actor, params)), headers: { "if-match": "*" } };
    },
    writes: true,
  },
  "DELETE /api/v1/annotations/[id]": {
    holders: writers,
    ask: async (actor) => ({ ...(await mark(actor)), headers: { "if-match": "*" } }),
    writes: true,
  },
  "GET /api/v1/captures/[id]/file": { holders: roles, ask: () => ({ params: { id: captureId } }) },
  "GET /api/v1/captures/[id]/shown": { holders: roles, ask: () => ({ params: { id: shownId } }) },
  "GET /api/v1/codebook": { holders: roles, ask: () => ({}), own: true },
  "GET /api/v1/contributions": { holders: roles, ask: () => ({ query: "format=json" }), own: true },
  "GET /api/v1/documents/[slug]/annotations": { holders: roles, ask: aDocument },
  "POST /api/v1/documents/[slug]/annotations": {
    holders: writers,
    ask: () => ({ ...aDocument(), body: `[${anAnnotation()}]`, type: jsonLd }),
    writes: true,
  },
  "GET /api/v1/documents/[slug]/commitments/[number]": {
    holders: roles,
    ask: () => ({ params: { slug: secretSlug, number: "1" } }),
  },
  "GET /api/v1/documents/[slug]/passages/[key]": {
    holders: roles,
    ask: () => ({ params: { slug: secretSlug, key: "5.ar.1" } }),
  },
  "GET /api/v1/documents/[slug]/provisions": { holders: roles, ask: aDocument },
  "GET /api/v1/documents/[slug]/summary": { holders: roles, ask: () => ({ ...aDocument(), query: "format=json" }) },
  "GET /api/v1/double-codings": { holders: roles, ask: () => ({}), own: true },
  "GET /api/v1/double-codings/[id]": { holders: roles, ask: () => ({ params: { id: doubleCodingId } }) },
  "GET /api/v1/evidence": { holders: roles, ask: () => ({}), own: true },
  "GET /api/v1/evidence/[id]/captures": { holders: roles, ask: () => ({ params: { id: evidenceId } }) },
  "POST /api/v1/evidence/[id]/captures": {
    holders: writers,
    ask: () => ({ params: { id: evidenceId }, body: `${Math.random()}`, type: "application/octet-stream" }),
    writes: true,
  },
  "GET /api/v1/exports/[id]": { holders: roles, ask: anExport },
  "GET /api/v1/exports/[id]/file": { holders: roles, ask: anExport },
  "GET /api/v1/releases/[id]/summary": {
    holders: roles,
    ask: () => ({ params: { id: releaseId }, query: "format=json" }),
  },
};
/** What anybody may ask, since a browser asks before it says who it is: it tells nothing of anybody’s. */
const open: Record<string, { status: number; text: string }> = {
  "OPTIONS /api/v1/annotations": { status: 204, text: "" },
  "OPTIONS /api/v1/annotations/[id]": { status: 204, text: "" },
  // Whoever watches the process has no session; another test says what it answers.
  "GET /api/health/[[...probe]]": { status: 404, text: '{"live":true}' },
};

const root = new URL("../../../app/api/", import.meta.url).pathname;
const doors: Record<string, Handler> = {};
for (const file of (await readdir(root, { recursive: true })).filter((each) => /(^|\/)route\.ts$/.test(each))) {
  const module: Record<string, Handler> = await import(/* @vite-ignore */ `${root}${file}`);
  for (const [method, handler] of Object.entries(module)) {
    if (/^[A-Z]+$/.test(method)) doors[`${method} /api/${file.replace(/\/route\.ts$/, "")}`] = handler;
  }
}

test("every method of every route is in this table", () => {
  expect(Object.keys(doors).sort()).toEqual([...Object.keys(examples), ...Object.keys(open)].sort());
});

/** The answer, and what it says. */
async function knock(
  door: string,
  asked: Asked,
  who: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const [method = "", path = ""] = door.split(" ");
  const { params = {}, query, body, type, headers } = asked;
  const address = `http://localhost:3000${path}${query ? `?${query}` : ""}`;
  const sent = new Headers({ ...headers, ...who, ...(type && { "content-type": type }) });
  sendHeaders(sent);
  const handler = doors[door] as Handler;
  const answer = await handler(new Request(address, { method, headers: sent, body }), {
    params: Promise.resolve(params),
  });
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
    await answer.body?.cancel();
    return { status: answer.status, text: "" };
  }
  return { status: answer.status, text: await answer.text() };
}

async function tokenOf(actor: MemberActor, scope: "READ" | "WRITE"): Promise<{ id: string; token: string }> {
  const made = await createToken(actor, createTokenInput.parse({ name: "برنامج", scope, validDays: "7" }));
  return { id: made.tokenId, token: made.token };
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function rewordingOf(actor: MemberActor, params: Params): Promise<Asked> {
  const { token } = await tokenOf(actor, "READ");
  const { text } = await knock("GET /api/v1/annotations/[id]", { params }, bearer(token));
  return { body: text.replaceAll(secret, "كلمات أخرى"), type: jsonLd };
}

/** Each way to show who one is, made once: what each is good for, the doors decide. */
const sessions = new Map<Role, string>();
const tokens = new Map<string, string>();
const strangers = new Map<string, Record<string, string>>();
/** Of somebody of another workspace. */
const foreign: Record<string, string>[] = [];

beforeAll(async () => {
  for (const role of roles) {
    sessions.set(role, await openSession(actorOf(team, role)));
    for (const scope of ["READ", "WRITE"] as const)
      tokens.set(`${role} ${scope}`, (await tokenOf(actorOf(team, role), scope)).token);
  }
  const newAdmin = () => addMember(team.workspaceId, "ADMIN", "Somebody");
  const [late, gone, goneWithToken] = [await newAdmin(), await newAdmin(), await newAdmin()];
  const cookies = { late: await openSession(late), gone: await openSession(gone) };
  await expireSessions(late);
  await removeFromTeam(gone);
  const [revoked, expired, orphaned] = [
    await tokenOf(team.admin, "WRITE"),
    await tokenOf(team.admin, "WRITE"),
    await tokenOf(goneWithToken, "WRITE"),
  ];
  await revokeToken(team.admin, { tokenId: revoked.id });
  await database().apiToken.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  await removeFromTeam(goneWithToken);
  const [name = ""] = (sessions.get("ADMIN") ?? "").split(".");
  foreign.push(bearer((await tokenOf(outsider, "WRITE")).token), { cookie: await openSession(outsider) });
  const nobodys: Record<string, Record<string, string>> = {
    "without a session": {},
    "with a session that is over": { cookie: cookies.late },
    "with the session of somebody who was removed": { cookie: cookies.gone },
    "with a session whose signature is not ours": { cookie: `${name}.${"A".repeat(43)}%3D` },
    "with a token that was revoked": bearer(revoked.token),
    "with a token that has expired": bearer(expired.token),
    "with the token of somebody who was removed": bearer(orphaned.token),
    "with a token that nobody has": bearer("iltizam_nobodys"),
  };
  for (const [who, headers] of Object.entries(nobodys)) strangers.set(who, headers);
}, 180_000);

afterEach(() => sendHeaders(new Headers()));

describe.each(Object.entries(examples))("%s", (door, { holders, ask, writes, own }) => {
  test("is open to who may, at a page and by a token, and to nobody else of the team", async () => {
    for (const role of roles) {
      const actor = actorOf(team, role);
      const ways = { session: { cookie: sessions.get(role) ?? "" }, token: bearer(tokens.get(`${role} WRITE`) ?? "") };
      for (const [way, who] of Object.entries(ways)) {
        const { status } = await knock(door, await ask(actor), who);
        if (holders.includes(role))
          expect([status, way, role], "not refused").toEqual([expect.toSatisfy((each) => each < 400), way, role]);
        else expect([status, way, role]).toEqual([403, way, role]);
      }
    }
  });

  test(`${writes ? "takes no" : "takes a"} token that may only read`, async () => {
    const asked = await ask(team.admin);
    const before = (await eventsOf(team.workspaceId)).length;
    const { status, text } = await knock(door, asked, bearer(tokens.get("ADMIN READ") ?? ""));
    if (!writes) return expect(status).toBeLessThan(400);
    expect([status, JSON.parse(text).reason]).toEqual([403, "token_scope"]);
    expect(await eventsOf(team.workspaceId)).toHaveLength(before);
  });

  test("is shut to everybody who is nobody here, and tells them nothing", async () => {
    const asked = await ask(team.admin);
    const before = (await eventsOf(team.workspaceId)).length;
    for (const [who, headers] of strangers) {
      const { status, text } = await knock(door, asked, headers);
      expect([status, who]).toEqual([401, who]);
      expect(text).not.toContain(secret);
    }
    expect(await eventsOf(team.workspaceId)).toHaveLength(before);
  });

  test(
    own ? "shows somebody of another workspace their own" : "is not there for somebody of another workspace",
    async () => {
      const asked = await ask(team.admin);
      const before = (await eventsOf(team.workspaceId)).length;
      for (const who of foreign) {
        const { status, text } = await knock(door, asked, who);
        if (own) expect(status).toBeLessThan(400);
        // What is posted names a paragraph of ours, which is none of theirs.
        else expect(door === "POST /api/v1/annotations" ? [400, 404] : [404]).toContain(status);
        for (const trace of [secret, secretSlug, ...team.commitments.map(({ id }) => id)])
          expect(text).not.toContain(trace);
      }
      expect(await eventsOf(team.workspaceId)).toHaveLength(before);
    },
  );
});

test.each(Object.keys(open))("%s tells anybody the same, and nothing of anybody’s", async (door) => {
  const params = { id: await aMark(team.admin), probe: ["another"] };
  expect(await knock(door, { params }, {})).toEqual(open[door]);
});
