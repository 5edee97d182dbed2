// A thread as a numbered note under the text: what it is on, what was said, by whom and when, and whether it is resolved.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Instant, Num } from "@/components/ui/bidi";
import type { Person } from "@/server/members";
import type { CommentView, ThreadView } from "@/server/threads";
import { CommentBody } from "./comment-body";
import { Quote } from "./quote";
import { ThreadFacts } from "./thread-facts";

/** A thread with its number in the text. */
export type NumberedThread = ThreadView & { number: number };

export const noteAnchor = (number: number) => `note-${number}`;
/** Where the number stands in the text. */
export const placeAnchor = (number: number) => `place-${number}`;

export function ReadingNote({ thread, members }: { thread: NumberedThread; members: readonly Person[] }) {
  const t = useTranslations("annotations");
  const { number, replies, targets } = thread;
  return (
    <li id={noteAnchor(number)} className="flex gap-2 target:bg-accent-soft print:break-inside-avoid">
      <a href={`#${placeAnchor(number)}`} aria-label={t("reading.toText", { number })} className="link self-start">
        [<Num value={number} />]
      </a>
      <div className="grid min-w-0 flex-1 gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">{t(`kinds.${thread.motivation as "COMMENTING"}`)}</span>
          <Quote stretches={targets} />
          {thread.layer === "PRIVATE" && <Badge>{t("layerMark")}</Badge>}
          <Badge tone={thread.resolvedAt ? "success" : "neutral"}>
            {t(`filter.states.${thread.resolvedAt ? "RESOLVED" : "OPEN"}`)}
          </Badge>
        </div>
        <Said comment={thread} members={members} />
        <ThreadFacts thread={thread} />
        {replies.length > 0 && (
          <ul className="grid gap-1 border-rule border-s ps-3">
            {replies.map((reply) => (
              <li key={reply.id}>
                <Said comment={reply} members={members} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Said({ comment: { author, body, createdAt }, members }: { comment: CommentView; members: readonly Person[] }) {
  const t = useTranslations("annotations");
  return (
    <div>
      <p className="text-muted text-xs">
        <bdi className="font-semibold text-text">{author?.name ?? t("someone")}</bdi> <Instant value={createdAt} />
      </p>
      {body && <CommentBody body={body} members={members} />}
    </div>
  );
}
