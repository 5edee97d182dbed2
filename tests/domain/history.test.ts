import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween } from "@/domain/audit";
import type { EvidenceValues, NoteValues } from "@/domain/audit-values";
import { settingsBefore, stateAfter } from "@/domain/history";
import { sourceOfCitation } from "@/domain/history/past-evidence";
import type { PastState, StoredEvent } from "@/domain/history/past-state";
import { type Completion, completions, confidences } from "@/domain/scales";

const somebody = { memberId: "m1", name: "ليلى" };
const people = [somebody, { memberId: "m2", name: "Édith" }];
const commitmentIds = ["c1", "c2", "c3"];

const noteValues: fc.Arbitrary<NoteValues> = fc.record({
  body: fc.string({ maxLength: 5, unit: "binary" }),
  datedOn: fc.constantFrom("2020-01-01", "2021-05-05"),
  dueOn: fc.constantFrom(null, "2022-02-02"),
  assignee: fc.constantFrom(null, ...people),
});
const evidenceValues: fc.Arbitrary<EvidenceValues> = fc.record({
  address: fc.constantFrom("https://example.org/a", "https://example.org/b"),
  title: fc.string({ maxLength: 5 }),
  publisher: fc.constantFrom(null, "UN"),
  publishedOn: fc.constantFrom(null, "2020-02-02"),
  accessedOn: fc.constant(null),
  language: fc.constantFrom(null, "ar"),
  kind: fc.constant("REPORT" as const),
  reliability: fc.constantFrom(null, "A" as const),
  credibility: fc.constantFrom(null, 1),
  stance: fc.constantFrom("SUPPORTS" as const, "CONTRADICTS" as const),
  quotedPassage: fc.constantFrom(null, "…"),
});

/** Fields as an edit writes them: what each was does not matter to the state. */
const changed = <Values extends object>(values: fc.Arbitrary<Values>) =>
  fc.tuple(values, fc.constantFrom<"none" | "half" | "all">("none", "half", "all")).map(([all, share]) => {
    const entries = Object.entries(all).filter((_, index) => share === "all" || (share === "half" && index % 2 === 0));
    return { changes: Object.fromEntries(entries.map(([field, to]) => [field, { from: null, to }])) };
  });

const assessment = fc.record({
  from: fc.constant(null),
  to: fc.constantFrom(...completions),
  counterAction: fc.boolean(),
  confidence: fc.constantFrom(...confidences),
  rationale: fc.string({ maxLength: 4 }),
  asOf: fc.constantFrom("2020-01-01", "2021-01-01", "2022-01-01"),
  citationIds: fc.constant([]),
  movedStatus: fc.boolean(),
});

type Happening = { type: string; data: unknown; commitmentId: string; subjectId: string };

/** One event of a commitment; its notes and citations have names of their own, so that no two commitments share one. */
function happeningOf(commitmentId: string): fc.Arbitrary<Happening> {
  const about = (subjects: string[], type: string, data: fc.Arbitrary<unknown>) =>
    fc.record({
      type: fc.constant(type),
      data,
      commitmentId: fc.constant(commitmentId),
      subjectId: fc.constantFrom(...subjects.map((name) => `${commitmentId} ${name}`)),
    });
  const notes = ["n1", "n2"];
  const citations = ["e1", "e2"];
  const done = fc.constant({ body: "…" });
  const lead = fc.record({ from: fc.constant(null), to: fc.constantFrom(null, ...people) });
  const edit = changed(evidenceValues).map((each) => ({ title: "…", ...each }));
  return fc.oneof(
    { weight: 3, arbitrary: about(notes, "note.added", noteValues) },
    about(notes, "note.edited", changed(noteValues)),
    about(notes, "note.deleted", noteValues),
    about(notes, "note.restored", noteValues),
    about(notes, "note.done", done),
    about(notes, "note.reopened", done),
    { weight: 2, arbitrary: about(citations, "evidence.attached", evidenceValues) },
    about(citations, "evidence.edited", edit),
    about(citations, "evidence.removed", evidenceValues),
    about(citations, "evidence.restored", evidenceValues),
    about(["itself"], "commitment.lead_changed", lead),
    // An assessment is recorded once: each has a name of its own.
    about(["a"], "assessment.recorded", assessment),
  );
}

