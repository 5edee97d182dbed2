import { expect, test } from "vitest";
import { recordAssessmentInput, saveDraftInput } from "@/domain/assessment";
import { saveDraft } from "@/server/assessment-drafts";
import { approveAssessment, returnAssessment } from "@/server/assessment-reviews";
import { recordAssessment } from "@/server/assessments";
import { listProvisionAssessments } from "@/server/provision-assessments";
import { listProvisions } from "@/server/provisions";
import { editWorkspace } from "@/server/workspaces";
import { makeTeam, proposeProvisions, workspaceSettings } from "../cast";

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
  expect(judged.get(first?.id as string)?.assessments.map(({ asOf }) => asOf)).toEqual(["2021-01-01", "2020-01-01"]);
  expect(judged.get(second?.id as string)?.assessments.map(({ asOf }) => asOf)).toEqual(["2022-01-01"]);
  expect(judged.size).toBe(2);
  expect((await listProvisionAssessments((await makeTeam()).admin, commitmentId)).size).toBe(0);
});

test("where review is required, what waits, what came back and one's own draft are told beside what counts", async () => {
  const team = await makeTeam();
  await proposeProvisions(team);
  await editWorkspace(team.admin, workspaceSettings({ requiresReview: true }));
  const commitmentId = team.commitments[1]?.id as string;
  const provisionId = (await listProvisions(team.reader, commitmentId))[0]?.id as string;
  const words = { completion: "LIMITED", confidence: "LOW", rationale: "خطوات أولى", asOf: "2020-01-01" };
  const submit = (basedOnId?: string | null) =>
    recordAssessment(
      team.analyst,
      recordAssessmentInput.parse({ commitmentId, provisionId, ...words, basedOnId: basedOnId ?? "" }),
    );
  const seen = async (actor = team.analyst) => (await listProvisionAssessments(actor, commitmentId)).get(provisionId);

  const { id } = await submit();
  expect(await seen()).toMatchObject({ assessments: [], waiting: [{ id }], latestId: id, returned: null });
  await returnAssessment(team.editor, { assessmentId: id, reason: "ما الدليل؟" });
  expect(await seen()).toMatchObject({ assessments: [], waiting: [], latestId: id, returned: { id } });
  expect(await seen(team.admin), "what came back is its author's to revise").toMatchObject({ returned: null });

  await saveDraft(team.analyst, saveDraftInput.parse({ commitmentId, provisionId, ...words, rationale: "مسودة" }));
  expect((await seen())?.draft).toMatchObject({ rationale: "مسودة" });
  expect(await seen(team.editor), "a draft is its author's alone").toMatchObject({ draft: null, latestId: id });

  const revised = await submit((await seen())?.latestId);
  await approveAssessment(team.editor, { assessmentId: revised.id });
  expect(await seen()).toMatchObject({ assessments: [{ id: revised.id }], waiting: [], returned: null });
});
