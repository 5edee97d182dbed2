// A team whose document has been worked on, hostile texts included, for the tests of what is made from it.
import { recordAssessmentInput } from "@/domain/assessment";
import { addNoteInput } from "@/domain/note";
import { recordAssessment } from "@/server/assessments";
import { setLead } from "@/server/commitments";
import { removeEvidence } from "@/server/evidence";
import { addNote, deleteNote } from "@/server/notes";
import { attach, makeTeam, type Team } from "../../cast";

/** Texts that have broken spreadsheets. */
export const hostile = {
  formula: "=1+1",
  hidden: '\u200f=HYPERLINK("http://example.org")',
  wide: "＝2+3",
  mail: "@SUM(A1)",
  minus: "-2+3",
  markup: '<b>&amp;]]></b>\u00a0"quoted", and; semicolon',
  emoji: "👍🏽 🇮🇶",
} as const;

export async function makeWorkedOnTeam(): Promise<Team> {
  const team = await makeTeam();
  const id = (number: number) => team.commitments.find((each) => each.number === number)?.id as string;
  const note = (number: number, changes: Record<string, unknown>) =>
    addNote(team.analyst, addNoteInput.parse({ commitmentId: id(number), datedOn: "2020-02-01", ...changes }));
  const assess = (number: number, changes: Record<string, unknown>) =>
    recordAssessment(
      team.analyst,
      recordAssessmentInput.parse({ commitmentId: id(number), confidence: "HIGH", rationale: "سبب", ...changes }),
    );

  const rome = await attach(team.analyst, id(8), {
    title: "Rome communiqué",
    address: "https://www.state.gov/rome?a=1&b=2",
    publishedOn: "2021-06-28",
    language: "en",
    reliability: "A",
    credibility: "1",
    quotedPassage: hostile.formula,
  });
  await attach(team.analyst, id(8), {
    title: hostile.markup,
    address: "https://example.org/second",
    stance: "CONTRADICTS",
  });
  const removed = await attach(team.analyst, id(8), { title: "أُزيل", address: "https://example.org/removed" });
  await removeEvidence(team.analyst, { citationId: removed.citationId, version: 1 });
  await assess(8, {
    completion: "COMPLETE",
    asOf: "2021-06-28",
    citationIds: [rome.citationId],
    rationale: hostile.hidden,
  });
  await assess(3, { completion: "LIMITED", asOf: "2022-01-10", counterAction: "on", rationale: "**لا تقدم**" });
  await setLead(team.editor, { commitmentId: id(3), version: 1, leadId: team.analyst.memberId });

  await note(1, { body: hostile.formula, datedOn: "2021-01-01" });
  await note(1, { body: hostile.wide, datedOn: "2020-12-31" });
  await note(1, { body: hostile.mail, datedOn: "2020-12-30", dueOn: "2021-02-01", assigneeId: team.editor.memberId });
  await note(1, { body: hostile.emoji, datedOn: "2020-12-29" });
  await note(2, { body: "ط".repeat(40_000) });
  const gone = await note(1, { body: "محذوفة" });
  await deleteNote(team.analyst, { noteId: gone.id, version: 1 });
  return team;
}