const happenings = (ids: string[]) => fc.array(fc.oneof(...ids.map(happeningOf)), { maxLength: 150, size: "max" });

/** Nothing about them can be read, or it is of no commitment. */
const unreadable: fc.Arbitrary<Happening | Omit<Happening, "commitmentId">> = fc.record({
  type: fc.constantFrom("note.exploded", "note.added", "assessment.recorded", "evidence.edited", "__proto__", ""),
  data: fc.constantFrom<unknown>(null, 7, {}, [], { body: 3 }, { changes: { body: 1 } }),
  commitmentId: fc.constantFrom(...commitmentIds),
  subjectId: fc.constantFrom("c1 n1", "c1 e1", "nobody"),
});

/** The events as the database would hand them over: one after the other, a minute apart. */
function stored(all: readonly (Partial<Happening> & { type: string; data: unknown })[]): StoredEvent[] {
  return all.map(({ type, data, commitmentId = null, subjectId = null }, index) => ({
    type,
    data,
    commitmentId: commitmentId ?? null,
    subjectId: type === "assessment.recorded" ? `${subjectId} ${index}` : (subjectId ?? null),
    at: new Date(Date.UTC(2024, 0, 1, 0, index)),
    by: somebody,
  }));
}

/** Every citation has a source of its own. */
const apart = (id: string) => id;
const told = (events: StoredEvent[], sourceOf: (id: string) => string | undefined = apart) =>
  stateAfter(events, sourceOf);

function of({ assessments, notes, citations, leads }: PastState, commitmentId: string) {
  const mine = <Value extends { commitmentId: string }>(values: Iterable<Value>) =>
    [...values].filter((each) => each.commitmentId === commitmentId);
  return {
    assessments: mine(assessments.values()),
    notes: mine(notes.values()),
    citations: mine(citations.values()),
    lead: leads.get(commitmentId),
  };
}

/** The last of these types that happened to a subject once it was there. */
function lastOf(events: StoredEvent[], subjectId: string, types: string[]): string | undefined {
  return events.findLast((each) => each.subjectId === subjectId && types.includes(each.type))?.type;
}

