// A team whose document has been worked on, hostile texts included, for the tests of what is made from it.
import { recordAssessmentInput } from "@/domain/assessment";
import type { EventDataOf, EventType } from "@/domain/audit";
import { addNoteInput } from "@/domain/note";
import { recordAssessment } from "@/server/assessments";
import { recordEvent } from "@/server/audit";
import { setLead } from "@/server/commitments";
import { database, inTransaction } from "@/server/database";
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

export const sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/** What else history tells of that team: provisions, judgements that wait, copies, tags, parties, and two who judged blind. */
export async function tellFurther(team: Team): Promise<void> {
  const document = await database().document.findFirstOrThrow({ where: { workspaceId: team.workspaceId } });
  const citation = await database().citation.findFirstOrThrow({
    where: { workspaceId: team.workspaceId, evidence: { title: "Rome communiqué" } },
  });
  const of = (number: number) => ({
    documentId: document.id,
    commitmentId: team.commitments[number - 1]?.id as string,
  });
  type About = { subjectId: string; documentId?: string; commitmentId?: string };
  const tell = <T extends EventType>(type: T, data: EventDataOf<T>, about: About) =>
    inTransaction((tx) => recordEvent(tx, team.editor, { type, data, ...about }));

  const words = (text: string) => ({ ar: text, en: text, fr: text });
  const provision = {
    speechAct: "COMMIT" as const,
    bearer: words(hostile.mail),
    addressee: null,
    verifiability: "VERIFIABLE" as const,
    verifiabilityReason: null,
    dueOn: "2020-12-31",
    duePrecision: "YEAR" as const,
    doneOn: "2021-06-28",
    quotes: [hostile.formula],
    state: "PROPOSED" as const,
  };
  const provisions = [
    { ...provision, provisionId: "p31", number: "3.1", title: words(hostile.markup) },
    { ...provision, provisionId: "p310", number: "3.10", title: { ar: "العاشر" }, dueOn: null, duePrecision: null },
    {
      ...provision,
      provisionId: "p32",
      number: "3.2",
      title: words("…"),
      dueOn: null,
      duePrecision: null,
      doneOn: null,
    },
  ];
  await tell("provision.seeded", { provisions }, { ...of(3), subjectId: of(3).commitmentId });
  const second = { number: "3.2", title: words("…") };
  await tell("provision.dropped", { ...second, reason: hostile.wide }, { ...of(3), subjectId: "p32" });
  const judged = { counterAction: false, confidence: "HIGH" as const, citationIds: [], asOf: "2022-02-02" };
  const first = { provisionId: "p31", number: "3.1", title: words(hostile.markup) };
  await tell(
    "assessment.recorded",
    {
      ...judged,
      from: null,
      to: "SUBSTANTIAL",
      rationale: "…",
      movedStatus: true,
      provision: first,
      codebookVersion: 1,
    },
    { ...of(3), subjectId: "a31" },
  );
  await tell(
    "assessment.submitted",
    { ...judged, to: "LIMITED", rationale: "بانتظار المراجعة", codebookVersion: 1 },
    { ...of(2), subjectId: "waits" },
  );
  await tell("commitment.done_changed", { from: null, to: "2021-06-28" }, { ...of(8), subjectId: of(8).commitmentId });

  const source = { subjectId: citation.evidenceId };
  const title = "Rome communiqué";
  const file = { mediaType: "text/html", size: 12, sha256, takenAt: "2024-01-02T03:04:05.000Z" };
  const from = { origin: "FETCHED" as const, finalAddress: null, httpStatus: 200 };
  await tell("evidence.captured", { title, captureId: "k1", number: 1, ...from, ...file }, source);
  await tell("evidence.health_changed", { title, from: "ALIVE", to: "GONE", reason: null }, source);
  await tell("evidence.quote_checked", { title, from: null, to: "LOST" }, { ...of(8), subjectId: citation.id });
  const added = [{ tagId: "t1", name: words(hostile.minus) }];
  await tell(
    "evidence.retagged",
    { sources: [{ evidenceId: citation.evidenceId, title }], added, removed: [] },
    source,
  );

  const italy = { ar: "إيطاليا", en: "Italy", fr: "Italie" };
  await tell("party.added", { kind: "STATE", code: "IT", name: italy }, { subjectId: "it" });
  await tell(
    "contribution.added",
    {
      party: { partyId: "it", name: italy },
      body: hostile.formula,
      datedOn: "2021-06-28",
      citationIds: [citation.id],
    },
    { ...of(8), subjectId: "c1" },
  );
  const coders = [team.analyst, team.editor].map(({ memberId }) => ({ memberId, name: memberId }));
  const codings = coders.map((coder) => ({ ...judged, coder, completion: "LIMITED" as const, rationale: "…" }));
  await tell("double_coding.revealed", { codings, asOf: "2022-02-02" }, { ...of(4), subjectId: "d1" });
}
