import { beforeEach, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { recordAssessment } from "@/server/assessments";
import type { MemberActor } from "@/server/auth/actor";
import { setLead } from "@/server/commitments";
import { database } from "@/server/database";
import { listNotifications } from "@/server/notifications";
import { tellSilences } from "@/server/silences";
import { watch } from "@/server/watches";
import { attach, makeTeam, type Team } from "../cast";

let team: Team;
beforeEach(async () => {
  team = await makeTeam();
  await database().document.updateMany({
    where: { workspaceId: team.workspaceId },
    data: { createdAt: new Date("2024-01-31T23:30:00Z") },
  });
});

const id = (number: number) => team.commitments[number - 1]?.id as string;
const told = async (actor: MemberActor) =>
  (await listNotifications(actor)).notifications
    .filter(({ kind }) => kind === "SILENCE")
    .map(({ commitment, data }) => [commitment?.number, data.since]);
const lead = (number: number, member: MemberActor) =>
  setLead(team.editor, { commitmentId: id(number), version: 1, leadId: member.memberId });

test("the lead and the watchers are told once the months are over, however often the clock asks", async () => {
  await lead(1, team.analyst);
  await watch(team.reader, { what: "commitment", id: id(1) });
  await tellSilences("2025-01-31");
  expect(await told(team.analyst)).toEqual([]);
  await tellSilences("2025-02-01");
  await tellSilences("2025-03-01");
  expect(await told(team.analyst)).toEqual([[1, "2024-01-31"]]);
  expect(await told(team.reader)).toEqual([[1, "2024-01-31"]]);
  expect(await told(team.admin), "nobody else").toEqual([]);
});

test("who watches the whole text is told of each of its commitments", async () => {
  const { id: documentId } = await database().document.findFirstOrThrow({ where: { workspaceId: team.workspaceId } });
  await watch(team.reader, { what: "document", id: documentId });
  await tellSilences("2025-06-01");
  expect(new Set((await told(team.reader)).map(([number]) => number))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
});

test("evidence and an assessment break the silence, and the next one is told anew", async () => {
  await Promise.all([lead(1, team.analyst), lead(2, team.analyst), lead(3, team.analyst)]);
  const { citationId } = await attach(team.editor, id(1));
  const judged = { completion: "LIMITED", confidence: "LOW", rationale: "…", asOf: "2024-02-01", citationIds: [] };
  await recordAssessment(team.editor, recordAssessmentInput.parse({ ...judged, commitmentId: id(2) }));
  await tellSilences("2025-06-01");
  expect(await told(team.analyst)).toEqual([[3, "2024-01-31"]]);
  await database().citation.update({
    where: { id: citationId },
    data: { createdAt: new Date("2024-03-05T12:00:00Z") },
  });
  await tellSilences("2025-06-02");
  expect(await told(team.analyst)).toEqual([
    [1, "2024-03-05"],
    [3, "2024-01-31"],
  ]);
});

test("what is complete may be silent", async () => {
  await lead(4, team.analyst);
  const { citationId } = await attach(team.editor, id(4));
  const judged = { completion: "COMPLETE", confidence: "HIGH", rationale: "…", asOf: "2024-02-01" };
  await recordAssessment(
    team.editor,
    recordAssessmentInput.parse({ ...judged, commitmentId: id(4), citationIds: [citationId] }),
  );
  await tellSilences("2039-01-01");
  expect(await told(team.analyst)).toEqual([]);
});
