// Annotations as a file and back, the passages that they name, by a program that has a token and no browser.
import { beforeAll, describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/v1/documents/[slug]/annotations/route";
import { GET as getCommitment } from "@/app/api/v1/documents/[slug]/commitments/[number]/route";
import { GET as getPassage } from "@/app/api/v1/documents/[slug]/passages/[key]/route";
import { createTokenInput } from "@/domain/api-token";
import { createToken } from "@/server/api-tokens";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { makeTeam, type Team } from "@/tests/cast";

let team: Team;
let reading: string;
let writing: string;
beforeAll(async () => {
  team = await makeTeam();
  reading = await tokenOf(team.analyst, "READ");
  writing = await tokenOf(team.analyst, "WRITE");
});

async function tokenOf(actor: MemberActor, scope: string): Promise<string> {
  return (await createToken(actor, createTokenInput.parse({ name: "x", scope, validDays: "7" }))).token;
}
const asked = (token: string, query = "", init: RequestInit = {}) =>
  new Request(`http://localhost:3000/api/v1/documents/${team.documentSlug}/annotations${query}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  });
const at = () => ({ params: Promise.resolve({ slug: team.documentSlug }) });
const send = (body: BodyInit, { token = writing, query = "", type = "application/ld+json" } = {}) =>
  POST(asked(token, query, { method: "POST", body, headers: { "content-type": type } }), at());

const one = () => ({
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: "https://other.example/1",
  type: "Annotation",
  motivation: "highlighting",
  target: {
    source: `http://localhost:3000/api/v1/documents/${team.documentSlug}/passages/4.ar.1`,
    selector: { type: "TextPositionSelector", start: 0, end: 10 },
  },
});

describe("the annotations of a document", () => {
  test("are brought in after a look at what would become of them, and given out as one file", async () => {
    const shown = await send(JSON.stringify(one()), { query: "?dryRun=true" });
    expect(await shown.json()).toMatchObject([{ outcome: "PLACED" }]);
    expect(await (await GET(asked(reading), at())).json()).toMatchObject({ type: "AnnotationCollection", total: 0 });
    expect((await send(JSON.stringify(one()))).status).toBe(200);
    const answer = await GET(asked(reading, "?kind=HIGHLIGHTING"), at());
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
      "content-disposition": expect.stringContaining(`${team.documentSlug}-annotations.jsonld`),
    });
    const collection = await answer.json();
    expect(collection).toMatchObject({ total: 1, first: { items: [{ via: "https://other.example/1" }] } });
    expect(await (await GET(asked(reading, "?kind=COMMENTING"), at())).json()).toMatchObject({ total: 0 });
    expect((await GET(asked(reading, "?paragraph=x&state=y"), at())).status).toBe(400);
  });

  test("name passages by addresses that give the text, as it is counted in", async () => {
    const { text } = await database().passage.findFirstOrThrow({
      where: { paragraph: { ordinal: 4, document: { workspaceId: team.workspaceId } } },
    });
    const answer = await getPassage(asked(reading), {
      params: Promise.resolve({ slug: team.documentSlug, key: "4.ar.1" }),
    });
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await answer.text()).toBe(text);
    for (const key of ["4.ar.2", "4.en.1", "999.ar.1", "4", "../4.ar.1"]) {
      const none = await getPassage(asked(reading), { params: Promise.resolve({ slug: team.documentSlug, key }) });
      expect(none.status).toBe(404);
    }
  });

  test("name commitments by addresses that lead to their pages", async () => {
    const go = (number: string) =>
      getCommitment(asked(reading), { params: Promise.resolve({ slug: team.documentSlug, number }) });
    expect((await go("1")).headers.get("location")).toBe(`/ar/commitments/${team.commitments[0]?.id}`);
    expect((await go("99")).status).toBe(404);
  });
});

describe("a program is refused", () => {
  test("that writes with a token for reading, and hears which scope it lacks", async () => {
    const answer = await send(JSON.stringify(one()), { token: reading });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("www-authenticate")).toContain('error="insufficient_scope"');
  });

  test("with a token that is none", async () => {
    const answer = await GET(asked("iltizam_none"), at());
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe(
      'Bearer realm="Iltizam", error="invalid_token", error_description="token_unknown"',
    );
    expect(await answer.json()).toMatchObject({ code: "unauthenticated", reason: "token_unknown" });
  });

  test.each([
    ["what a form of another site could send", "x=1", "text/plain", 415],
    ["no JSON", "{", "application/json", 400],
    ["half of an emoji", '{"type":"Annotation","x":"\\ud83d"}', "application/ld+json", 400],
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "application/json", 400],
    ["too much", `"${"x".repeat(8 * 1024 * 1024)}"`, "application/json", 413],
  ])("that sends %s", async (_, body, type, status) => {
    expect((await send(body, { type })).status).toBe(status);
  });
});
