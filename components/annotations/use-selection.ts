"use client";
// What the hand has selected, told once it rests: while it drags, nothing may stand in its way.
import { useEffect, useEffectEvent } from "react";
import { type Snap, type Stretch, stretchesOf } from "./passage-dom";

export type Selected = { stretches: Stretch[]; snap: Snap; place: { top: number; middle: number } };

/** With Alt held while the button is let go, the very letters. */
export function useSelection(onSelected: (selected: Selected | null) => void): void {
  const tell = useEffectEvent((snap: Snap) => onSelected(readSelection(snap)));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed = false;
    let snap: Snap = "words";
    const soon = () => {
      clearTimeout(timer);
      if (!pressed) timer = setTimeout(() => tell(snap), pauseBeforeShowing);
    };
    const press = () => {
      pressed = true;
    };
    const release = (event: PointerEvent) => {
      pressed = false;
      // A press on the bar selects nothing new.
      if ((event.target as Element).closest?.("[role=toolbar]")) return;
      snap = event.altKey ? "letters" : "words";
      soon();
    };
    const listened = { selectionchange: soon, pointerdown: press, pointerup: release, pointercancel: release };
    for (const [name, listener] of Object.entries(listened)) {
      document.addEventListener(name, listener as EventListener);
    }
    // What was selected while the page was still coming to life was selected too.
    if (document.getSelection()?.isCollapsed === false) soon();
    return () => {
      clearTimeout(timer);
      for (const [name, listener] of Object.entries(listened)) {
        document.removeEventListener(name, listener as EventListener);
      }
    };
  }, []);
}

/** What is selected now, and where on the screen; null where that is no words of a passage. */
export function readSelection(snap: Snap): Selected | null {
  const selection = document.getSelection();
  const stretches = stretchesOf(selection, snap);
  if (!selection || stretches.length === 0) return null;
  return { stretches, snap, place: placeBelow(selection.getRangeAt(0).getBoundingClientRect()) };
}

const pauseBeforeShowing = 120;
const halfOfBar = 290;

/** Under the selection and inside the window. */
function placeBelow(box: DOMRect): Selected["place"] {
  const middle = box.left + box.width / 2;
  return {
    top: Math.min(box.bottom + 10, window.innerHeight - 120),
    middle: Math.min(Math.max(middle, halfOfBar), window.innerWidth - halfOfBar),
  };
}
