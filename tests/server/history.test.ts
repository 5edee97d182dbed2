import { beforeAll, describe, expect, test } from "vitest";
import { recordAssessmentInput } from "@/domain/assessment";
import { addContributionInput, editContributionInput } from "@/domain/contribution";
import { editEvidenceInput, retagEvidenceInput } from "@/domain/evidence";
import { addNoteInput, editNoteInput } from "@/domain/note";
import { editProvisionInput } from "@/domain/provision";
import { addTagInput } from "@/domain/tag";
import { listAssessments, recordAssessment } from "@/server/assessments";
import { today } from "@/server/calendar-dates";
import { getCommitment, setDone, setLead } from "@/server/commitments";
import { addContribution, editContribution, listContributions, removeContribution } from "@/server/contributions";
import { database } from "@/server/database";
import { editEvidence, listEvidence, removeEvidence, restoreEvidence } from "@/server/evidence";
import { retagEvidence } from "@/server/evidence-tags";
import { type Counted, readHistory, standingAt } from "@/server/history";
import { addNote, completeNote, deleteNote, editNote, listNotes, reopenNote, restoreNote } from "@/server/notes";
import { listOrphans, putBack } from "@/server/orphans";
import { addOrganisation, addState } from "@/server/parties";
import { correctPassage } from "@/server/passages";
import { listProvisionAssessments } from "@/server/provision-assessments";
import {
  acceptProvision,
  dropProvision,
  editProvision,
  listProvisions,
  type ProvisionView,
  restoreProvision,
} from "@/server/provisions";
import { addTag } from "@/server/tags";
import { anArticle, attach, makeTeam, proposeProvisions, type Team } from "../cast";
import { happenedOn as putOnDay } from "../past";

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const commitment = (number: number) => team.commitments[number - 1]?.id as string;
const note = (number: number, body: string, changes: Record<string, unknown> = {}) =>
  addNote(
    team.analyst,
    addNoteInput.parse({ commitmentId: commitment(number), body, datedOn: "2020-01-01", ...changes }),
  );
const judge = async (number: number, changes: Record<string, unknown>) => {
  const [last] = (await listAssessments(team.analyst, commitment(number))).sort(
    (a, b) => b.recordedAt.getTime() - a.recordedAt.getTime(),
  );
  const words = { completion: "LIMITED", confidence: "LOW", rationale: "لأن", asOf: "2020-01-01", basedOnId: last?.id };
  return recordAssessment(
    team.analyst,
    recordAssessmentInput.parse({ commitmentId: commitment(number), ...words, ...changes }),
  );
};

const happenedOn = (day: string) => putOnDay(team.workspaceId, day);

async function standing(day: string) {
  return (await past(day)).commitments;
}
async function past(day: string, counted: Counted = { unreviewed: "without" }) {
  return standingAt(await readHistory(team.reader, team.documentSlug, { until: day }), day, counted);
}

describe("what stood on a past day", () => {
  test("is what had been recorded by the end of that day, and only that", async () => {
    const kept = await note(1, "الأولى");
    const changed = await note(1, "قبل التعديل", { assigneeId: team.editor.memberId });
    const { citationId } = await attach(team.analyst, commitment(1));
    await judge(1, { citationIds: citationId });
    await setLead(team.editor, { commitmentId: commitment(1), version: 1, leadId: team.analyst.memberId });
    await happenedOn("2024-03-01");

    await editNote(
      team.editor,
      editNoteInput.parse({ noteId: changed.id, version: 1, body: "بعد التعديل", datedOn: "2020-01-02" }),
    );
    await deleteNote(team.analyst, { noteId: kept.id, version: 1 });
    await removeEvidence(team.analyst, { citationId, version: 1 });
    await judge(1, { completion: "NOT_STARTED", asOf: "2021-01-01" });
    await setLead(team.editor, { commitmentId: commitment(1), version: 2, leadId: null });
    await happenedOn("2024-05-01");

    const [before] = await standing("2024-02-29");
    expect(before).toMatchObject({ assessments: [], notes: [], citations: [], lead: null });
    const [then] = await standing("2024-03-01");
    expect(then?.notes.map(({ body }) => body).sort()).toEqual(["الأولى", "قبل التعديل"].sort());
    expect(then?.notes.find(({ id }) => id === changed.id)?.assignee?.memberId).toBe(team.editor.memberId);
    expect(then?.citations.map(({ id }) => id)).toEqual([citationId]);
    expect(then?.assessments.map(({ completion }) => completion)).toEqual(["LIMITED"]);
    expect(then?.lead?.memberId).toBe(team.analyst.memberId);
    expect((await standing("2024-04-30"))[0]).toEqual(then);
    const [after] = await standing("2024-05-01");
    expect(after).toMatchObject({
      notes: [{ id: changed.id, body: "بعد التعديل", datedOn: "2020-01-02" }],
      citations: [],
      lead: null,
    });
    expect(after?.assessments.map(({ completion }) => completion)).toEqual(["LIMITED", "NOT_STARTED"]);
    expect(after?.everCited.get(citationId)).toMatchObject({ removed: true, title: anArticle.title });
  });
});

