"use client";
// The pointer over marked words: resting on them shows their thread, a click leads to it.
import { useEffect, useEffectEvent } from "react";
import { idsAt, type Piece, piecesOf } from "@/domain/intervals";
import { toCodePoints } from "@/domain/text-position";
import type { ThreadView } from "@/server/threads";
import { idOf, offsetIn, passageIn, textOf } from "./passage-dom";

export interface MarkPointer {
  /** The innermost thread under the pointer, or null beside all of them. */
  onHover: (threadId: string | null) => void;
  /** A click into the text; null beside all marks. */
  onClick: (thread: ThreadView | null) => void;
}

export function useMarkPointer(threads: readonly ThreadView[], { onHover, onClick }: MarkPointer): void {
  const clicked = useEffectEvent((event: MouseEvent) => {
    // A click that ends a selection means the selection; one on a link means the link.
    if (!document.getSelection()?.isCollapsed || (event.target as Element).closest("a")) return;
    const passage = passageIn(event.target as Node);
    const threadId = passage && threadAt(threads, event);
    if (passage) onClick(threads.find(({ id }) => id === threadId) ?? null);
  });
  const moved = useEffectEvent((event: PointerEvent) => {
    // While a button is held, somebody selects.
    if (event.pointerType === "mouse" && event.buttons === 0) onHover(threadAt(threads, event));
  });
  const wasOver = useEffectEvent(() => onHover(null));
  useEffect(() => {
    let frame = 0;
    let isOver = false;
    // Once a frame is as often as anybody can see.
    const move = (event: PointerEvent) => {
      const over = passageIn(event.target as Node) !== null;
      if (!over && !isOver) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (over) moved(event);
        else wasOver();
        isOver = over;
      });
    };
    document.addEventListener("click", clicked);
    document.addEventListener("pointermove", move, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("click", clicked);
      document.removeEventListener("pointermove", move);
    };
  }, []);
}

function threadAt(threads: readonly ThreadView[], { clientX, clientY, target }: MouseEvent): string | null {
  const caret = document.caretPositionFromPoint?.(clientX, clientY);
  const passage = caret && passageIn(caret.offsetNode);
  if (!caret || !passage?.contains(target as Node)) return null;
  const place = toCodePoints(textOf(passage), offsetIn(passage, caret.offsetNode, caret.offset));
  return idsAt(piecesIn(threads, passage), place).at(-1) ?? null;
}

const kept = new WeakMap<readonly ThreadView[], Map<string, Piece[]>>();

/** The passage cut where its marks start and end; made once for as long as the threads are the same. */
function piecesIn(threads: readonly ThreadView[], passage: HTMLElement): Piece[] {
  const known = kept.get(threads) ?? new Map<string, Piece[]>();
  kept.set(threads, known);
  const passageId = idOf(passage);
  const made = known.get(passageId);
  if (made) return made;
  const marks = threads.flatMap(({ id, targets }) =>
    targets.filter((target) => target.passageId === passageId).map(({ start, end }) => ({ id, start, end })),
  );
  const pieces = piecesOf(marks, textOf(passage).length);
  known.set(passageId, pieces);
  return pieces;
}
