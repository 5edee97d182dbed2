// The assessments of provisions: each provision's own, beside those of its commitment.
import { byNewest } from "@/domain/assessment";
import type { ReviewDesk } from "./assessment-reviews";
import { type AssessmentView, assessmentInclude, assessmentView } from "./assessment-rows";
import { type Actor, authorize } from "./auth/actor";
import { database } from "./database";

/** How a provision was judged: what counts, newest first, and what waits or is not done yet. */
export type ProvisionJudgements = { assessments: AssessmentView[] } & Omit<ReviewDesk, "requiresReview">;

/** Provision → how it was judged, of one commitment; nothing for one that nobody has judged. Refuses: forbidden. */
export async function listProvisionAssessments(
  actor: Actor,
  commitmentId: string,
): Promise<ReadonlyMap<string, ProvisionJudgements>> {
  authorize(actor, "commitment:read");
  const rows = await database().assessment.findMany({
    where: {
      commitmentId,
      provisionId: { not: null },
      workspaceId: actor.workspaceId,
      OR: [{ review: { not: "DRAFT" } }, { recordedById: actor.memberId ?? "-" }],
    },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    include: assessmentInclude,
  });
  const judged = new Map<string, ProvisionJudgements>();
  for (const row of rows) {
    const before = judged.get(row.provisionId ?? "") ?? nothing;
    const assessment = assessmentView(row);
    judged.set(row.provisionId ?? "", after(before, assessment, assessment.recordedBy?.memberId === actor.memberId));
  }
  return judged;
}

const nothing: ProvisionJudgements = { assessments: [], latestId: null, waiting: [], draft: null, returned: null };

/** With one more, which must come in the order in which they were recorded. */
function after(before: ProvisionJudgements, next: AssessmentView, isOwn: boolean): ProvisionJudgements {
  const { review, id } = next;
  if (review === "DRAFT") return { ...before, draft: next };
  return {
    ...before,
    assessments: review === "APPROVED" ? [...before.assessments, next].sort(byNewest) : before.assessments,
    waiting: review === "SUBMITTED" ? [...before.waiting, next] : before.waiting,
    returned: isOwn ? (review === "RETURNED" ? next : null) : before.returned,
    latestId: id,
  };
}
