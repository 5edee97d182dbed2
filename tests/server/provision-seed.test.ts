import { expect, test } from "vitest";
import { communiqueProvisions } from "@/prisma/seed/provisions";
import { systemActor } from "@/server/auth/actor";
import { getCommitment } from "@/server/commitments";
import { correctPassage } from "@/server/passages";
import { seedProvisions } from "@/server/provision-seed";
import { dropProvision, listProvisions } from "@/server/provisions";
import { eventsOf, makeTeam, proposeProvisions } from "../cast";

test("history keeps the whole proposal of a commitment in one line", async () => {
  const team = await makeTeam();
  expect(await proposeProvisions(team)).toEqual({ seeded: 31 });
  const first = (await eventsOf(team.workspaceId)).find(({ type }) => type === "provision.seeded");
  const [proposed] = await listProvisions(team.reader, team.commitments[0]?.id as string);
  expect(first).toMatchObject({
    type: "provision.seeded",
    via: "SEED",
    memberId: null,
    commitmentId: team.commitments[0]?.id,
    data: {
      provisions: [
        {
          provisionId: proposed?.id,
          number: "1.1",
          speechAct: "URGE",
          state: "PROPOSED",
          quotes: [expect.any(String)],
        },
        { number: "1.2", quotes: [expect.any(String), expect.any(String)] },
        {},
        {},
        { number: "1.5", speechAct: "STATE", bearer: null, verifiability: "NOT_VERIFIABLE" },
        {},
      ],
    },
  });
});

test("what a team dropped is not proposed to it again", async () => {
  const team = await makeTeam();
  await proposeProvisions(team);
  const fourth = team.commitments[3]?.id as string;
  const [only] = await listProvisions(team.editor, fourth);
  await dropProvision(team.editor, { provisionId: only?.id as string, version: 1, reason: "سبب" });
  expect(await proposeProvisions(team)).toEqual({ seeded: 0 });
  expect(await listProvisions(team.reader, fourth)).toMatchObject([{ state: "DROPPED", dropReason: "سبب" }]);
});

test("in a text that was corrected before, words stand where they stand now, and those that are gone are lost", async () => {
  const team = await makeTeam();
  const second = team.commitments[1]?.id as string;
  const [passage] = (await getCommitment(team.editor, second)).passages;
  const { id: passageId, revision, text } = passage as NonNullable<typeof passage>;
  const [first] = communiqueProvisions().commitments[1]?.provisions[0]?.quotes ?? [];
  const corrected = `في البداية. ${text.replace(first as string, "")}`;
  await correctPassage(team.editor, { passageId, revision, text: corrected, reason: "…" });
  await proposeProvisions(team);
  const [gone, kept] = await listProvisions(team.reader, second);
  expect(gone?.spans).toMatchObject([{ isLost: true, exact: first }]);
  expect(kept?.spans).toMatchObject([{ isLost: false, revision: 2 }]);
  const [span] = kept?.spans ?? [];
  expect([...corrected].slice(span?.start, span?.end).join("")).toBe(span?.exact);
});

test("words that are not in the text, or are there twice, are refused", async () => {
  const team = await makeTeam();
  const input = communiqueProvisions();
  for (const quote of ["ليست في النص", "سوريا"]) {
    const [provision] = input.commitments[0]?.provisions ?? [];
    const commitments = [
      { number: 1, provisions: [{ ...(provision as NonNullable<typeof provision>), quotes: [quote] }] },
    ];
    await expect(
      seedProvisions(systemActor(team.workspaceId, "SEED"), { ...input, commitments }),
    ).rejects.toMatchObject({ code: "invalid" });
  }
});
