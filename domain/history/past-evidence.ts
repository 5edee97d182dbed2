// The evidence that stood at a past moment: what was cited, what was known of each source's copies, and its tags.
import type { EvidenceValues, TagName } from "../audit-values";
import { amend, becoming, type Folds, type PastSource, type PastState, type SourceOf } from "./past-state";

export const foldsOfEvidence: Folds = {
  "evidence.attached"(state, { id, commitmentId, at, by, data }) {
    // Attached again after it was removed: the same citation, first cited when it was first cited.
    const before = state.citations.get(id);
    const citedAt = before?.citedAt ?? at;
    const quoteState = before?.quoteState ?? null;
    state.citations.set(id, { ...data, id, commitmentId, citedAt, citedBy: by, quoteState, removed: false });
  },
  "evidence.edited"(state, { id, data }, sourceOf) {
    const { stance, quotedPassage, ...source } = becoming<EvidenceValues>(data.changes);
    // The subject is a citation, or the source itself where it was edited on its own page.
    const edited = sourceOf(id) ?? id;
    for (const other of state.citations.keys()) {
      if (sourceOf(other) === edited) amend(state.citations, other, source);
    }
    if (stance !== undefined) amend(state.citations, id, { stance });
    if (quotedPassage !== undefined) amend(state.citations, id, { quotedPassage });
  },
  "evidence.removed": (state, { id }) => amend(state.citations, id, { removed: true }),
  "evidence.restored": (state, { id }) => amend(state.citations, id, { removed: false }),
  "evidence.quote_checked": (state, { id, data }) => amend(state.citations, id, { quoteState: data.to }),
  "evidence.captured"(state, { id, data: { title: _, ...capture } }) {
    sourceIn(state, id).capture = capture;
  },
  "evidence.health_changed"(state, { id, data }) {
    sourceIn(state, id).health = data.to;
  },
  "evidence.retagged"(state, { data: { sources, added, removed } }) {
    for (const { evidenceId } of sources) {
      const { tags } = sourceIn(state, evidenceId);
      for (const { tagId } of removed) tags.delete(tagId);
      for (const { tagId, name } of added) tags.set(tagId, name);
    }
  },
  "tag.added": (state, { id, data }) => state.tags.set(id, { name: data.name, deleted: false }),
  "tag.edited"(state, { id, data }) {
    const { name } = becoming<{ name: TagName["name"] }>(data.changes);
    if (name) amend(state.tags, id, { name });
  },
  "tag.deleted": (state, { id }) => amend(state.tags, id, { deleted: true }),
  "tag.restored": (state, { id }) => amend(state.tags, id, { deleted: false }),
  "tag.merged"(state, { data: { tagId, into } }) {
    for (const { tags } of state.sources.values()) {
      if (tagId && tags.delete(tagId)) tags.set(into.tagId, into.name);
    }
  },
};

/** What is known of a source, to be added to; all of it is the state's own. */
function sourceIn({ sources }: PastState, evidenceId: string): PastSource {
  const known = sources.get(evidenceId) ?? { health: "UNCHECKED", capture: null, tags: new Map() };
  sources.set(evidenceId, known);
  return known;
}

/** What was known of the source of a citation, its tags as they were called then and without those deleted. */
export function sourceOfCitation(state: PastState, citationId: string, sourceOf: SourceOf) {
  const { health, capture, tags } = state.sources.get(sourceOf(citationId) ?? "") ?? unseen;
  const called = [...tags].flatMap(([tagId, name]) => {
    const tag = state.tags.get(tagId);
    return tag?.deleted ? [] : { tagId, name: tag?.name ?? name };
  });
  return { health, capture, tags: called };
}

const unseen: PastSource = { health: "UNCHECKED", capture: null, tags: new Map() };
