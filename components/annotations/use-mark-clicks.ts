"use client";
// A click on marked words leads to their thread.
import { useEffect, useEffectEvent } from "react";
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
    onThread(innermostAt(threads, idOf(passage), place));
  });
  useEffect(() => {
    document.addEventListener("click", clicked);
    return () => document.removeEventListener("click", clicked);
  }, []);
}

function innermostAt(threads: readonly ThreadView[], passageId: string, place: number): ThreadView | null {
  const covering = threads.flatMap((thread) =>
    thread.targets
      .filter((target) => target.passageId === passageId && target.start <= place && place < target.end)
      .map((target) => ({ thread, length: target.end - target.start })),
  );
  return covering.sort((one, other) => one.length - other.length)[0]?.thread ?? null;
}
