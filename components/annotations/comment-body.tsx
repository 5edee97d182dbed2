// The words of a comment, with the members that it calls standing out.
import { mentionPieces } from "@/domain/mentions";
import type { Person } from "@/server/members";

export function CommentBody({ body, members }: { body: string; members: readonly Person[] }) {
  return (
    <p dir="auto" className="whitespace-pre-line wrap-anywhere">
      {mentionPieces(body, members).map(({ text, memberId }, index) => {
        const key = `${index}`;
        return memberId ? (
          <bdi key={key} className="font-semibold text-accent-strong">
            {text}
          </bdi>
        ) : (
          text
        );
      })}
    </p>
  );
}
