// The provisions that stood at a past moment, those dropped by then included, with the reason.
import type { ProvisionValues } from "../audit-values";
import { amend, becoming, type Folds } from "./past-state";

export const foldsOfProvisions: Folds = {
  "provision.seeded"(state, { commitmentId, data }) {
    for (const { provisionId: id, ...values } of data.provisions) {
      state.provisions.set(id, { ...values, id, commitmentId, proposedBy: null, dropReason: null });
    }
  },
  "provision.proposed"(state, { id, commitmentId, by, data }) {
    state.provisions.set(id, { ...data, id, commitmentId, proposedBy: by, dropReason: null });
  },
  "provision.edited": (state, { id, data }) => amend(state.provisions, id, becoming<ProvisionValues>(data.changes)),
  "provision.accepted": (state, { id }) => amend(state.provisions, id, { state: "ACCEPTED", dropReason: null }),
  "provision.dropped": (state, { id, data }) =>
    amend(state.provisions, id, { state: "DROPPED", dropReason: data.reason }),
  "provision.restored": (state, { id }) => amend(state.provisions, id, { state: "PROPOSED", dropReason: null }),
};
