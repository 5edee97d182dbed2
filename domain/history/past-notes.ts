// The notes that stood at a past moment.
import type { NoteValues } from "../audit-values";
import { amend, becoming, type Folds } from "./past-state";

export const foldsOfNotes: Folds = {
  "note.added"(state, { id, commitmentId, at, by, data }) {
    state.notes.set(id, { ...data, id, commitmentId, author: by, addedAt: at, doneAt: null, deleted: false });
  },
  "note.edited": (state, { id, data }) => amend(state.notes, id, becoming<NoteValues>(data.changes)),
  "note.deleted": (state, { id }) => amend(state.notes, id, { deleted: true }),
  "note.restored": (state, { id }) => amend(state.notes, id, { deleted: false }),
  "note.done": (state, { id, at }) => amend(state.notes, id, { doneAt: at }),
  "note.reopened": (state, { id }) => amend(state.notes, id, { doneAt: null }),
};
