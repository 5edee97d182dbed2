// The judgements that stood at a past moment: of commitments and of provisions, reviewed or not yet, and those made blind.
import type { EventDataOf } from "../audit";
import type { Completion } from "../scales";
import { amend, type Folds, type PastAssessment, type PastState, type Someone } from "./past-state";

type Judged = Omit<EventDataOf<"assessment.submitted">, "to" | "provision"> & {
  to: Completion;
  provision?: { provisionId: string };
};

function enter(
  state: PastState,
  { id, commitmentId, at, by, data }: { id: string; commitmentId: string; at: Date; by: Someone | null; data: Judged },
  review: PastAssessment["review"],
): void {
  const { to, counterAction, confidence, rationale, asOf, citationIds, codebookVersion, provision } = data;
  state.assessments.set(id, {
    ...{ id, commitmentId, provisionId: provision?.provisionId ?? null, completion: to },
    ...{ counterAction, confidence, rationale, asOf, citationIds, codebookVersion },
    ...{ review, recordedAt: at, recordedBy: by, reviewedBy: null },
  });
}

export const foldsOfJudgements: Folds = {
  "assessment.recorded": (state, event) => enter(state, event, "APPROVED"),
  "assessment.submitted": (state, event) => enter(state, event, "SUBMITTED"),
  "assessment.approved": (state, { id, by }) => amend(state.assessments, id, { review: "APPROVED", reviewedBy: by }),
  "assessment.returned": (state, { id, by }) => amend(state.assessments, id, { review: "RETURNED", reviewedBy: by }),
  "double_coding.revealed"(state, { id, commitmentId, at, data: { codings, asOf, provision } }) {
    const provisionId = provision?.provisionId ?? null;
    state.doubleCodings.set(id, { id, commitmentId, provisionId, codings, asOf, revealedAt: at, settled: null });
  },
  "double_coding.settled"(state, { id, data: { assessmentId, agreed, reason } }) {
    amend(state.doubleCodings, id, { settled: { assessmentId, agreed, reason } });
  },
};