describe("whatever happened", () => {
  test("what was deleted stays out until it is restored, and what was done stays done until it is reopened", () => {
    fc.assert(
      fc.property(happenings(commitmentIds), (all) => {
        const events = stored(all);
        const { notes, citations } = told(events);
        for (const { id, deleted, doneAt } of notes.values()) {
          const since = events.slice(
            events.findLastIndex((each) => each.subjectId === id && each.type === "note.added"),
          );
          expect(deleted).toBe(lastOf(since, id, ["note.deleted", "note.restored"]) === "note.deleted");
          expect(doneAt !== null).toBe(lastOf(since, id, ["note.done", "note.reopened"]) === "note.done");
        }
        for (const { id, removed } of citations.values()) {
          const kinds = ["evidence.attached", "evidence.removed", "evidence.restored"];
          expect(removed).toBe(lastOf(events, id, kinds) === "evidence.removed");
        }
      }),
    );
  });

  test("there is what was added, and nothing else; every field has the last value that it was given", () => {
    fc.assert(
      fc.property(happenings(commitmentIds), (all) => {
        const events = stored(all);
        const state = told(events);
        const subjects = (type: string) =>
          new Set(events.flatMap((each) => (each.type === type ? each.subjectId : [])));
        expect(new Set(state.notes.keys())).toEqual(subjects("note.added"));
        expect(new Set(state.citations.keys())).toEqual(subjects("evidence.attached"));
        for (const note of state.notes.values()) {
          const mine = events.filter(({ subjectId }) => subjectId === note.id);
          const start = mine.findLastIndex(({ type }) => type === "note.added");
          const edits = mine.slice(start).filter(({ type }) => type === "note.edited");
          const values = Object.assign({}, mine[start]?.data, ...edits.map(({ data }) => becoming(data)));
          expect(note).toMatchObject(values);
        }
      }),
    );
  });

  test("assessments are all kept, in their order; a lead is the last who was named", () => {
    fc.assert(
      fc.property(happenings(commitmentIds), (all) => {
        const events = stored(all);
        const state = told(events);
        const recorded = events.filter(({ type }) => type === "assessment.recorded");
        expect(
          [...state.assessments.values()].map(({ id, completion, recordedAt }) => [id, completion, recordedAt]),
        ).toEqual(recorded.map(({ subjectId, data, at }) => [subjectId, (data as { to: Completion }).to, at]));
        for (const id of commitmentIds) {
          const last = events.findLast((each) => each.type === "commitment.lead_changed" && each.commitmentId === id);
          expect(state.leads.get(id) ?? null).toEqual((last?.data as { to: unknown } | undefined)?.to ?? null);
        }
      }),
    );
  });

  test("deleting and restoring brings the same back", () => {
    fc.assert(
      fc.property(happenings(["c1"]), (all) => {
        const before = told(stored(all));
        const there = (data: unknown, id: string, verbs: string[]) =>
          verbs.map((type) => ({ type, data, commitmentId: "c1", subjectId: id }));
        const undone = [
          ...[...before.notes.values()].flatMap(({ id, deleted, body, datedOn, dueOn, assignee }) =>
            deleted ? [] : there({ body, datedOn, dueOn, assignee }, id, ["note.deleted", "note.restored"]),
          ),
          ...[...before.citations.values()].flatMap((citation) =>
            citation.removed ? [] : there(citation, citation.id, ["evidence.removed", "evidence.restored"]),
          ),
        ];
        expect(told(stored([...all, ...undone]))).toEqual(before);
      }),
    );
  });

  test("what happens to one commitment leaves the others as they are, in whatever order it happened", () => {
    fc.assert(
      fc.property(happenings(commitmentIds), (all) => {
        const events = stored(all);
        const together = told(events);
        for (const id of commitmentIds) {
          const alone = told(events.filter(({ commitmentId }) => commitmentId === id));
          expect(of(together, id)).toEqual(of(alone, id));
        }
        const oneAfterTheOther = commitmentIds.flatMap((id) => events.filter((each) => each.commitmentId === id));
        const sorted = told(oneAfterTheOther);
        for (const id of commitmentIds) expect(of(sorted, id)).toEqual(of(together, id));
      }),
    );
  });

  test("an event that cannot be read changes nothing, wherever it stands", () => {
    fc.assert(
      fc.property(
        happenings(commitmentIds),
        fc.array(fc.tuple(fc.nat(150), unreadable), { minLength: 1, maxLength: 5 }),
        (all, strangers) => {
          const events = stored(all);
          const mixed = [...events];
          for (const [place, stranger] of strangers) mixed.splice(place, 0, ...stored([stranger]));
          expect(told(mixed)).toEqual(told(events));
          // A source may be edited by itself, of no commitment.
          const ofOne = events.filter(({ type }) => type !== "evidence.edited");
          const nowhere = ofOne.map((each) => ({ ...each, commitmentId: null }));
          expect(told([...events, ...nowhere])).toEqual(told(events));
        },
      ),
    );
  });

  test("an earlier moment knows nothing of what came later", () => {
    fc.assert(
      fc.property(happenings(commitmentIds), fc.nat(150), (all, moment) => {
        const events = stored(all);
        const then = told(events.slice(0, moment));
        const before = [...then.assessments.values()];
        expect([...told(events).assessments.values()].slice(0, before.length)).toEqual(before);
        for (const { addedAt } of then.notes.values())
          expect(addedAt < new Date(Date.UTC(2024, 0, 1, 0, moment))).toBe(true);
      }),
    );
  });
});

