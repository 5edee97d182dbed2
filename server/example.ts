// The worked example: a second document, loaded through the use cases like a member's work, and removed with nothing left but its history.
import { recordAssessmentInput } from "@/domain/assessment";
import { attachEvidenceInput } from "@/domain/evidence";
import type { WorkedExample } from "@/domain/example";
import { addNoteInput } from "@/domain/note";
import { approveAssessment } from "./assessment-reviews";
import { recordAssessment } from "./assessments";
import { recordEvent } from "./audit";
import { type Actor, authorize } from "./auth/actor";
import { setDone } from "./commitments";
import { database, inTransaction } from "./database";
import { createDocument } from "./documents";
import { attachEvidence } from "./evidence";
import { addNote } from "./notes";

/** Loads an example into the actor's workspace; false where it is there already. Refuses: forbidden. */
export async function loadExample(actor: Actor, example: WorkedExample): Promise<boolean> {
  const { id, created } = await createDocument(actor, example.document);
  if (!created) return false;
  try {
    await workOn(actor, id, example);
  } catch (error) {
    // Half an example would pass for a whole one.
    await removeExample(actor);
    throw error;
  }
  return true;
}

async function workOn(actor: Actor, documentId: string, { sources, notes, assessment, doneOn }: WorkedExample) {
  const { id: commitmentId } = await database().commitment.findFirstOrThrow({ where: { documentId } });
  const citationIds: string[] = [];
  for (const { isBehind, ...source } of sources) {
    const { citationId } = await attachEvidence(actor, attachEvidenceInput.parse({ ...source, commitmentId }));
    if (isBehind) citationIds.push(citationId);
  }
  for (const note of notes) await addNote(actor, addNoteInput.parse({ ...note, commitmentId }));
  const judged = recordAssessmentInput.parse({ ...assessment, commitmentId, citationIds });
  const { id: assessmentId, counts } = await recordAssessment(actor, judged);
  if (!counts) await approveAssessment(actor, { assessmentId });
  await setDone(actor, { commitmentId, version: 1, doneOn });
}

/**
 * Removes the example with all that was done on it, and the sources that nothing else cites; history keeps its events.
 * False where there is none. Refuses: forbidden.
 */
export function removeExample(actor: Actor): Promise<boolean> {
  return inTransaction(async (tx) => {
    authorize(actor, "document:create");
    const { workspaceId } = actor;
    const document = await tx.document.findFirst({
      where: { workspaceId, isExample: true },
      include: { versions: true },
    });
    if (!document) return false;
    const ofExample = { commitment: { documentId: document.id } };
    const cited = await tx.citation.findMany({ where: ofExample, select: { evidenceId: true } });
    // What rests on citations goes before them: the database keeps a citation while something rests on it.
    await tx.contribution.deleteMany({ where: ofExample });
    await tx.doubleCoding.deleteMany({ where: ofExample });
    await tx.assessment.deleteMany({ where: ofExample });
    await tx.document.delete({ where: { id: document.id } });
    const id = { in: cited.map(({ evidenceId }) => evidenceId) };
    const unused = { citations: { none: {} }, linkingAnnotations: { none: {} } };
    await tx.evidence.deleteMany({ where: { id, workspaceId, ...unused } });
    const title = document.versions.find(({ language }) => language === "ar")?.title ?? document.slug;
    await recordEvent(tx, actor, { type: "document.example_removed", data: { title } });
    return true;
  });
}
