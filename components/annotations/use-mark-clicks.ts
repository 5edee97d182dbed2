"use client";
// A click on marked words leads to their thread.
import { useEffect, useEffectEvent } from "react";
import { idsAt, piecesOf } from "@/domain/intervals";
import { toCodePoints } from "@/domain/text-position";
import type { ThreadView } from "@/server/threads";
import { idOf, offsetIn, passageIn, textOf } from "./passage-dom";

/** `onThread` hears the innermost thread under a click into the text, or null beside all of them. */
export function useMarkClicks(threads: readonly ThreadView[], onThread: (thread: ThreadView | null) => void): void {
  const clicked = useEffectEvent((event: MouseEvent) => {
    // A click that ends a selection means the selection.
    if (!document.getSelection()?.isCollapsed) return;
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const passage = caret && passageIn(caret.offsetNode);
    if (!caret || !passage?.contains(event.target as Node)) return;
    const place = toCodePoints(textOf(passage), offsetIn(passage, caret.offsetNode, caret.offset));
    onThread(innermostAt(threads, passage, place));
  });
  useEffect(() => {
    document.addEventListener("click", clicked);
    return () => document.removeEventListener("click", clicked);
  }, []);
}

function innermostAt(threads: readonly ThreadView[], passage: HTMLElement, place: number): ThreadView | null {
  const marks = threads.flatMap(({ id, targets }) =>
    targets.filter(({ passageId }) => passageId === idOf(passage)).map(({ start, end }) => ({ id, start, end })),
  );
  const innermost = idsAt(piecesOf(marks, textOf(passage).length), place).at(-1);
  return threads.find(({ id }) => id === innermost) ?? null;
}
