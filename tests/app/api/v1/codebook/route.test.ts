import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/v1/codebook/route";
import { createTokenInput } from "@/domain/api-token";
import { publishCodebookInput } from "@/domain/codebook-changes";
import { createToken } from "@/server/api-tokens";
import { publishCodebook } from "@/server/codebooks";
import { makeTeam, names, type Team } from "@/tests/cast";

let team: Team;
let token: string;
beforeAll(async () => {
  team = await makeTeam();
  token = (await createToken(team.reader, createTokenInput.parse({ name: "x", scope: "READ", validDays: "7" }))).token;
  const changes = { "definition.completion.LIMITED.en": "Less than half is done." };
  await publishCodebook(team.editor, publishCodebookInput.parse({ basedOn: 1, reason: "Clearer", ...changes }));
});

async function ask(query: string, authorization = `Bearer ${token}`) {
  const headers = { authorization };
  const answer = await GET(new Request(`http://localhost:3000/api/v1/codebook${query}`, { headers }), {
    params: Promise.resolve({}),
  });
  return { status: answer.status, link: answer.headers.get("link"), body: await answer.json() };
}

const limitedIn = (body: { scales: { name: string; values: { code: string; definition: { en: string } }[] }[] }) =>
  body.scales[0]?.values.find(({ code }) => code === "LIMITED")?.definition.en;

test("the version in force, with its schema, for a token that may only read", async () => {
  const { status, link, body } = await ask("");
  expect(status).toBe(200);
  expect(link).toContain("/schemas/codebook-v1.json");
  expect(body).toMatchObject({ version: 2, inForce: true, publishedBy: names.EDITOR, reason: "Clearer" });
  expect(limitedIn(body)).toBe("Less than half is done.");
});

test("an earlier version as it was", async () => {
  const { body } = await ask("?version=1");
  expect(body).toMatchObject({ version: 1, inForce: false, publishedBy: null, reason: null });
  expect(limitedIn(body)).toMatch(/^First steps were taken/);
});

test.each([
  ["?version=3", 404],
  ["?version=two", 400],
])("%s is answered with %i", async (query, status) => {
  expect((await ask(query)).status).toBe(status);
});

test("nobody reads it without saying who they are", async () => {
  expect((await ask("", "Bearer nothing")).status).toBe(401);
});
