// What stood at a past moment, told by the events up to then and by nothing else.

import { readEvent } from "./audit";
import { foldsOfEvidence } from "./history/past-evidence";
import { foldsOfJudgements } from "./history/past-judgements";
import { foldsOfNotes } from "./history/past-notes";
import { foldsOfParties } from "./history/past-parties";
import { foldsOfProvisions } from "./history/past-provisions";
import { type Folds, newState, type PastState, type SourceOf, type StoredEvent } from "./history/past-state";

const folds: Folds = {
  ...foldsOfJudgements,
  ...foldsOfProvisions,
  ...foldsOfNotes,
  ...foldsOfEvidence,
  ...foldsOfParties,
  "commitment.lead_changed"(state, { commitmentId, data }) {
    if (data.to) state.leads.set(commitmentId, data.to);
    else state.leads.delete(commitmentId);
  },
  "commitment.done_changed"(state, { commitmentId, data }) {
    if (data.to) state.doneOn.set(commitmentId, data.to);
    else state.doneOn.delete(commitmentId);
  },
  "codebook.published"(state, { data }) {
    state.codebookVersion = data.number;
  },
  "passage.corrected": (state, { id }) => state.corrections.add(id),
  "passage.remark_put_back": (state, { id }) => state.remarksPutBack.add(id),
};

/** The kinds of event that are of the whole workspace; an event of any other kind counts only with its commitment. */
const ofWorkspace = /^(party|tag|codebook)\.|^evidence\.(captured|health_changed|retagged|edited)$/;

/** The state after these events, which must come in the order of their numbers. An event that cannot be read changes nothing. */
export function stateAfter(events: Iterable<StoredEvent>, sourceOf: SourceOf): PastState {
  const state = newState();
  for (const { type, data, at, by, commitmentId, subjectId } of events) {
    const read = readEvent(type, data);
    const id = subjectId ?? commitmentId;
    if (!read || (commitmentId === null && !ofWorkspace.test(type))) continue;
    const fold = folds[read.type] as ((state: PastState, event: object, sourceOf: SourceOf) => void) | undefined;
    fold?.(state, { ...read, at, by, commitmentId, id }, sourceOf);
  }
  return state;
}

export type WorkspaceSettings = {
  name: string;
  staleAfterDays: number;
  silentAfterMonths: number;
  requiresReview: boolean;
};

/** The settings as they stood before these edits, which must come in the order of their numbers. */
export function settingsBefore(now: WorkspaceSettings, edits: readonly { type: string; data: unknown }[]) {
  return edits.reduceRight<WorkspaceSettings>((after, { type, data }) => {
    const read = readEvent(type, data);
    if (read?.type !== "workspace.edited") return after;
    const { changes } = read.data;
    const before = (field: keyof WorkspaceSettings) => {
      const was = changes[field]?.from;
      return typeof was === typeof after[field] ? was : after[field];
    };
    return Object.fromEntries(Object.keys(after).map((field) => [field, before(field as never)])) as WorkspaceSettings;
  }, now);
}
