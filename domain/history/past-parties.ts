// The parties that stood at a past moment, and what each had done for a commitment.
import type { ContributionValues, PartyValues } from "../audit-values";
import { amend, becoming, type Folds } from "./past-state";

export const foldsOfParties: Folds = {
  "party.added": (state, { id, data }) => state.parties.set(id, { ...data, id, removed: false }),
  "party.edited": (state, { id, data }) => amend(state.parties, id, becoming<PartyValues>(data.changes)),
  "party.removed": (state, { id }) => amend(state.parties, id, { removed: true }),
  "party.restored": (state, { id }) => amend(state.parties, id, { removed: false }),
  "contribution.added"(state, { id, commitmentId, at, by, data }) {
    state.contributions.set(id, { ...data, id, commitmentId, addedAt: at, addedBy: by, removed: false });
  },
  "contribution.edited": (state, { id, data }) =>
    amend(state.contributions, id, becoming<ContributionValues>(data.changes)),
  "contribution.removed": (state, { id }) => amend(state.contributions, id, { removed: true }),
  "contribution.restored": (state, { id }) => amend(state.contributions, id, { removed: false }),
};