describe("a text that was corrected", () => {
  const texts = async (day: string) =>
    (await standing(day))[4]?.passages.map(({ text, editorialNotes }) => [
      text,
      editorialNotes.map(({ exact }) => exact),
    ]);
  const correct = async (change: (text: string) => string) => {
    const [passage] = (await getCommitment(team.reader, commitment(5))).passages;
    const { id: passageId, revision, text: old } = passage as { id: string; revision: number; text: string };
    const text = change(old);
    const made = await correctPassage(team.editor, { passageId, revision, text, reason: "خطأ" });
    return { id: made.id, old, text };
  };

  test("reads on each day as it stood at its end, with the remarks that had their place then", async () => {
    const first = await correct((text) => text.replace("بريقة", "طريقة أخرى مختلفة"));
    await happenedOn("2024-06-01");
    const second = await correct((text) => `${text} والسلام`);
    await happenedOn("2024-07-01");
    const remark = (await listOrphans(team.editor, await documentId())).find(({ kind }) => kind === "REMARK");
    const exact = second.text.slice(0, 3);
    const place = { passageId: second.id, start: 0, end: 3, exact };
    await putBack(team.editor, { kind: "REMARK", id: remark?.id as string, version: 1, ...place });
    await happenedOn("2024-08-01");

    expect(await texts("2024-05-31")).toEqual([[first.old, ["بريقة"]]]);
    expect(await texts("2024-06-01")).toEqual([[first.text, []]]);
    expect(await texts("2024-07-31")).toEqual([[second.text, []]]);
    expect(await texts("2024-08-01")).toEqual([[second.text, [exact]]]);
  });

  test("is known to history by the number of its event: what is saved later is not in what was told before", async () => {
    const { eventCount } = await database().workspace.findUniqueOrThrow({ where: { id: team.workspaceId } });
    const { old } = await correct((text) => `${text} آمين`);
    // The clock of who tells may be ahead of the correction's, which is saved only after that.
    const known = { eventNumber: eventCount, at: new Date(Date.now() + 60_000) };
    const history = await readHistory(team.reader, team.documentSlug, { until: today(), known });
    const { commitments } = standingAt(history, today(), { unreviewed: "without" });
    expect(commitments[4]?.passages.map(({ text }) => text)).toEqual([old]);
  });
});

async function documentId() {
  return (await getCommitment(team.reader, commitment(5))).document.id;
}

