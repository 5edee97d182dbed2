import { expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { recordAssessment } from "@/server/assessments";
import { listProvisionAssessments } from "@/server/provision-assessments";
import { listProvisions } from "@/server/provisions";
import { makeTeam, proposeProvisions } from "../cast";

test("each provision has its own judgements, newest first, and those of the commitment are not among them", async () => {
  const team = await makeTeam();
  await proposeProvisions(team);
  const commitmentId = team.commitments[1]?.id as string;
  const [first, second] = await listProvisions(team.reader, commitmentId);
  const judge = (asOf: string, provisionId?: string, basedOnId?: string) =>
    recordAssessment(
      team.analyst,
      recordAssessmentInput.parse({
        ...{ commitmentId, provisionId, basedOnId, asOf },
        ...{ completion: "LIMITED", confidence: "LOW", rationale: "خطوات أولى" },
      }),
    );
  const { id } = await judge("2020-01-01", first?.id);
  await judge("2021-01-01", first?.id, id);
  await judge("2022-01-01", second?.id);
  await judge("2023-01-01");
  const judged = await listProvisionAssessments(team.reader, commitmentId);
  expect(judged.get(first?.id as string)?.map(({ asOf }) => asOf)).toEqual(["2021-01-01", "2020-01-01"]);
  expect(judged.get(second?.id as string)?.map(({ asOf }) => asOf)).toEqual(["2022-01-01"]);
  expect(judged.size).toBe(2);
  expect((await listProvisionAssessments((await makeTeam()).admin, commitmentId)).size).toBe(0);
});
