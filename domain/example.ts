// What a worked example consists of: a text of its own, and work on its one commitment as a member would do it.
import type { z } from "zod";
import type { recordAssessmentInput } from "./assessment";
import type { CreateDocumentInput } from "./document";
import type { attachEvidenceInput } from "./evidence";
import type { addNoteInput } from "./note";

type OfCommitment<Input> = Omit<Input, "commitmentId">;

export type WorkedExample = {
  document: CreateDocumentInput & { isExample: true };
  /** The assessment rests on those that are behind it. */
  sources: readonly (OfCommitment<z.input<typeof attachEvidenceInput>> & { isBehind: boolean })[];
  notes: readonly OfCommitment<z.input<typeof addNoteInput>>[];
  assessment: Omit<OfCommitment<z.input<typeof recordAssessmentInput>>, "citationIds">;
  doneOn: string;
};
