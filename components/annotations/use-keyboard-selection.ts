"use client";
// Selecting with the keyboard alone, in text that nobody can edit: Enter on a paragraph, arrows, Shift to extend, Enter again.
import { useEffect, useEffectEvent, useState } from "react";
import { edgeOf, passageIn, type Snap } from "./passage-dom";

export interface KeyboardSelection {
  /** The passage whose words are being selected; null while nobody does. */
  passage: HTMLElement | null;
  /** Gives the focus back to the passage. */
  back: () => void;
  leave: () => void;
}

/** `onChoose` hears of Enter over a selection; with Alt it means the very letters. */
export function useKeyboardSelection(onChoose: (snap: Snap) => void): KeyboardSelection {
  const [passage, setPassage] = useState<HTMLElement | null>(null);

  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!passage) {
      const entered = event.key === "Enter" && !hasModifier(event) && passageAt(event);
      if (!entered) return;
      event.preventDefault();
      collapseTo(entered, "start");
      setPassage(entered);
    } else if (event.target === passage && handle(passage, event)) event.preventDefault();
  });

  function handle(within: HTMLElement, event: KeyboardEvent): boolean {
    const selection = document.getSelection();
    if (!selection || event.key === "Tab") return false;
    if (event.key === "Escape") {
      if (selection.isCollapsed) leave();
      else selection.collapseToEnd();
      return true;
    }
    if (event.key === "Enter") {
      if (selection.isCollapsed) selection.modify("extend", "forward", "word");
      onChoose(event.altKey ? "letters" : "words");
      return true;
    }
    // A letter means nothing here, least of all a shortcut of the page.
    return move(within, selection, event) || (event.key.length === 1 && !event.ctrlKey && !event.metaKey);
  }

  function leave() {
    setPassage(null);
    document.getSelection()?.removeAllRanges();
  }
  const wentAway = useEffectEvent(({ target }: Event) => {
    if (passage && target !== passage && !(target as Element).closest("[role=toolbar]")) setPassage(null);
  });
  useEffect(() => {
    document.addEventListener("keydown", pressed, true);
    document.addEventListener("focusin", wentAway);
    document.addEventListener("pointerdown", wentAway);
    return () => {
      document.removeEventListener("keydown", pressed, true);
      document.removeEventListener("focusin", wentAway);
      document.removeEventListener("pointerdown", wentAway);
    };
  }, []);
  return { passage, back: () => passage?.focus({ preventScroll: true }), leave };
}

const hasModifier = (event: KeyboardEvent) => event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;

/** The passage that has the focus itself, not a link in it. */
function passageAt({ target }: KeyboardEvent): HTMLElement | null {
  const passage = passageIn(target as Node);
  return passage && passage === target && passage.tabIndex === 0 ? passage : null;
}

function collapseTo(passage: HTMLElement, side: "start" | "end"): void {
  const { node, offset } = edgeOf(passage, side);
  document.getSelection()?.collapse(node, offset);
}

/** What a key does, as in every text field: left and right are those of the screen, whichever way the text runs. */
function stepOf({ key, ctrlKey, altKey }: KeyboardEvent): [direction: string, by: string] | null {
  const by = ctrlKey || altKey ? "word" : "character";
  if (key === "ArrowLeft") return ["left", by];
  if (key === "ArrowRight") return ["right", by];
  if (key === "ArrowUp") return ["backward", "line"];
  if (key === "ArrowDown") return ["forward", "line"];
  if (key === "Home") return ["backward", "lineboundary"];
  if (key === "End") return ["forward", "lineboundary"];
  return null;
}

function move(passage: HTMLElement, selection: Selection, event: KeyboardEvent): boolean {
  const step = stepOf(event);
  if (!step) return false;
  selection.modify(event.shiftKey ? "extend" : "move", ...step);
  const { anchorNode, anchorOffset, focusNode } = selection;
  if (passage.contains(focusNode) || !focusNode) return true;
  // Never out of the paragraph: its end is as far as it goes.
  const isAfter = passage.compareDocumentPosition(focusNode) & Node.DOCUMENT_POSITION_FOLLOWING;
  const side = isAfter ? "end" : "start";
  const { node, offset } = edgeOf(passage, side);
  if (event.shiftKey && anchorNode) selection.setBaseAndExtent(anchorNode, anchorOffset, node, offset);
  else collapseTo(passage, side);
  return true;
}
