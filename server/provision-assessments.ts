// The assessments of provisions: each provision's own, beside those of its commitment.
import { byNewest } from "@/domain/assessment";
import { type AssessmentView, assessmentInclude, assessmentView } from "./assessment-rows";
import { type Actor, authorize } from "./auth/actor";
import { database } from "./database";

/** Provision → its assessments that count, newest first, of one commitment; nothing for one that has none. Refuses: forbidden. */
export async function listProvisionAssessments(
  actor: Actor,
  commitmentId: string,
): Promise<ReadonlyMap<string, AssessmentView[]>> {
  authorize(actor, "commitment:read");
  const rows = await database().assessment.findMany({
    where: { commitmentId, provisionId: { not: null }, review: "APPROVED", workspaceId: actor.workspaceId },
    include: assessmentInclude,
  });
  const judgements = new Map<string, AssessmentView[]>();
  for (const row of rows) {
    const id = row.provisionId ?? "";
    judgements.set(id, [...(judgements.get(id) ?? []), assessmentView(row)].sort(byNewest));
  }
  return judgements;
}
