"use client";
// The caret of the keyboard's selection, which browsers draw in text fields alone, and the words at it for those who listen.
import { useEffect, useState } from "react";
import { stretchesOf } from "./passage-dom";

type Place = { x: number; y: number; height: number };

export function Caret({ passage }: { passage: HTMLElement }) {
  const [place, setPlace] = useState<Place | null>(null);
  const [said, say] = useState("");
  useEffect(() => {
    const look = () => setPlace(placeOfCaret());
    const moved = () => {
      keepInSight(placeOfCaret());
      look();
      say(wordsAtCaret());
    };
    moved();
    document.addEventListener("selectionchange", moved);
    document.addEventListener("scroll", look, { capture: true, passive: true });
    window.addEventListener("resize", look);
    return () => {
      document.removeEventListener("selectionchange", moved);
      document.removeEventListener("scroll", look, true);
      window.removeEventListener("resize", look);
    };
  }, []);
  return (
    <>
      {place && (
        <span
          aria-hidden="true"
          className="caret pointer-events-none fixed z-40 w-0.5"
          style={{ insetBlockStart: place.y, height: place.height, translate: `${place.x - 1}px 0`, left: 0 }}
        />
      )}
      <span role="status" lang={passage.lang} className="sr-only">
        {said}
      </span>
    </>
  );
}

function placeOfCaret(): Place | null {
  const { focusNode, focusOffset } = document.getSelection() ?? {};
  if (!focusNode || focusOffset === undefined) return null;
  const range = document.createRange();
  range.setStart(focusNode, focusOffset);
  const [box] = range.getClientRects();
  return box ? { x: box.x, y: box.y, height: box.height } : null;
}

const margin = 90;

function keepInSight(place: Place | null): void {
  if (!place) return;
  const below = place.y + place.height + margin - window.innerHeight;
  if (below > 0) window.scrollBy(0, below);
  else if (place.y < margin) window.scrollBy(0, place.y - margin);
}

/** What is selected, or the word that the caret stands at. */
function wordsAtCaret(): string {
  const selection = document.getSelection();
  if (!selection?.focusNode) return "";
  if (!selection.isCollapsed) return stretchesOf(selection, "words")[0]?.exact ?? "";
  const text = selection.focusNode.textContent ?? "";
  const [before, after] = [text.slice(0, selection.focusOffset), text.slice(selection.focusOffset)];
  return `${/\S*$/.exec(before)?.[0] ?? ""}${/^\s*\S*/.exec(after)?.[0] ?? ""}`.trim();
}
