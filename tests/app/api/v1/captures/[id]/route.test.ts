import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as getFile } from "@/app/api/v1/captures/[id]/file/route";
import { GET as getShown } from "@/app/api/v1/captures/[id]/shown/route";
import { GET as list, POST as upload } from "@/app/api/v1/evidence/[id]/captures/route";
import { mostCopied } from "@/domain/capture-terms";
import { Refusal } from "@/domain/refusal";
import { setEnv } from "@/env";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { attach, makeTeam, type Team } from "@/tests/cast";

const session = vi.hoisted(() => ({ actor: null as MemberActor | null }));
vi.mock("@/server/auth/session", () => ({
  actorOrRefuse: async () => {
    if (!session.actor) throw new Refusal("unauthenticated");
    return session.actor;
  },
}));
vi.mock("@/server/fetching/keep-page", () => ({
  keepPage: async ({ bytes }: { bytes: Buffer }) => {
    const isPicture = bytes.toString("latin1").startsWith("\x89PNG");
    return isPicture
      ? { mediaType: "image/png", title: null, language: null, text: null, shown: null }
      : { mediaType: "text/html", title: null, language: null, text: "words", shown: Buffer.from("<p>words</p>") };
  },
}));

let directory: string;
let team: Team;
let evidenceId: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "iltizam-files-"));
  setEnv({ DATA_DIR: directory });
  team = await makeTeam();
  const { citationId } = await attach(team.analyst, team.commitments[0]?.id as string);
  evidenceId = (await database().citation.findUniqueOrThrow({ where: { id: citationId } })).evidenceId;
});
afterAll(() => rm(directory, { recursive: true }));
beforeEach(() => {
  session.actor = team.analyst;
});

const address = "http://localhost:3000/api/v1/x";
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const bytesType = { "content-type": "application/octet-stream" };
const send = (body: BodyInit, headers: Record<string, string> = bytesType) =>
  upload(
    new Request(`${address}?name=%D9%86%D8%B3%D8%AE%D8%A9.html`, { method: "POST", body, headers }),
    at(evidenceId),
  );
const kept = async (body: BodyInit) => (await (await send(body)).json()).id as string;
const page = "<script>alert(1)</script>";

describe("a kept page", () => {
  test("is shown shut in: nothing runs, nothing is loaded, nobody else may frame it", async () => {
    const answer = await getShown(new Request(address), at(await kept(page)));
    expect(answer.status).toBe(200);
    const policy = answer.headers.get("content-security-policy")?.split("; ") ?? [];
    expect(policy).toEqual(expect.arrayContaining(["sandbox", "default-src 'none'", "frame-ancestors 'self'"]));
    expect(policy.join()).not.toMatch(/allow-|script|https?:|\*/);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    });
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test("as it came is only there to be saved, under the name it had", async () => {
    const answer = await getFile(new Request(address), at(await kept(page)));
    expect(await answer.text()).toBe(page);
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="copy-\d+\.html"; filename\*=UTF-8''%D9/,
    );
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  });
});

test("a picture stands in the page, and has no form of its own", async () => {
  const id = await kept(Buffer.from("\x89PNG", "latin1"));
  const answer = await getFile(new Request(address), at(id));
  expect(answer.headers.get("content-disposition")).toBe("inline");
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect((await getShown(new Request(address), at(id))).status).toBe(404);
});

describe("handing a file in", () => {
  test("answers with the number of the copy, which is then listed", async () => {
    const answer = await send(page);
    const { number } = await answer.json();
    expect(answer.status).toBe(201);
    const { captures } = await (await list(new Request(address), at(evidenceId))).json();
    expect(captures[0]).toMatchObject({ number, fileName: "نسخة.html", origin: "UPLOADED" });
  });

  test("cannot be done by a form of another site, nor with more than is kept", async () => {
    expect((await send(page, { "content-type": "text/plain" })).status).toBe(415);
    expect((await send(new Uint8Array(mostCopied + 1))).status).toBe(413);
  });

  test("and reading is for members, and handing in for those who may", async () => {
    const id = await kept(page);
    session.actor = team.reader;
    expect((await send(page)).status).toBe(403);
    expect((await getShown(new Request(address), at(id))).status).toBe(200);
    session.actor = null;
    expect((await send(page)).status).toBe(401);
    for (const get of [getShown, getFile]) expect((await get(new Request(address), at(id))).status).toBe(401);
    session.actor = (await makeTeam()).admin;
    for (const get of [getShown, getFile]) expect((await get(new Request(address), at(id))).status).toBe(404);
  });
});
