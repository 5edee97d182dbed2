// Double codings for programs: by a token, no program learns of a coding what its person may not see yet.
import { beforeAll, expect, test } from "vitest";
import { GET as getOne } from "@/app/api/v1/double-codings/[id]/route";
import { GET as getAll } from "@/app/api/v1/double-codings/route";
import { createTokenInput } from "@/domain/api-token";
import { requestDoubleCodingInput, submitCodingInput } from "@/domain/double-coding";
import { createToken } from "@/server/api-tokens";
import type { MemberActor } from "@/server/auth/actor";
import { requestDoubleCoding, submitCoding } from "@/server/double-codings";
import { makeTeam, type Team } from "@/tests/cast";

const root = "http://localhost:3000/api/v1/double-codings";
const secret = "كلام لا يظهر قبل أوانه 91c4";

let team: Team;
let id: string;
beforeAll(async () => {
  team = await makeTeam();
  const commitmentId = team.commitments[0]?.id as string;
  const coderIds = [team.analyst.memberId, team.editor.memberId];
  const input = requestDoubleCodingInput.parse({ commitmentId, asOf: "2021-06-30", coderIds });
  id = (await requestDoubleCoding(team.editor, input)).id;
  await judge(team.analyst);
});

const judge = (coder: MemberActor) =>
  submitCoding(
    coder,
    submitCodingInput.parse({ doubleCodingId: id, completion: "LIMITED", confidence: "HIGH", rationale: secret }),
  );
async function answersTo(actor: MemberActor) {
  const input = createTokenInput.parse({ name: "x", scope: "READ", validDays: "7" });
  const { token } = await createToken(actor, input);
  const ask = (address: string) => new Request(address, { headers: { authorization: `Bearer ${token}` } });
  return [
    await getAll(ask(root), { params: Promise.resolve({}) }),
    await getOne(ask(`${root}/${id}`), { params: Promise.resolve({ id }) }),
  ] as const;
}
const all = () => [team.reader, team.analyst, team.editor, team.admin];

test("before both have submitted, a program reads its person’s own coding and nobody else’s", async () => {
  for (const actor of all()) {
    for (const answer of await answersTo(actor)) {
      expect(answer.status).toBe(200);
      expect((await answer.text()).includes(secret), actor.role).toBe(actor === team.analyst);
    }
  }
});

test("afterwards both, with how far they agree", async () => {
  await judge(team.editor);
  for (const actor of all()) {
    const [list, one] = await answersTo(actor);
    expect(await list.json()).toMatchObject({
      doubleCodings: [{ id, state: "REVEALED", codings: [{ rationale: secret }, { rationale: secret }] }],
      agreement: { units: 1, alike: 1, raw: 1, missing: 0 },
    });
    expect(await one.json()).toMatchObject({ id, asOf: "2021-06-30", agreed: true });
  }
});

test("a state narrows the list, an unknown one is refused, and strangers find nothing", async () => {
  const { token } = await createToken(
    team.reader,
    createTokenInput.parse({ name: "x", scope: "READ", validDays: "7" }),
  );
  const ask = (query: string) =>
    getAll(new Request(`${root}?state=${query}`, { headers: { authorization: `Bearer ${token}` } }), {
      params: Promise.resolve({}),
    });
  expect(await (await ask("OPEN")).json()).toMatchObject({ doubleCodings: [] });
  expect((await ask("SECRET")).status).toBe(400);
  const [list, one] = await answersTo((await makeTeam()).admin);
  expect(await list.json()).toMatchObject({ doubleCodings: [] });
  expect(one.status).toBe(404);
});
