// All that stood at a past moment, and how events are folded into it.
import type { EventDataOf, EventType, RecordedEvent } from "../audit";
import type {
  ContributionValues,
  EvidenceValues,
  NoteValues,
  PartyValues,
  ProvisionValues,
  TagName,
} from "../audit-values";
import type { Completion, Confidence, EvidenceHealth, QuoteState, ReviewState } from "../scales";

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
  /** Null where the commitment as a whole is judged. */
  provisionId: string | null;
  completion: Completion;
  counterAction: boolean;
  confidence: Confidence;
  rationale: string;
  asOf: string;
  citationIds: string[];
  codebookVersion: number;
  review: Exclude<ReviewState, "DRAFT">;
  recordedAt: Date;
  recordedBy: Someone | null;
  reviewedBy: Someone | null;
};

/** Two judgements of the same thing, made blind; told only once both are there. */
export type PastDoubleCoding = Pick<EventDataOf<"double_coding.revealed">, "codings" | "asOf"> & {
  id: string;
  commitmentId: string;
  provisionId: string | null;
  revealedAt: Date;
  /** Null until an editor has settled it. */
  settled: Pick<EventDataOf<"double_coding.settled">, "assessmentId" | "agreed" | "reason"> | null;
};

export type PastProvision = ProvisionValues & {
  id: string;
  commitmentId: string;
  /** Null where it came with the product. */
  proposedBy: Someone | null;
  dropReason: string | null;
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
  /** Null where nothing is quoted, or no copy has a text to look in. */
  quoteState: QuoteState | null;
  removed: boolean;
};

export type PastCapture = Omit<EventDataOf<"evidence.captured">, "title">;
export type PastSource = {
  health: EvidenceHealth;
  /** The latest copy. */
  capture: PastCapture | null;
  /** The names that the tags had when they were put on it. */
  tags: Map<string, TagName["name"]>;
};
export type PastTag = { name: TagName["name"]; deleted: boolean };

export type PastParty = PartyValues & { id: string; removed: boolean };
export type PastContribution = ContributionValues & {
  id: string;
  commitmentId: string;
  addedAt: Date;
  addedBy: Someone | null;
  removed: boolean;
};

/** All that stood; what was deleted or removed by then is kept and marked, since assessments may rest on it. */
export type PastState = {
  /** In the order in which they entered history. */
  assessments: Map<string, PastAssessment>;
  doubleCodings: Map<string, PastDoubleCoding>;
  provisions: Map<string, PastProvision>;
  notes: Map<string, PastNote>;
  citations: Map<string, PastCitation>;
  /** By the evidence that is cited: what was known of its copies. */
  sources: Map<string, PastSource>;
  tags: Map<string, PastTag>;
  contributions: Map<string, PastContribution>;
  parties: Map<string, PastParty>;
  /** Commitment → who led it. */
  leads: Map<string, Someone>;
  /** Commitment → the day on which it was done. */
  doneOn: Map<string, string>;
  /** The number of the codebook's version in force. */
  codebookVersion: number;
  /** The passages that corrections made. */
  corrections: Set<string>;
  /** The editorial remarks that lost their place and were put back by hand. */
  remarksPutBack: Set<string>;
};

export function newState(): PastState {
  return {
    assessments: new Map(),
    doubleCodings: new Map(),
    provisions: new Map(),
    notes: new Map(),
    citations: new Map(),
    sources: new Map(),
    tags: new Map(),
    contributions: new Map(),
    parties: new Map(),
    leads: new Map(),
    doneOn: new Map(),
    codebookVersion: 1,
    corrections: new Set(),
    remarksPutBack: new Set(),
  };
}

type Placed<Type extends EventType> = Extract<RecordedEvent, { type: Type }> & {
  at: Date;
  by: Someone | null;
  /** Of events of the whole workspace there is none; those do not ask for it. */
  commitmentId: string;
  id: string;
};
export type Folds = {
  [Type in EventType]?: (state: PastState, event: Placed<Type>, sourceOf: SourceOf) => unknown;
};

/** The source that a citation cites, which never changes: by it an edit reaches the other citations of the source. */
export type SourceOf = (citationId: string) => string | undefined;

export function amend<Value extends object>(map: Map<string, Value>, id: string, changes: Partial<Value>): void {
  const before = map.get(id);
  if (before) map.set(id, { ...before, ...changes });
}

/** What fields became by an edit. */
export function becoming<Values extends object>(changes: Record<string, { to?: unknown }>): Partial<Values> {
  return Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change.to])) as Partial<Values>;
}
