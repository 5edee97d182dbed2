// What moved between two dates: up, down or sideways, and on what evidence.
import { completions, standing } from "@/domain/assessment";
import type { Standing } from "../history";
import type { Words, Worded } from "./report-words";

export const movements = ["FIRST", "UP", "DOWN", "SIDEWAYS"] as const;
export type Movement = (typeof movements)[number];
export type ReportChange = {
  number: number;
  movement: Movement;
  from: Worded;
  to: Worded;
  /** The evidence that the later assessment rests on. */
  evidence: { title: string; address: string }[];
};

/** How a commitment moved from one standing to a later one; null when its status and counter-action are the same. */
export function changeOf(before: Standing, after: Standing | undefined, words: Words): ReportChange | null {
  const from = standing(before.assessments)?.current;
  const to = after && standing(after.assessments)?.current;
  if (!after || !to) return null;
  if (from?.completion === to.completion && from.counterAction === to.counterAction) return null;
  return {
    number: after.commitment.number,
    movement: from ? movementOf(from.completion, to.completion) : "FIRST",
    from: { ...words.status(from?.completion ?? null), text: words.statusWith(from?.completion ?? null, from?.counterAction ?? false) },
    to: { ...words.status(to.completion), text: words.statusWith(to.completion, to.counterAction) },
    evidence: to.citationIds.flatMap((id) => {
      const citation = after.everCited.get(id);
      return citation ? [{ title: citation.title, address: citation.address }] : [];
    }),
  };
}

/** NO_EVIDENCE is no place on the ladder: from it or to it nothing rises or falls. */
function movementOf(from: (typeof completions)[number], to: (typeof completions)[number]): Movement {
  if (from === to || from === "NO_EVIDENCE" || to === "NO_EVIDENCE") return "SIDEWAYS";
  return completions.indexOf(to) > completions.indexOf(from) ? "UP" : "DOWN";
}
