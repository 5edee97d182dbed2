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
  const byProvision = Map.groupBy(rows, ({ provisionId }) => provisionId ?? "");
  return new Map([...byProvision].map(([id, theirs]) => [id, theirs.map(assessmentView).sort(byNewest)]));
}
