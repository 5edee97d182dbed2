// What is written in the benchmark, by the forms of a commitment's page: each person to commitments of their own.

import type { App } from "./app";
import { submit } from "./submit";

export type Write = { name: string; act: (person: number) => Promise<void> };

/** A note, and an assessment that follows the one before it. */
export function writesOf(app: App, commitmentIds: readonly string[]): Write[] {
  const latest = new Map<string, string>();
  const turns = new Map<number, number>();
  /** Fifty people take every fiftieth: nobody passes another, as nobody may. */
  const nextOf = (person: number): string => {
    const turn = (turns.get(person) ?? -1) + 1;
    turns.set(person, turn);
    const own = Math.floor(commitmentIds.length / 50);
    return commitmentIds[(person % 50) + 50 * (turn % own)] as string;
  };
  return [
    {
      name: "add a note",
      async act(person) {
        const commitmentId = nextOf(person);
        const values = { commitmentId, body: "اتصلنا بالوزارة، وننتظر ردها المكتوب.", datedOn: "2024-03-10" };
        await (await submit(app, { page: `/ar/commitments/${commitmentId}`, action: "notes.addNote", values })).settled;
      },
    },
    {
      name: "record an assessment",
      async act(person) {
        const commitmentId = nextOf(person);
        const values = {
          commitmentId,
          completion: "LIMITED",
          confidence: "MODERATE",
          rationale: "بدأ العمل، ولم يبلغ بعد ما تعهد به النص.",
          asOf: "2024-03-10",
          basedOnId: latest.get(commitmentId) ?? "",
        };
        const made = await submit(app, {
          page: `/ar/commitments/${commitmentId}`,
          action: "assessments.recordAssessment",
          values,
        });
        latest.set(commitmentId, made.id);
        await made.settled;
      },
    },
  ];
}