test("an edit of a source reaches all that cite it, what was said with it only the one", () => {
  fc.assert(
    fc.property(fc.array(evidenceValues, { minLength: 2, maxLength: 4 }), evidenceValues, (cited, to) => {
      const attached = cited.map((data, index) => ({
        type: "evidence.attached",
        data,
        commitmentId: "c1",
        subjectId: `e${index}`,
      }));
      const changes = Object.fromEntries(
        Object.entries(to).map(([field, value]) => [field, { from: null, to: value }]),
      );
      const edit = { type: "evidence.edited", data: { title: "…", changes }, commitmentId: "c1", subjectId: "e0" };
      // The first and the last are one source; those between are others.
      const last = `e${cited.length - 1}`;
      const { citations } = told(stored([...attached, edit]), (id) => (id === last ? "e0" : id));
      const { stance, quotedPassage, ...source } = to;
      expect(citations.get("e0")).toMatchObject(to);
      expect(citations.get(last)).toMatchObject({ ...cited.at(-1), ...source });
      for (let index = 1; index < cited.length - 1; index += 1)
        expect(citations.get(`e${index}`)).toMatchObject(cited[index] as EvidenceValues);
    }),
  );
});

test("the workspace's settings are those from before the edits that came later", () => {
  const settings = fc.record({
    name: fc.string(),
    staleAfterDays: fc.integer({ min: 1, max: 3650 }),
    silentAfterMonths: fc.integer({ min: 1, max: 60 }),
    requiresReview: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(settings, { minLength: 1, maxLength: 6 }), fc.nat(5), (all, moment) => {
      const edits = all.slice(1).map((to, index) => ({
        type: "workspace.edited",
        data: { changes: changesBetween(all[index] as typeof to, to) ?? {} },
      }));
      const then = Math.min(moment, all.length - 1);
      const now = all.at(-1) as (typeof all)[number];
      expect(settingsBefore(now, edits.slice(then))).toEqual(all[then]);
      expect(
        settingsBefore(now, [
          { type: "workspace.edited", data: 3 },
          { type: "?", data: null },
        ]),
      ).toEqual(now);
    }),
  );
});

describe("what is judged", () => {
  const judged = {
    to: "LIMITED",
    counterAction: false,
    confidence: "LOW",
    rationale: "…",
    asOf: "2022-01-01",
    citationIds: [],
  };
  const of = (type: string, data: object, subjectId = "a1") => ({ type, data, subjectId, commitmentId: "c1" });
  const provision = { provisionId: "p1", number: "1.1", title: { ar: "…" } };

  test("waits for review once submitted, and counts from when it is approved", () => {
    const submitted = of("assessment.submitted", { ...judged, codebookVersion: 2, provision });
    const approved = of("assessment.approved", { ...judged, from: null, movedStatus: true });
    const states = [1, 2].map((count) => told(stored([submitted, approved].slice(0, count))).assessments.get("a1"));
    expect(states[0]).toMatchObject({ review: "SUBMITTED", provisionId: "p1", codebookVersion: 2, reviewedBy: null });
    expect(states[1]).toEqual({ ...states[0], review: "APPROVED", reviewedBy: somebody });
    const returned = of("assessment.returned", { ...judged, reason: "…" });
    expect(told(stored([submitted, returned])).assessments.get("a1")?.review).toBe("RETURNED");
  });

  test("before there was a codebook with versions, was judged under the first", () => {
    const recorded = of("assessment.recorded", { ...judged, from: null, movedStatus: true });
    const [known] = told(stored([recorded])).assessments.values();
    expect(known).toMatchObject({ codebookVersion: 1, review: "APPROVED", provisionId: null });
  });

  test("by two who judge blind is nothing until both have judged", () => {
    const requested = of("double_coding.requested", { coders: people, asOf: "2022-01-01" }, "d1");
    const half = of("double_coding.submitted", {}, "d1");
    const codings = people.map((coder) => ({ coder, completion: "LIMITED", ...judged }));
    const revealed = of("double_coding.revealed", { codings, asOf: "2022-01-01" }, "d1");
    const settled = of(
      "double_coding.settled",
      { assessmentId: "a9", to: "LIMITED", counterAction: false, reason: null, agreed: true },
      "d1",
    );
    expect(told(stored([requested, half])).doubleCodings.size).toBe(0);
    const open = told(stored([requested, half, revealed])).doubleCodings.get("d1");
    expect(open).toMatchObject({ settled: null, codings: [{ coder: people[0] }, { coder: people[1] }] });
    const over = told(stored([requested, half, revealed, settled])).doubleCodings.get("d1");
    expect(over).toEqual({ ...open, settled: { assessmentId: "a9", agreed: true, reason: null } });
  });
});