describe("what stands today", () => {
  test("is the same by history as by today's rows, after every kind of change", async () => {
    const one = await note(2, "أ", { dueOn: "2020-02-02" });
    const two = await note(2, "ب");
    const three = await note(2, "ج");
    await completeNote(team.analyst, { noteId: one.id, version: 1 });
    await reopenNote(team.analyst, { noteId: one.id, version: 2 });
    await completeNote(team.analyst, { noteId: one.id, version: 3 });
    await editNote(
      team.editor,
      editNoteInput.parse({ noteId: two.id, version: 1, body: "ب٢", datedOn: "2020-03-03", dueOn: "2020-04-04" }),
    );
    const { version } = await deleteNote(team.analyst, { noteId: three.id, version: 1 });
    await restoreNote(team.analyst, { noteId: three.id, version });
    const address = "https://example.org/shared";
    const here = await attach(team.analyst, commitment(2), { address });
    const there = await attach(team.analyst, commitment(3), { address, stance: "CONTEXT" });
    await editEvidence(
      team.editor,
      editEvidenceInput.parse({
        ...anArticle,
        address,
        title: "العنوان المصحح",
        reliability: "C",
        stance: "CONTRADICTS",
        citationId: here.citationId,
        version: 1,
        evidenceVersion: 1,
      }),
    );
    const removed = await removeEvidence(team.analyst, { citationId: there.citationId, version: 1 });
    await restoreEvidence(team.analyst, { citationId: there.citationId, version: removed.version });
    await judge(2, { citationIds: here.citationId });
    await judge(2, { completion: "NO_EVIDENCE", asOf: "2019-12-01" });
    await setLead(team.editor, { commitmentId: commitment(2), version: 1, leadId: team.editor.memberId });

    const byHistory = await standing(today());
    for (const number of [2, 3]) {
      const id = commitment(number);
      const past = byHistory[number - 1];
      const [head, notes, evidence, assessments] = await Promise.all([
        getCommitment(team.reader, id),
        listNotes(team.reader, id),
        listEvidence(team.reader, id),
        listAssessments(team.reader, id),
      ]);
      const told = (each: { id: string; body: string; datedOn: string; dueOn: string | null; doneAt: Date | null }) => [
        each.id,
        each.body,
        each.datedOn,
        each.dueOn,
        each.doneAt !== null,
      ];
      expect(past?.notes.map(told)).toEqual(notes.map(told));
      const source = (each: { title: string; stance: string; reliability: string | null }) => [
        each.title,
        each.stance,
        each.reliability,
      ];
      expect(past?.citations.map((each) => [each.id, ...source(each)])).toEqual(
        evidence.map((each) => [each.citationId, ...source(each)]),
      );
      expect(past?.assessments.map((each) => [each.id, each.completion, each.asOf]).sort()).toEqual(
        assessments.map((each) => [each.id, each.completion, each.asOf]).sort(),
      );
      expect(past?.lead).toEqual(head.lead);
      expect(past?.passages.map(({ text }) => text)).toEqual(head.passages.map(({ text }) => text));
    }
  });

  test("is the same for provisions, contributions, dates done and the tags of sources", async () => {
    await proposeProvisions(team);
    const id = commitment(3);
    const [accepted, edited, dropped, restored] = (await listProvisions(team.reader, id)).map((each) => each.id);
    await acceptProvision(team.editor, { provisionId: accepted as string, version: 1 });
    const words = {
      title_ar: "حكم آخر",
      bearer_en: "The ministers",
      speechAct: "URGE",
      verifiability: "NOT_VERIFIABLE",
    };
    const dates = { verifiabilityReason: "بلا معيار", dueOn: "2020-12-31", duePrecision: "YEAR", doneOn: "2021-01-05" };
    await editProvision(team.editor, editProvisionInput.parse({ provisionId: edited, version: 1, ...words, ...dates }));
    await dropProvision(team.editor, { provisionId: dropped as string, version: 1, reason: "مكرر" });
    const { version } = await dropProvision(team.editor, {
      provisionId: restored as string,
      version: 1,
      reason: "سهو",
    });
    await restoreProvision(team.editor, { provisionId: restored as string, version });
    const { citationId } = await attach(team.analyst, id, { address: "https://example.org/tagged" });
    await judge(3, { provisionId: accepted, citationIds: citationId });

    const party = await addOrganisation(team.editor, { name: { ar: "منظمة", en: "An organisation" } });
    const other = await addState(team.editor, { code: "IQ" });
    const did = (partyId: string, body: string) => ({ partyId, body, datedOn: "2021-01-01" });
    const add = (partyId: string, body: string) =>
      addContribution(team.analyst, addContributionInput.parse({ commitmentId: id, ...did(partyId, body) }));
    const kept = await add(party.id, "أولى");
    const gone = await add(other.id, "ثانية");
    const corrected = { contributionId: kept.id, version: 1, ...did(other.id, "مصححة"), citationIds: [citationId] };
    await editContribution(team.analyst, editContributionInput.parse(corrected));
    await removeContribution(team.analyst, { contributionId: gone.id, version: 1 });
    const { version: commitmentVersion } = await getCommitment(team.reader, id);
    await setDone(team.editor, { commitmentId: id, version: commitmentVersion, doneOn: "2021-06-28" });

    const [source] = await database().citation.findMany({ where: { id: citationId } });
    const tag = await addTag(team.editor, addTagInput.parse({ name_ar: "وسم", name_en: "A tag", color: "TEAL" }));
    await retagEvidence(team.analyst, retagEvidenceInput.parse({ evidenceIds: [source?.evidenceId], added: [tag.id] }));

    const past = (await standing(today()))[2];
    const provision = ({ spans: _, due, ...each }: ProvisionView) => ({
      ...pick(each, [
        "id",
        "number",
        "title",
        "bearer",
        "addressee",
        "speechAct",
        "verifiability",
        "verifiabilityReason",
      ]),
      ...pick(each, ["doneOn", "state", "dropReason"]),
      dueOn: due?.on ?? null,
    });
    const provisions = await listProvisions(team.reader, id);
    expect(past?.provisions).toEqual(provisions.map((each) => expect.objectContaining(provision(each))));
    expect(past?.provisions.map(({ state }) => state).slice(0, 4)).toEqual([
      "ACCEPTED",
      "PROPOSED",
      "DROPPED",
      "PROPOSED",
    ]);
    expect(past?.provisions[0]?.assessments.map(({ completion }) => completion)).toEqual(
      (await listProvisionAssessments(team.reader, id))
        .get(accepted as string)
        ?.assessments.map(({ completion }) => completion),
    );
    const contributions = await listContributions(team.reader, id);
    expect(past?.contributions.map((each) => [each.id, each.body, each.party.name, each.citationIds])).toEqual(
      contributions.map((each) => [each.id, each.body, each.party.name, each.evidence.map((one) => one.citationId)]),
    );
    expect(past?.doneOn).toBe((await getCommitment(team.reader, id)).doneOn);
    const cited = past?.citations.find((each) => each.id === citationId);
    expect(cited?.source.tags.map(({ tagId }) => tagId)).toEqual([tag.id]);
  });
});

function pick<Value extends object, Key extends keyof Value>(value: Value, keys: Key[]): Pick<Value, Key> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<Value, Key>;
}
