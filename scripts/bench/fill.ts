// Documents as teams have them, filled through the use cases, so that there is the history that summaries are read from.

import { recordAssessmentInput } from "@/domain/assessment";
import { attachEvidenceInput } from "@/domain/evidence";
import { addNoteInput } from "@/domain/note";
import { completions, confidences, credibilities, evidenceKinds, reliabilities, stances } from "@/domain/scales";
import { communique, communiqueSlug } from "@/prisma/seed/communique";
import { recordAssessment } from "@/server/assessments";
import type { MemberActor } from "@/server/auth/actor";
import { systemActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { createDocument } from "@/server/documents";
import { attachEvidence } from "@/server/evidence";
import { addNote } from "@/server/notes";

export const theEight = communiqueSlug;
export const theThousand = "a-thousand-commitments";
const theOthers = "commitments-to-write-to";

type Amounts = { notes: number; evidence: (number: number) => number; assessments: (number: number) => number };

/** The seeded communiqué: every commitment assessed and documented, with fourteen notes. */
export function fillTheEight(member: MemberActor): Promise<void> {
  return fill(member, theEight, { notes: 14, evidence: () => 3, assessments: () => 2 });
}

/** A thousand commitments with five notes each; half have evidence, seven in ten are assessed. */
export async function fillTheThousand(member: MemberActor): Promise<void> {
  await createDocument(systemActor(member.workspaceId, "SEED"), repeated(theThousand, 1_000));
  await fill(member, theThousand, {
    notes: 5,
    evidence: (number) => (number % 2 === 0 ? 1 + (number % 3) : 0),
    assessments: (number) => (number % 10 < 7 ? 1 + (number % 2) : 0),
  });
}

/** The seeded communiqué with ten notes, five sources and two assessments for each commitment. */
export function fillThePattern(member: MemberActor): Promise<void> {
  return fill(member, theEight, { notes: 10, evidence: () => 5, assessments: () => 2 });
}

/** A document of so many commitments with nothing about them yet; their ids. */
export async function addOthers(member: MemberActor, count: number): Promise<string[]> {
  const { id } = await createDocument(systemActor(member.workspaceId, "SEED"), repeated(theOthers, count));
  const rows = await database().commitment.findMany({ where: { documentId: id }, select: { id: true } });
  return rows.map((row) => row.id);
}

/** The commitments of the communiqué again and again. */
function repeated(slug: string, times: number): ReturnType<typeof communique> {
  const source = communique();
  const commitments = source.paragraphs.filter((paragraph) => paragraph.commitment);
  return {
    ...source,
    slug,
    // Earlier than the communiqué, which therefore stays the one that the overview shows.
    adoptedOn: "2018-11-14",
    paragraphs: Array.from({ length: times }, (_, index) => {
      const number = index + 1;
      const paragraph = picked(commitments, index);
      const { ar, en, fr } = paragraph.commitment?.title ?? { ar: "", en: "", fr: "" };
      const title = { ar: `${ar} (${number})`, en: `${en} (${number})`, fr: `${fr} (${number})` };
      return { ...paragraph, printedNumber: String(number), commitment: { number, title, due: null } };
    }),
  };
}

/** Several commitments at once: each write waits for the one before it only where it takes its number. */
async function fill(member: MemberActor, documentSlug: string, amounts: Amounts): Promise<void> {
  const commitments = await database().commitment.findMany({
    where: { document: { workspaceId: member.workspaceId, slug: documentSlug } },
    select: { id: true, number: true },
  });
  const waiting = commitments.values();
  const lane = async () => {
    for (const commitment of waiting) await fillOne(member, commitment, amounts);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

async function fillOne(member: MemberActor, { id, number }: { id: string; number: number }, amounts: Amounts) {
  const citationIds: string[] = [];
  for (let count = 0; count < amounts.evidence(number); count++) {
    const { citationId } = await attachEvidence(member, attachEvidenceInput.parse(anEvidence(id, number * 3 + count)));
    citationIds.push(citationId);
  }
  let basedOnId: string | undefined;
  for (let count = 0; count < amounts.assessments(number); count++) {
    const completion = citationIds.length > 0 ? picked(completions, number + count) : "NO_EVIDENCE";
    const assessment = {
      commitmentId: id,
      completion,
      confidence: picked(confidences, number + count),
      rationale: passage(number + count, 3),
      asOf: `${2021 + count * 2}-0${1 + (number % 9)}-15`,
      citationIds,
      basedOnId,
    };
    basedOnId = (await recordAssessment(member, recordAssessmentInput.parse(assessment))).id;
  }
  for (let count = 0; count < amounts.notes; count++) {
    await addNote(member, addNoteInput.parse(aNote(id, number * 5 + count)));
  }
}

/** Each source is cited by about four commitments, as a team's sources are. */
function anEvidence(commitmentId: string, seed: number) {
  return {
    commitmentId,
    address: `https://example.org/تقارير/${seed % 701}`,
    title: passage(seed % 701, 1).slice(0, 120),
    publisher: "وزارة الخارجية",
    publishedOn: `2020-0${1 + (seed % 9)}-10`,
    accessedOn: "2024-05-20",
    language: "ar",
    kind: picked(evidenceKinds, seed),
    reliability: picked(reliabilities, seed),
    credibility: picked(credibilities, seed),
    stance: picked(stances, seed),
    quotedPassage: seed % 2 === 0 ? passage(seed + 5, 1) : "",
  };
}

/** Plain prose mostly, with the marks, lists and links that people write now and then; some are follow-ups. */
function aNote(commitmentId: string, seed: number) {
  const list = `- ${passage(seed + 1, 1)}\n- ${passage(seed + 2, 1)}\n- **${passage(seed + 3, 1).slice(0, 40)}**`;
  const link = "راجع [صفحة التحالف](https://theglobalcoalition.org/ar/) للاطلاع على آخر المستجدات (2024).";
  const body = [passage(seed, 2), seed % 4 === 0 && list, seed % 5 === 0 && link].filter(Boolean).join("\n\n");
  const dueOn = seed % 6 === 0 ? "2027-03-01" : "";
  return { commitmentId, body, datedOn: `2024-0${1 + (seed % 9)}-${10 + (seed % 18)}`, dueOn };
}

const clauses = communique().paragraphs.flatMap(({ text }) => text.split(/(?<=[.،؛])\s+/));

/** Consecutive words of the communiqué itself, of about so many sentences. */
function passage(seed: number, sentences: number): string {
  const start = (seed * 7) % clauses.length;
  return Array.from({ length: sentences * 2 }, (_, index) => picked(clauses, start + index)).join(" ");
}

function picked<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length] as Value;
}
