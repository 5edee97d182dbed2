import { expect, test, vi } from "vitest";
import { endpoint, parseQuery } from "@/app/api/v1/_http/endpoint";
import { createTokenInput } from "@/domain/api-token";
import { evidenceQuery } from "@/domain/evidence-list";
import { reportChoices } from "@/domain/report";
import { createToken } from "@/server/api-tokens";
import { database } from "@/server/database";
import { makeTeam } from "../../cast";

vi.mock("@/server/auth/session", () => ({ actorOrRefuse: async () => ({}) }));

const parse = (query: string) => parseQuery(reportChoices, new Request(`http://localhost/x?${query}`));

test("a name that is repeated is a list, as a form's boxes send it", () => {
  expect(parse("sections=table&sections=method").sections).toEqual(["table", "method"]);
  expect(parse("sections=table,method&commitments=3").commitments).toEqual([3]);
});

test("a parameter that cannot be taken is refused at its name", () => {
  const refusal = (fields: object) => expect.objectContaining({ code: "invalid", detail: { fields } });
  const attempt = (query: string) => {
    try {
      return parse(query);
    } catch (error) {
      return error;
    }
  };
  expect(attempt("asOf=x&sections=cover")).toEqual(refusal({ asOf: "bad_date", sections: "choose_one" }));
  expect(attempt("asOf=2024-01-01&asOf=2024-01-02")).toEqual(refusal({ asOf: "required" }));
  expect(attempt("asOf=2024-01-01&comparedWith=2024-02-01")).toEqual(refusal({ comparedWith: "not_earlier" }));
});

test("what fails for want of space is told to come again, though the database answers; a bug is not", async () => {
  const { analyst } = await makeTeam();
  const { token } = await createToken(analyst, createTokenInput.parse({ name: "x", scope: "READ", validDays: "7" }));
  const answerTo = (sql: string) =>
    endpoint(async () => Response.json(await database().$executeRawUnsafe(sql)))(
      new Request("http://localhost/x", { headers: { authorization: `Bearer ${token}` } }),
      { params: Promise.resolve({}) },
    );
  const full = await answerTo("DO $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$");
  expect(full.status).toBe(503);
  expect(full.headers.get("retry-after")).toBe("10");
  expect(await full.json()).toEqual({ type: "about:blank", status: 503, code: "unavailable" });
  const wrong = await answerTo("SELECT nonsense");
  expect(wrong.status).toBe(500);
  expect(await wrong.json()).toEqual({ type: "about:blank", status: 500, code: "unexpected" });
});

test("a parameter that the database can neither keep nor look for is refused at its name", () => {
  const attempt = () => parseQuery(evidenceQuery, new Request("http://localhost/x?q=a%00b&health=ALIVE"));
  expect(attempt).toThrow(expect.objectContaining({ code: "invalid", detail: { fields: { q: "invalid" } } }));
});

test.each(["\0", "a\0", "\ud800"])(
  "what is named in a way in which nothing can be named is not there: %j",
  async (id) => {
    const handle = vi.fn(async () => new Response("found"));
    const answer = (given: string) =>
      endpoint(handle)(new Request("http://localhost/x"), { params: Promise.resolve({ id: given }) });
    expect((await answer(id)).status).toBe(404);
    expect(handle).not.toHaveBeenCalled();
    expect((await answer("a")).status).toBe(200);
  },
);
