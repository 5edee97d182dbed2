import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET } from "@/app/api/v1/documents/[slug]/provisions/route";
import { Refusal } from "@/domain/refusal";
import type { MemberActor } from "@/server/auth/actor";
import { aLongText, makeTeam, proposeProvisions, type Team } from "@/tests/cast";

// The session is the browser's; who it belongs to is what these tests decide.
const session = vi.hoisted(() => ({ actor: null as MemberActor | null }));
vi.mock("@/server/auth/session", () => ({
  actorOrRefuse: async () => {
    if (!session.actor) throw new Refusal("unauthenticated");
    return session.actor;
  },
}));

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
  await proposeProvisions(team);
});
beforeEach(() => {
  session.actor = team.reader;
});

const ask = (slug = team.documentSlug) =>
  GET(new Request(`http://localhost:3000/api/v1/documents/${slug}/provisions`), { params: Promise.resolve({ slug }) });

test("a reader’s program gets every provision with its words and where they stand", async () => {
  const answer = await ask();
  expect(answer.headers.get("cache-control")).toBe("private, no-cache");
  const { document, commitments } = await answer.json();
  expect(document).toBe(team.documentSlug);
  expect(commitments).toHaveLength(8);
  expect(commitments[7]).toMatchObject({
    number: 8,
    provisions: [
      {
        number: "8.1",
        speechAct: "WELCOME",
        addressee: { en: "Italy" },
        due: { on: "2020-12-31", precision: "YEAR" },
        state: "PROPOSED",
        status: null,
        spans: [{ language: "ar", revision: 1, start: 0, isLost: false }],
      },
    ],
  });
});

test("those of a long document come in parts, each saying where the next begins", async () => {
  const { slug } = await aLongText(team, 45, { commitments: true });
  const numbers: number[][] = [];
  for (let next: string | null = `/api/v1/documents/${slug}/provisions`; next; ) {
    const answer = await GET(new Request(`http://localhost:3000${next}`), { params: Promise.resolve({ slug }) });
    const part: { commitments: { number: number }[]; next: string | null } = await answer.json();
    numbers.push(part.commitments.map(({ number }) => number));
    next = part.next;
  }
  expect(numbers.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(numbers.flat()).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
  for (const after of ["x", "-1", "1.5"]) {
    const wrong = new Request(`http://localhost:3000/api/v1/documents/${slug}/provisions?after=${after}`);
    expect((await GET(wrong, { params: Promise.resolve({ slug }) })).status).toBe(400);
  }
});

test("nobody else gets anything", async () => {
  expect((await ask("no-such-text")).status).toBe(404);
  session.actor = (await makeTeam()).reader;
  expect((await (await ask()).json()).commitments[0].provisions).toEqual([]);
  session.actor = null;
  expect((await ask()).status).toBe(401);
});
