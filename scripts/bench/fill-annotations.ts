// Marks in the seeded text as teams make them, through the use cases: they overlap, some are answered, some settled.

import { annotateInput } from "@/domain/annotation";
import { communiqueSlug } from "@/prisma/seed/communique";
import { annotate, reply } from "@/server/annotations";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { resolveThread } from "@/server/threads";

export const theText = communiqueSlug;

type Passage = { id: string; text: string };
export type Marker = {
  /** How many passages the marks go to in turn. */
  passages: number;
  /** One more comment by this member, on words that follow from its number. */
  mark: (member: MemberActor, number: number) => Promise<{ id: string }>;
  /** Marks from number `from` to before `to`: a quarter is answered, a tenth settled. */
  fill: (member: MemberActor, from: number, to: number) => Promise<void>;
};

/** What marks the Arabic text of the member's workspace. */
export async function markerOf({ workspaceId }: MemberActor): Promise<Marker> {
  const passages = await database().passage.findMany({
    where: {
      paragraph: { document: { workspaceId, slug: theText } },
      languageVersion: { language: "ar" },
    },
    select: { id: true, text: true },
    orderBy: { paragraph: { ordinal: "asc" } },
  });
  const mark: Marker["mark"] = (member, number) => annotate(member, aComment(passages, number));
  async function markMore(member: MemberActor, number: number): Promise<void> {
    const { id } = await mark(member, number);
    if (number % 4 === 0) await reply(member, { annotationId: id, body: `رد على التعليق رقم ${number}.` });
    if (number % 10 === 0) await resolveThread(member, { annotationId: id, version: 1 });
  }
  return {
    passages: passages.length,
    mark,
    async fill(member, from, to) {
      const numbers = Array.from({ length: to - from }, (_, index) => from + index).values();
      const lane = async () => {
        for (const number of numbers) await markMore(member, number);
      };
      await Promise.all(Array.from({ length: 8 }, lane));
    },
  };
}

/** Two to nine words: passages in turn, places and lengths that do not repeat soon, so that marks overlap. */
function aComment(passages: readonly Passage[], number: number) {
  const { id: passageId, text } = passages[number % passages.length] as Passage;
  const words = [...text.matchAll(/\S+/g)];
  const first = (number * 7) % Math.max(1, words.length - 9);
  const start = words[first]?.index ?? 0;
  const last = words[Math.min(first + 1 + (number % 8), words.length - 1)];
  const exact = text.slice(start, last ? last.index + last[0].length : text.length);
  const from = [...text.slice(0, start)].length;
  return annotateInput.parse({
    motivation: number % 5 === 0 ? "QUESTIONING" : "COMMENTING",
    body: `تعليق رقم ${number}: هل جرى تنفيذ ذلك في الموعد، ومن المكلف به؟`,
    targets: JSON.stringify([{ passageId, start: from, end: from + [...exact].length, exact }]),
  });
}

/** How many open or settled marks the text has. */
export function countMarks({ workspaceId }: MemberActor): Promise<number> {
  return database().annotationTarget.count({
    where: { annotation: { workspaceId, threadId: null, deletedAt: null } },
  });
}
