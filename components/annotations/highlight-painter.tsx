"use client";
// Paints the marks over the text with the CSS Custom Highlight API: the text's own nodes stay untouched, so letters stay joined and selections whole.
import { useLayoutEffect } from "react";
import { layersOf } from "@/domain/intervals";
import type { ThreadView } from "@/server/threads";
import { type Composing, rangesOf, type Stretch } from "./passage-dom";

/** As many as the style sheet knows; what overlaps deeper shares the last. */
const mostLayers = 4;
/** What stands later is painted over what stands earlier. */
const names = [
  ...Array.from({ length: mostLayers }, (_, layer) => `mark-${layer}`),
  "mark-resolved",
  ...["mark-active", "mark-selected", "mark-composing", "provision-looked", "provision-chosen"],
];
type Paint = "mark-active" | "mark-selected" | "mark-composing" | "provision-looked" | "provision-chosen";

export interface HighlightPainterProps {
  threads: readonly ThreadView[];
  active: string | null;
  composing: Composing | null;
}

/** Before the frame that shows the threads, and in parts that change apart: what is looked at follows the pointer, and a thousand marks need not be found again for that. */
export function HighlightPainter({ threads, active, composing }: HighlightPainterProps) {
  useLayoutEffect(() => {
    const measured = measure(threads.length);
    const cleared = paint(layersFor(threads));
    return () => {
      measured();
      cleared();
    };
  }, [threads]);
  usePaint("mark-active", threads.find(({ id }) => id === active)?.targets);
  usePaint("mark-composing", composing?.stretches);
  return null;
}

/** Paints these stretches in one of the style sheet's ways, while they are there. */
export function usePaint(name: Paint, stretches?: readonly Stretch[]) {
  useLayoutEffect(() => paint(new Map([[name, stretches ?? []]])), [name, stretches]);
}

function layersFor(threads: readonly ThreadView[]): Map<string, Stretch[]> {
  const painted = new Map<string, Stretch[]>();
  const add = (name: string, stretches: Stretch[]) => painted.set(name, [...(painted.get(name) ?? []), ...stretches]);
  const { open = [], resolved = [] } = Object.groupBy(threads, ({ resolvedAt }) => (resolvedAt ? "resolved" : "open"));
  const targets = open.flatMap((thread) => thread.targets);
  for (const [passageId, stretches] of Map.groupBy(targets, (stretch) => stretch.passageId)) {
    for (const [layer, apart] of layersOf(stretches.map((stretch) => ({ ...stretch, id: passageId }))).entries()) {
      add(`mark-${Math.min(layer, mostLayers - 1)}`, apart);
    }
  }
  add(
    "mark-resolved",
    resolved.flatMap((thread) => thread.targets),
  );
  return painted;
}

/** Paints until the returned function is called. */
function paint(marks: ReadonlyMap<string, readonly Stretch[]>): () => void {
  if (!CSS.highlights) return () => {};
  for (const [name, stretches] of marks) {
    const highlight = new Highlight(...rangesOf(stretches));
    highlight.priority = names.indexOf(name);
    CSS.highlights.set(name, highlight);
  }
  return () => {
    for (const name of marks.keys()) CSS.highlights.delete(name);
  };
}

/** Notes in the browser's own timeline how long it takes until the frame that shows the marks; `npm run bench` reads it there. */
function measure(marks: number): () => void {
  const start = performance.now();
  const done = () => {
    performance.clearMeasures("iltizam:marks");
    performance.measure("iltizam:marks", { start, detail: { marks } });
  };
  // A task right after a frame's callbacks runs once that frame is painted.
  const frame = requestAnimationFrame(() => setTimeout(done));
  return () => cancelAnimationFrame(frame);
}
