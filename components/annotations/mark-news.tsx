"use client";
// Says to those who listen what colleagues just wrote or resolved; one's own is said by the toast.
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ThreadView } from "@/server/threads";

export interface MarkNewsProps {
  threads: readonly ThreadView[];
  /** Whose own doings are no news. */
  memberId: string;
}

type News = { kind: "made" | "replied" | "resolved"; name: string | undefined; ordinal: number };

/** Wants a `key` for what the list was chosen by: threads that another filter shows have not just come. */
export function MarkNews({ threads, memberId }: MarkNewsProps) {
  const t = useTranslations("annotations.news");
  const someone = useTranslations("annotations")("someone");
  const [known, setKnown] = useState(threads);
  const [said, say] = useState("");
  if (known !== threads) {
    setKnown(threads);
    const [first, ...more] = newsIn(known, threads, memberId);
    if (first && more.length > 0) say(t("several", { count: more.length + 1 }));
    else if (first) say(t(first.kind, { name: first.name ?? someone, ordinal: first.ordinal }));
  }
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

function newsIn(before: readonly ThreadView[], now: readonly ThreadView[], memberId: string): News[] {
  const comments = (threads: readonly ThreadView[]) =>
    threads.flatMap((thread) => [thread, ...thread.replies].map((comment) => ({ comment, thread })));
  // What was deleted and came back is older than the newest that was there.
  const latest = Math.max(0, ...comments(before).map(({ comment }) => comment.createdAt.getTime()));
  const ordinalOf = ({ targets }: ThreadView) => targets[0]?.ordinal ?? 0;
  const written = comments(now)
    .filter(({ comment }) => comment.createdAt.getTime() > latest && comment.author?.memberId !== memberId)
    .map(({ comment, thread }): News => {
      const kind = comment.id === thread.id ? "made" : "replied";
      return { kind, name: comment.author?.name, ordinal: ordinalOf(thread) };
    });
  const open = new Set(before.filter(({ resolvedAt }) => !resolvedAt).map(({ id }) => id));
  const resolved = now
    .filter(({ id, resolvedAt, resolvedBy }) => resolvedAt && open.has(id) && resolvedBy?.memberId !== memberId)
    .map((thread): News => ({ kind: "resolved", name: thread.resolvedBy?.name, ordinal: ordinalOf(thread) }));
  return [...written, ...resolved];
}
