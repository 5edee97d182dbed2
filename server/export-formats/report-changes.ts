// What moved between two dates: up, down or sideways, and on what evidence.
import { standing } from "@/domain/assessment";
import type { StatusName } from "@/domain/commitment-list";
import type { PastAssessment } from "@/domain/history/past-state";
import { type Movement, movementBetween } from "@/domain/report";
import type { Standing } from "../history";
import type { Worded, Words } from "./report-words";

export type ReportChange = {
  number: number;
  movement: Movement;
  movementText: string;
  from: Worded<StatusName>;
  to: Worded<StatusName>;
  /** The evidence that the later assessment rests on. */
  evidence: { title: string; address: string }[];
};

/** How a commitment moved from one standing to a later one; null when its status and counter-action are the same. */
export function changeOf(before: Standing, after: Standing | undefined, words: Words): ReportChange | null {
  const from = standing(before.assessments)?.current;
  const to = after && standing(after.assessments)?.current;
  if (!after || !to) return null;
  const movement = movementBetween(from ?? null, to);
  if (!movement) return null;
  return {
    number: after.commitment.number,
    movement,
    movementText: words.t(`summary.changes.movement.${movement}`),
    from: saidOf(from ?? null, words),
    to: saidOf(to, words),
    evidence: to.citationIds.flatMap((id) => {
      const citation = after.everCited.get(id);
      return citation ? [{ title: citation.title, address: citation.address }] : [];
    }),
  };
}

function saidOf(judged: PastAssessment | null, words: Words): Worded<StatusName> {
  const marks = { counterAction: judged?.counterAction ?? false, awaitsReview: judged?.review === "SUBMITTED" };
  const status = judged?.completion ?? null;
  return { ...words.status(status), text: words.statusWith(status, marks) };
}