test("a provision is proposed, changed, accepted, dropped with a reason and proposed again", () => {
  const values = {
    ...{ number: "1.1", title: { ar: "…" }, speechAct: "COMMIT", bearer: null, addressee: null },
    ...{ verifiability: "VERIFIABLE", verifiabilityReason: null, dueOn: null, duePrecision: null, doneOn: null },
    ...{ quotes: ["…"], state: "PROPOSED" },
  };
  const { number, title } = values;
  const steps = [
    { type: "provision.seeded", data: { provisions: [{ ...values, provisionId: "p1" }] }, subjectId: "c1" },
    { type: "provision.edited", data: { number, title, changes: { quotes: { from: ["…"], to: ["أخرى"] } } } },
    { type: "provision.accepted", data: { number, title } },
    { type: "provision.dropped", data: { number, title, reason: "مكرر" } },
    { type: "provision.restored", data: { number, title } },
  ].map((step) => ({ subjectId: "p1", ...step, commitmentId: "c1" }));
  const after = (count: number) => told(stored(steps.slice(0, count))).provisions.get("p1");
  expect(after(1)).toEqual({ ...values, id: "p1", commitmentId: "c1", proposedBy: null, dropReason: null });
  expect(after(2)?.quotes).toEqual(["أخرى"]);
  expect(after(3)?.state).toBe("ACCEPTED");
  expect(after(4)).toMatchObject({ state: "DROPPED", dropReason: "مكرر" });
  expect(after(5)).toMatchObject({ state: "PROPOSED", dropReason: null });
});

test("a source has its latest copy, its health, and its tags by the names that they have", () => {
  const capture = { captureId: "k1", number: 1, origin: "FETCHED", finalAddress: null, httpStatus: 200 };
  const file = { mediaType: "text/html", size: 1, sha256: "00", takenAt: "2024-01-01T00:00:00.000Z" };
  const tag = (tagId: string, word: string) => ({ tagId, name: { en: word } });
  const sources = [{ evidenceId: "s1", title: "…" }];
  const about = (type: string, data: object, subjectId = "s1") => ({ type, data: { title: "…", ...data }, subjectId });
  const tagValues = { description: {}, color: "GREY", isFree: false };
  const events = [
    about("tag.added", { ...tagValues, name: { en: "law" } }, "t1"),
    about("tag.added", { ...tagValues, name: { en: "courts" } }, "t2"),
    about("tag.added", { ...tagValues, name: { en: "old" } }, "t3"),
    about("evidence.captured", { ...capture, ...file }),
    about("evidence.captured", { ...capture, ...file, number: 2, sha256: "11" }),
    about("evidence.health_changed", { from: "ALIVE", to: "GONE", reason: null }),
    about("evidence.retagged", { sources, added: [tag("t1", "law"), tag("t3", "old")], removed: [] }),
    about("tag.edited", { name: { en: "law" }, changes: { name: { from: { en: "law" }, to: { en: "laws" } } } }, "t1"),
    about("tag.deleted", { ...tagValues, name: { en: "old" } }, "t3"),
  ];
  const known = (all: typeof events) => sourceOfCitation(told(stored(all)), "e1", () => "s1");
  expect(known([])).toEqual({ health: "UNCHECKED", capture: null, tags: [] });
  expect(known(events)).toMatchObject({
    health: "GONE",
    capture: { number: 2, sha256: "11" },
    tags: [tag("t1", "laws")],
  });
  const merged = about(
    "tag.merged",
    { tagId: "t1", name: { en: "laws" }, into: tag("t2", "courts"), annotations: 0 },
    "t2",
  );
  expect(known([...events, merged]).tags).toEqual([tag("t2", "courts")]);
  const untagged = about("evidence.retagged", {
    sources,
    added: [],
    removed: [tag("t2", "courts"), tag("t1", "laws")],
  });
  expect(known([...events, merged, untagged]).tags).toEqual([]);
});

function becoming(data: unknown): Record<string, unknown> {
  const { changes } = data as { changes: Record<string, { to: unknown }> };
  return Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to]));
}
