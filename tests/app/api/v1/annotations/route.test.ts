// The annotation server, by the rules of the Web Annotation Protocol (Recommendation of 23 February 2017), each named by its section.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  DELETE,
  GET as getMember,
  HEAD as headMember,
  OPTIONS as memberOptions,
  PUT,
} from "@/app/api/v1/annotations/[id]/route";
import { GET, HEAD, OPTIONS, POST } from "@/app/api/v1/annotations/route";
import { createTokenInput } from "@/domain/api-token";
import { addTagInput } from "@/domain/tag";
import { createToken } from "@/server/api-tokens";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { addTag } from "@/server/tags";
import { listThreads } from "@/server/threads";
import { eventsOf, makeTeam, type Team } from "@/tests/cast";

const jsonLd = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const root = "http://localhost:3000/api/v1/annotations/";
const ldp = "http://www.w3.org/ns/ldp#";
const oa = "http://www.w3.org/ns/oa#";

let team: Team;
let token: string;
beforeAll(async () => {
  team = await makeTeam();
  token = await tokenOf(team.analyst);
});

async function tokenOf(actor: MemberActor, scope = "WRITE"): Promise<string> {
  return (await createToken(actor, createTokenInput.parse({ name: "x", scope, validDays: "7" }))).token;
}

type Sent = { as?: string; body?: unknown; headers?: Record<string, string>; query?: string };
function request(method: string, address: string, { as = token, body, headers = {} }: Sent) {
  return new Request(address, {
    method,
    headers: { authorization: `Bearer ${as}`, ...(body !== undefined && { "content-type": jsonLd }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
const container = { GET, HEAD, POST };
const member = { GET: getMember, HEAD: headMember, PUT, DELETE };
const onContainer = (method: "GET" | "HEAD" | "POST", sent: Sent = {}) =>
  container[method](request(method, `${root}${sent.query ?? ""}`, sent), { params: Promise.resolve({}) });
const onMember = (method: "GET" | "HEAD" | "PUT" | "DELETE", iri: string, sent: Sent = {}) =>
  member[method](request(method, iri, sent), { params: Promise.resolve({ id: iri.slice(root.length) }) });

const comment = (changes: Record<string, unknown> = {}) => ({
  "@context": "http://www.w3.org/ns/anno.jsonld",
  type: "Annotation",
  motivation: "commenting",
  body: { type: "TextualBody", value: "ملاحظة 👍🏽", purpose: "commenting" },
  target: {
    source: `http://localhost:3000/api/v1/documents/${team.documentSlug}/passages/4.ar.1`,
    selector: { type: "TextPositionSelector", start: 0, end: 10 },
  },
  ...changes,
});
async function made(changes: Record<string, unknown> = {}, sent: Sent = {}) {
  const answer = await onContainer("POST", { body: comment(changes), ...sent });
  const json = await answer.json();
  expect(answer.status, JSON.stringify(json)).toBe(201);
  return { iri: json.id as string, etag: answer.headers.get("etag") as string, json, answer };
}
const prefer = (...include: string[]) => ({ prefer: `return=representation;include="${include.join(" ")}"` });

describe("§3.1 an annotation", () => {
  test("MUST be given to GET with the media type of JSON-LD and the profile of the Recommendation", async () => {
    const { iri } = await made();
    const answer = await onMember("GET", iri, { headers: { accept: jsonLd } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(jsonLd);
    expect(await answer.json()).toMatchObject({ id: iri, type: "Annotation" });
  });
  test("MUST answer HEAD with the same headers and nothing else", async () => {
    const { iri, etag } = await made();
    const answer = await onMember("HEAD", iri);
    expect([answer.status, answer.headers.get("etag"), await answer.text()]).toEqual([200, etag, ""]);
  });
  test("MUST answer OPTIONS, without a token, as a browser asks from another origin", () => {
    const answer = memberOptions();
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      allow: "GET, HEAD, OPTIONS, PUT, DELETE",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": expect.stringContaining("ETag"),
    });
    expect(answer.headers.has("access-control-allow-credentials")).toBe(false);
  });
  test("MUST have a Link to ldp:Resource, an ETag, Allow and Vary: Accept", async () => {
    const { iri } = await made();
    const { headers } = await onMember("GET", iri);
    expect(headers.get("link")).toBe(`<${ldp}Resource>; rel="type"`);
    expect(headers.get("etag")).toMatch(/^"[\w-]+"$/);
    expect(headers.get("allow")).toContain("GET");
    expect(headers.get("vary")).toContain("Accept");
  });
  test("is refused with 406 in a form that we do not write, and given as JSON to who takes only that", async () => {
    const { iri } = await made();
    for (const accept of ["text/turtle", "application/ld+json;q=0, text/html"])
      expect((await onMember("GET", iri, { headers: { accept } })).status).toBe(406);
    const plain = await onMember("GET", iri, { headers: { accept: "application/json" } });
    expect(plain.headers.get("content-type")).toBe("application/json");
  });
  test("is not sent again to who has it", async () => {
    const { iri, etag } = await made();
    expect((await onMember("GET", iri, { headers: { "if-none-match": `"x", ${etag}` } })).status).toBe(304);
  });
  test("is not found by who may not see it, nor where there is none", async () => {
    const { iri } = await made({ layer: "private" });
    expect((await onMember("GET", iri)).status).toBe(200);
    expect((await onMember("GET", iri, { as: await tokenOf(team.admin) })).status).toBe(404);
    expect((await onMember("GET", `${root}0000`)).status).toBe(404);
  });
});

describe("§4 the container", () => {
  test("MUST end in a slash, and is a BasicContainer and an AnnotationCollection", async () => {
    const json = await (await onContainer("GET")).json();
    expect(json.id.startsWith(`${root}?`)).toBe(true);
    expect(json.type).toEqual(["BasicContainer", "AnnotationCollection"]);
    expect(json["@context"].slice(0, 2)).toEqual([
      "http://www.w3.org/ns/anno.jsonld",
      "http://www.w3.org/ns/ldp.jsonld",
    ]);
  });
  test("MUST say on every answer what it is and what constrains it, refusals too", async () => {
    const answers = [
      await onContainer("GET"),
      await onContainer("HEAD"),
      OPTIONS(),
      (await made()).answer,
      await onContainer("GET", { as: "iltizam_none" }),
    ];
    for (const { headers } of answers) {
      expect(headers.get("link")).toContain(`<${ldp}BasicContainer>; rel="type"`);
      expect(headers.get("link")).toContain(`<http://www.w3.org/TR/annotation-protocol/>; rel="${ldp}constrainedBy"`);
      expect(headers.get("accept-post")).toBe(jsonLd);
      expect(headers.get("allow")).toBe("GET, HEAD, OPTIONS, POST");
      expect(headers.get("access-control-allow-origin")).toBe("*");
    }
  });
  test("MUST have an ETag, which a new annotation changes, and varies by Accept and Prefer", async () => {
    const before = await onContainer("GET");
    expect(before.headers.get("vary")).toMatch(/Accept.*Prefer/);
    await made();
    expect((await onContainer("GET")).headers.get("etag")).not.toBe(before.headers.get("etag"));
  });
  test("§4.2 embeds descriptions unless something else is preferred", async () => {
    await made();
    const answer = await onContainer("GET");
    const { total, modified, first, last } = await answer.json();
    expect(total).toBeGreaterThan(0);
    expect(modified).toMatch(/Z$/);
    expect(last).toBe(`${root}?page=1&iris=0`);
    expect(first).toMatchObject({ type: "AnnotationPage", startIndex: 0, partOf: { total } });
    expect(first.items).toHaveLength(total);
    expect(first.items[0]).toMatchObject({ type: "Annotation" });
    expect(answer.headers.get("content-location")).toBe(`${root}?iris=0`);
  });
  test("§4.2.1 PreferContainedIRIs MUST give the IRIs of its annotations and no more of them", async () => {
    const { iri } = await made();
    const answer = await onContainer("GET", { headers: prefer(`${oa}PreferContainedIRIs`) });
    const { first } = await answer.json();
    expect(first.items).toContain(iri);
    expect(answer.headers.get("content-location")).toBe(`${root}?iris=1`);
    expect(answer.headers.get("preference-applied")).toBe("return=representation");
  });
  test("§4.2.1 PreferMinimalContainer embeds nothing", async () => {
    await made();
    const { first, last } = await (
      await onContainer("GET", { headers: prefer(`${ldp}PreferMinimalContainer`, `${oa}PreferContainedIRIs`) })
    ).json();
    expect([typeof first, typeof last]).toEqual(["string", "string"]);
  });
  test("§4.2.1 both kinds of contents at once are a bad request", async () => {
    const both = prefer(`${oa}PreferContainedIRIs`, `${oa}PreferContainedDescriptions`);
    expect((await onContainer("GET", { headers: both })).status).toBe(400);
  });
  test("the address in Content-Location gives the same without the preference", async () => {
    const preferred = await onContainer("GET", { headers: prefer(`${oa}PreferContainedIRIs`) });
    const direct = await onContainer("GET", { query: "?iris=1" });
    expect(direct.headers.get("etag")).toBe(preferred.headers.get("etag"));
  });
});

describe("§4.3 pages", () => {
  let large: Team;
  let reads: string;
  beforeAll(async () => {
    large = await makeTeam();
    reads = await tokenOf(large.reader, "READ");
    const { id: documentId } = await database().document.findFirstOrThrow({
      where: { workspaceId: large.workspaceId },
    });
    for (let count = 0; count < 201; count++) {
      await database().annotation.create({
        data: {
          workspaceId: large.workspaceId,
          documentId,
          motivation: "COMMENTING",
          layer: "TEAM",
          body: `${count}`,
          targets: { create: { ordinal: 1, exact: "x", prefix: "", suffix: "", orphanedAt: new Date() } },
        },
      });
    }
  });
  const page = async (query: string) => (await onContainer("GET", { as: reads, query })).json();

  test("MUST name their collection, lead to the next and the one before, and count from where they start", async () => {
    expect(await page("?page=2&iris=1")).toMatchObject({
      id: `${root}?page=2&iris=1`,
      type: "AnnotationPage",
      partOf: { id: `${root}?iris=1`, total: 201 },
      startIndex: 100,
      next: `${root}?page=3&iris=1`,
      prev: `${root}?page=1&iris=1`,
    });
    expect(await page("?page=1")).not.toHaveProperty("prev");
    expect(await page("?page=3")).not.toHaveProperty("next");
  });
  test("have each annotation once", async () => {
    const items = (await Promise.all([1, 2, 3].map((number) => page(`?page=${number}&iris=1`)))).flatMap(
      (each) => each.items,
    );
    expect(new Set(items).size).toBe(201);
  });
  test("end where the annotations do", async () => {
    expect((await onContainer("GET", { as: reads, query: "?page=4" })).status).toBe(404);
    expect((await onContainer("GET", { as: reads, query: "?page=0" })).status).toBe(400);
  });
});

describe("§5.1 an annotation that is made", () => {
  test("MUST be answered with 201 and its address, and the server gives it its id", async () => {
    const { answer, iri } = await made({ id: "https://client.example/1", canonical: "urn:uuid:5" });
    expect(answer.headers.get("location")).toBe(iri);
    expect(iri.startsWith(root)).toBe(true);
  });
  test("keeps its canonical address, and the one that it came with as via", async () => {
    const { json } = await made({ id: "https://client.example/2", canonical: "urn:uuid:6" });
    expect(json).toMatchObject({ via: "https://client.example/2", canonical: "urn:uuid:6" });
  });
  test("is the token’s owner’s, stands on the page, and in the history as done by a program", async () => {
    const { iri } = await made({ body: { type: "TextualBody", value: "من برنامج", purpose: "commenting" } });
    const { id: documentId } = await database().document.findFirstOrThrow({ where: { workspaceId: team.workspaceId } });
    const threads = await listThreads(team.analyst, documentId);
    expect(threads.find(({ id }) => iri.endsWith(id))).toMatchObject({ author: { memberId: team.analyst.memberId } });
    expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({ type: "annotation.made", via: "API" });
  });
  test("may answer another, in its thread", async () => {
    const { iri } = await made();
    const { json } = await made({
      motivation: "replying",
      body: { type: "TextualBody", value: "ردّ", purpose: "replying" },
      target: iri,
    });
    expect(json).toMatchObject({ motivation: "replying", target: iri });
  });
  test.each([
    ["another media type", 415, comment, { "content-type": "text/plain" }],
    ["no annotation", 400, () => ({ type: "Person" }), {}],
    ["a target nowhere here", 400, () => comment({ target: "https://elsewhere.example/" }), {}],
    [
      "words that are not in the text",
      400,
      () =>
        comment({
          target: {
            ...comment().target,
            selector: { type: "TextQuoteSelector", exact: "كلمات ليست في النص ولا ما يشبهها" },
          },
        }),
      {},
    ],
    ["a comment that says nothing", 400, () => comment({ body: undefined }), {}],
  ])("is refused with %s", async (_, status, body, headers) => {
    expect((await onContainer("POST", { body: body(), headers: headers as Record<string, string> })).status).toBe(
      status,
    );
  });
  test("is refused to a token that may only read, and to a member who may", async () => {
    const answers = await Promise.all(
      [tokenOf(team.analyst, "READ"), tokenOf(team.reader)].map(async (as) =>
        onContainer("POST", { body: comment(), as: await as }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });
});

describe("§5.3 an annotation that is changed", () => {
  let one: Awaited<ReturnType<typeof made>>;
  beforeEach(async () => {
    one = await made({ canonical: "urn:uuid:7" });
  });
  const put = (changes: Record<string, unknown>, headers: Record<string, string> = { "if-match": one.etag }) =>
    onMember("PUT", one.iri, { body: { ...one.json, ...changes }, headers });
  const saying = (value: string) => ({ ...one.json.body, value });

  test("is answered with what it is now, and a new ETag", async () => {
    const answer = await put({ body: saying("نص جديد"), resolvedAt: "2026-01-01T00:00:00Z" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("etag")).not.toBe(one.etag);
    expect(await answer.json()).toMatchObject({ body: { value: "نص جديد" }, resolvedAt: expect.any(String) });
  });
  test("needs If-Match, and one that holds: two programs do not undo each other’s work", async () => {
    expect((await put({ body: saying("أولاً") }, {})).status).toBe(428);
    expect((await put({ body: saying("أولاً") })).status).toBe(200);
    expect((await put({ body: saying("ثانياً") })).status).toBe(412);
  });
  test.each([
    ["what was marked", { target: "https://elsewhere.example/" }],
    ["why", { motivation: "questioning" }],
    ["its canonical address", { canonical: "urn:uuid:8" }],
    ["where it came from", { via: "https://elsewhere.example/1" }],
    ["who sees it, back to its author alone", { layer: "private" }],
  ])("keeps %s: 409", async (_, changes) => {
    expect((await put(changes)).status).toBe(409);
  });
  test("may be reworded in another language", async () => {
    const answer = await put({
      body: { ...one.json.body, value: "Une remarque", language: "fr", textDirection: "ltr" },
    });
    expect(await answer.json()).toMatchObject({
      body: { value: "Une remarque", language: "fr", textDirection: "ltr" },
    });
  });
  test("gets other tags of the list, and none that are not in it", async () => {
    const names = ["تمويل", "حدود"];
    for (const name_ar of names) await addTag(team.editor, addTagInput.parse({ name_ar, color: "RED" }));
    const tagged = (...values: string[]) => ({
      body: [one.json.body, ...values.map((value) => ({ type: "TextualBody", purpose: "tagging", value }))],
    });
    const answer = await put(tagged(...names));
    const { body } = (await answer.json()) as { body: { purpose: string; value: string }[] };
    expect(body.filter(({ purpose }) => purpose === "tagging").map(({ value }) => value)).toEqual(names);
    const headers = { "if-match": answer.headers.get("etag") ?? "" };
    expect((await put(tagged("شيء آخر"), headers)).status).toBe(400);
  });
  test("keeps its id", async () => {
    expect((await put({ id: `${root}other` })).status).toBe(400);
  });
  test("is its author’s alone", async () => {
    const as = await tokenOf(team.admin);
    const headers = { "if-match": one.etag };
    const answer = await onMember("PUT", one.iri, { body: { ...one.json, body: saying("x") }, headers, as });
    expect(answer.status).toBe(403);
  });
});

describe("§5.4 an annotation that is deleted", () => {
  test("MUST be answered with 204, and is gone for good from its address: 410", async () => {
    const { iri, etag } = await made();
    expect((await onMember("DELETE", iri)).status).toBe(428);
    expect((await onMember("DELETE", iri, { headers: { "if-match": '"x"' } })).status).toBe(412);
    expect((await onMember("DELETE", iri, { headers: { "if-match": etag } })).status).toBe(204);
    expect((await onMember("GET", iri)).status).toBe(410);
    expect((await onMember("DELETE", iri, { headers: { "if-match": etag } })).status).toBe(410);
  });
});
