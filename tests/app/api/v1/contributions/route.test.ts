import { beforeAll, expect, test, vi } from "vitest";
import { GET } from "@/app/api/v1/contributions/route";
import { Refusal } from "@/domain/refusal";
import type { MemberActor } from "@/server/auth/actor";
import { makeTeam, type Team } from "@/tests/cast";

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
});

const ask = (query: string) =>
  GET(new Request(`http://localhost:3000/api/v1/contributions${query}`), { params: Promise.resolve({}) });

test.each(["xlsx", "csv", "json"])("a reader takes what the parties did as %s", async (format) => {
  session.actor = team.reader;
  const answer = await ask(`?format=${format}&language=fr`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toContain(`.${format}"`);
});

test("a format that there is not, a document that there is not, and nobody at all are refused", async () => {
  session.actor = team.reader;
  expect((await ask("?format=pdf")).status).toBe(400);
  expect((await ask("?format=csv&document=absent")).status).toBe(404);
  session.actor = null;
  expect((await ask("?format=csv")).status).toBe(401);
});

test.each([
  ["from=2021-13-01", "from", "bad_date"],
  ["commitment=-1", "commitment", "invalid"],
  ["kind=TRIBE", "kind", "choose_one"],
  ["evidence=yes", "evidence", "choose_one"],
  ["form=2021-01-01", "form", undefined],
])(
  "the filter %s is refused at its name: an export of everything would pass for what was asked",
  async (filter, at, how) => {
    session.actor = team.reader;
    const answer = await ask(`?format=csv&${filter}`);
    expect(answer.status).toBe(400);
    const { fields } = await answer.json();
    if (how) expect(fields).toEqual({ [at]: how });
  },
);
