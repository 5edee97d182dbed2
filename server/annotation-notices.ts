// Who is told of what is said about a text: whoever is named, answered or made answerable; of what is private, nobody.
import { type AnnotationRow, about, valuesOf } from "./annotation-rows";
import type { Actor } from "./auth/actor";
import type { Transaction } from "./database";
import { notify } from "./notifications";

/** A comment or a reply as those who are told of it need it. */
type Said = {
  id: string;
  documentId: string;
  commitmentId?: string | null;
  layer: "PRIVATE" | "TEAM";
  body: string | null;
  quote: string;
};

/** Tells members that a comment names them; once for each comment, however often it is edited. */
export async function notifyMentions(
  tx: Transaction,
  actor: Actor,
  { said, memberIds }: { said: Said; memberIds: readonly string[] },
): Promise<void> {
  if (said.layer === "PRIVATE") return;
  const notice = { kind: "MENTIONED", once: `mentioned:${said.id}`, ...told(said) } as const;
  await notify(
    tx,
    actor,
    memberIds.map((memberId) => ({ memberId, ...notice })),
  );
}

/** Tells the author of a thread and whoever replied in it before; those whom the reply names are told that instead. */
export async function notifyReplied(
  tx: Transaction,
  actor: Actor,
  {
    thread,
    reply,
    mentionedIds,
  }: { thread: AnnotationRow; reply: { id: string; body: string }; mentionedIds: readonly string[] },
): Promise<void> {
  if (thread.layer === "PRIVATE") return;
  const before = await tx.annotation.findMany({
    where: { threadId: thread.id, deletedAt: null },
    select: { authorId: true },
    distinct: ["authorId"],
  });
  const people = new Set([thread.authorId, ...before.map(({ authorId }) => authorId)]);
  const said = saidIn(thread, reply);
  const notice = { kind: "REPLIED", once: `replied:${reply.id}`, ...told(said) } as const;
  const memberIds = [...people].filter((id) => id !== null && !mentionedIds.includes(id)) as string[];
  await notify(
    tx,
    actor,
    memberIds.map((memberId) => ({ memberId, ...notice })),
  );
}

/** Tells whoever was made answerable for a thread; `version` is the one that the thread had before. */
export async function notifyAssigned(tx: Transaction, actor: Actor, thread: AnnotationRow, memberId: string) {
  const said = saidIn(thread, { id: thread.id, body: thread.body });
  const once = `assigned:${thread.id}:${thread.version}`;
  await notify(tx, actor, [{ memberId, kind: "ASSIGNED", once, ...told(said) }]);
}

/** Something said in a thread, with the thread's place and quote. */
export function saidIn(thread: AnnotationRow, { id, body }: { id: string; body: string | null }): Said {
  const { documentId, commitmentId } = about(thread);
  return { id, body, documentId, commitmentId, layer: thread.layer, quote: valuesOf(thread).quote };
}

function told({ id, documentId, commitmentId, quote, body }: Said) {
  return {
    annotationId: id,
    documentId,
    commitmentId: commitmentId ?? undefined,
    data: { quote: beginningOf(quote, 80), words: body === null ? undefined : beginningOf(body, 160) },
  };
}

/** Comments are plain text, and a quote has no markup: nothing is taken out but what is too long. */
function beginningOf(text: string, most: number): string {
  const points = Array.from(text);
  return points.length > most ? `${points.slice(0, most - 1).join("")}…` : text;
}
