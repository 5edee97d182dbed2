// What stood at a past moment, told by the events up to then and by nothing else.

import { type RecordedEvent, readEvent } from "./audit";
import type { EvidenceValues, NoteValues } from "./audit-values";
import type { Completion, Confidence } from "./scales";

export type Someone = { memberId: string; name: string };

/** One line of history as the database keeps it. */
export type StoredEvent = {
  type: string;
  data: unknown;
  at: Date;
  by: Someone | null;
  commitmentId: string | null;
  subjectId: string | null;
};

export type PastAssessment = {
  id: string;
  commitmentId: string;
  completion: Completion;
  counterAction: boolean;
  confidence: Confidence;
  rationale: string;
  asOf: string;
  citationIds: string[];
  recordedAt: Date;
  recordedBy: Someone | null;
};
export type PastNote = NoteValues & {
  id: string;
  commitmentId: string;
  author: Someone | null;
  addedAt: Date;
  doneAt: Date | null;
  deleted: boolean;
};
export type PastCitation = EvidenceValues & {
  id: string;
  commitmentId: string;
  citedAt: Date;
  citedBy: Someone | null;
  removed: boolean;
};

/** All that stood; what was deleted or removed by then is kept and marked, since assessments may rest on it. */
export type PastState = {
  assessments: PastAssessment[];
  notes: Map<string, PastNote>;
  citations: Map<string, PastCitation>;
  /** Commitment → who led it. */
  leads: Map<string, Someone>;
  /** Commitment → the day on which it was done. */
  dones: Map<string, string>;
  /** The passages that corrections made. */
  corrections: Set<string>;
  /** The editorial remarks that lost their place and were put back by hand. */
  remarksPutBack: Set<string>;
};

type Placed<Type extends RecordedEvent["type"]> = Extract<RecordedEvent, { type: Type }> & {
  at: Date;
  by: Someone | null;
  commitmentId: string;
  id: string;
};
type Fold = { [Type in RecordedEvent["type"]]?: (state: PastState, event: Placed<Type>, sourceOf: SourceOf) => void };

/** The source that a citation cites, which never changes: by it an edit reaches the other citations of the source. */
export type SourceOf = (citationId: string) => string | undefined;

const folds: Fold = {
  "assessment.recorded"(state, { id, commitmentId, at, by, data }) {
    const {
      to,
      completion: _,
      from: __,
      movedStatus: ___,
      provision,
      codebookVersion: ____,
      ...judged
    } = { completion: null, ...data };
    if (provision) return;
    state.assessments.push({ ...judged, id, commitmentId, completion: to, recordedAt: at, recordedBy: by });
  },
  "note.added"(state, { id, commitmentId, at, by, data }) {
    state.notes.set(id, { ...data, id, commitmentId, author: by, addedAt: at, doneAt: null, deleted: false });
  },
  "note.edited": (state, { id, data }) => amend(state.notes, id, becoming<NoteValues>(data.changes)),
  "note.deleted": (state, { id }) => amend(state.notes, id, { deleted: true }),
  "note.restored": (state, { id }) => amend(state.notes, id, { deleted: false }),
  "note.done": (state, { id, at }) => amend(state.notes, id, { doneAt: at }),
  "note.reopened": (state, { id }) => amend(state.notes, id, { doneAt: null }),
  "evidence.attached"(state, { id, commitmentId, at, by, data }) {
    // Attached again after it was removed: the same citation, first cited when it was first cited.
    const before = state.citations.get(id);
    const citedAt = before?.citedAt ?? at;
    state.citations.set(id, { ...data, id, commitmentId, citedAt, citedBy: by, removed: false });
  },
  "evidence.edited"(state, { id, data }, sourceOf) {
    const { stance, quotedPassage, ...source } = becoming<EvidenceValues>(data.changes);
    for (const other of state.citations.keys()) {
      if (sourceOf(other) === sourceOf(id)) amend(state.citations, other, source);
    }
    if (stance !== undefined) amend(state.citations, id, { stance });
    if (quotedPassage !== undefined) amend(state.citations, id, { quotedPassage });
  },
  "evidence.removed": (state, { id }) => amend(state.citations, id, { removed: true }),
  "evidence.restored": (state, { id }) => amend(state.citations, id, { removed: false }),
  "commitment.lead_changed"(state, { commitmentId, data }) {
    if (data.to) state.leads.set(commitmentId, data.to);
    else state.leads.delete(commitmentId);
  },
  "commitment.done_changed"(state, { commitmentId, data }) {
    if (data.to) state.dones.set(commitmentId, data.to);
    else state.dones.delete(commitmentId);
  },
  "passage.corrected": (state, { id }) => state.corrections.add(id),
  "passage.remark_put_back": (state, { id }) => state.remarksPutBack.add(id),
};

/** The state after these events, which must come in the order of their numbers. An event that cannot be read changes nothing. */
export function stateAfter(events: Iterable<StoredEvent>, sourceOf: SourceOf): PastState {
  const state: PastState = {
    assessments: [],
    notes: new Map(),
    citations: new Map(),
    leads: new Map(),
    dones: new Map(),
    corrections: new Set(),
    remarksPutBack: new Set(),
  };
  for (const { type, data, at, by, commitmentId, subjectId } of events) {
    const read = readEvent(type, data);
    if (!read || commitmentId === null) continue;
    const fold = folds[read.type] as ((state: PastState, event: object, sourceOf: SourceOf) => void) | undefined;
    fold?.(state, { ...read, at, by, commitmentId, id: subjectId ?? commitmentId }, sourceOf);
  }
  return state;
}

function amend<Value extends object>(map: Map<string, Value>, id: string, changes: Partial<Value>): void {
  const before = map.get(id);
  if (before) map.set(id, { ...before, ...changes });
}

function becoming<Values extends object>(changes: Record<string, { to?: unknown }>): Partial<Values> {
  return Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change.to])) as Partial<Values>;
}

export type WorkspaceSettings = { name: string; staleAfterDays: number; silentAfterMonths: number };

/** The settings as they stood before these edits, which must come in the order of their numbers. */
export function settingsBefore(now: WorkspaceSettings, edits: readonly { type: string; data: unknown }[]) {
  return edits.reduceRight<WorkspaceSettings>((after, { type, data }) => {
    const read = readEvent(type, data);
    if (read?.type !== "workspace.edited") return after;
    const { name, staleAfterDays, silentAfterMonths } = read.data.changes;
    return {
      name: typeof name?.from === "string" ? name.from : after.name,
      staleAfterDays: typeof staleAfterDays?.from === "number" ? staleAfterDays.from : after.staleAfterDays,
      silentAfterMonths: typeof silentAfterMonths?.from === "number" ? silentAfterMonths.from : after.silentAfterMonths,
    };
  }, now);
}
