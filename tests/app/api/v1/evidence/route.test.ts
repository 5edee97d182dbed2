import { parseCsv } from "hucre/csv";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/api/v1/evidence/route";
import { createTokenInput } from "@/domain/api-token";
import { Refusal } from "@/domain/refusal";
import { locales } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { createToken } from "@/server/api-tokens";
import type { MemberActor } from "@/server/auth/actor";
import { attach, makeTeam, type Team } from "@/tests/cast";

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
  const [one, two] = team.commitments.map(({ id }) => id) as [string, string];
  await attach(team.analyst, one, {
    address: "https://example.org/a",
    title: "=1+1",
    reliability: "B",
    credibility: "2",
  });
  await attach(team.analyst, two, { address: "https://example.org/a", title: "=1+1", stance: "CONTRADICTS" });
  await attach(team.analyst, two, { address: "https://example.org/b", title: "تقرير", kind: "REPORT", language: "ar" });
});
beforeEach(() => {
  session.actor = team.reader;
});

const ask = (query = "", headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost:3000/api/v1/evidence${query}`, { headers }), { params: Promise.resolve({}) });

describe("the library for programs", () => {
  test("is a page of sources with what they are cited for, filtered as the page of the product is", async () => {
    const answer = await ask("?sort=grade");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toMatchObject({
      ...{ total: 2, found: 2, page: 1, pages: 1 },
      items: [
        {
          grade: "B2",
          citations: [
            { commitment: { number: 1 }, stance: "SUPPORTS" },
            { commitment: { number: 2 }, stance: "CONTRADICTS" },
          ],
        },
        { title: "تقرير" },
      ],
    });
    expect(await (await ask("?kind=REPORT")).json()).toMatchObject({ found: 1, items: [{ title: "تقرير" }] });
  });

  test("is open to a token that only reads", async () => {
    const { token } = await createToken(
      team.reader,
      createTokenInput.parse({ name: "قارئ", scope: "READ", validDays: "7" }),
    );
    session.actor = null;
    expect((await ask("", { authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await ask()).status).toBe(401);
  });

  test("a filter that is not one is refused at its name", async () => {
    for (const [query, field] of [
      ["?health=WELL", "health"],
      ["?page=0", "page"],
      ["?format=xml", "format"],
    ]) {
      const answer = await ask(query);
      expect(answer.status, query).toBe(400);
      expect(Object.keys((await answer.json()).fields)).toEqual([field]);
    }
    expect((await ask("?colour=red")).status).toBe(400);
  });
});

describe.each(locales)("as CSV in %s", (locale) => {
  test("is every source that the filters leave, in the words of the language and nothing a spreadsheet would run", async () => {
    const answer = await ask(`?format=csv&locale=${locale}&sort=grade`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const [heads, ...rows] = parseCsv(new TextDecoder().decode(await answer.arrayBuffer())) as string[][];
    const { library, scales } = messagesFor(locale);
    const at = (row: string[] | undefined, head: keyof typeof library.file) =>
      row?.[heads?.indexOf(library.file[head]) ?? -1];
    expect(rows.map((row) => at(row, "title"))).toEqual(["'=1+1", "تقرير"]);
    expect(at(rows[0], "reliability")).toBe(`B · ${scales.reliability.B}`);
    expect(at(rows[0], "citations")?.split("\n")).toHaveLength(2);
    expect(at(rows[0], "citations")).toContain(scales.stance.CONTRADICTS);
    expect(at(rows[1], "kind")).toBe(scales.evidenceKind.REPORT);
    const filtered = await ask(`?format=csv&locale=${locale}&kind=REPORT`);
    expect(parseCsv(new TextDecoder().decode(await filtered.arrayBuffer()))).toHaveLength(2);
  });
});
