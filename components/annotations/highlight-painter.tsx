"use client";
// Paints the marks over the text with the CSS Custom Highlight API: the text's own nodes stay untouched, so letters stay joined and selections whole.
import { useEffect } from "react";
import { layersOf } from "@/domain/intervals";
import type { ThreadView } from "@/server/threads";
import { type Composing, rangeOf, type Stretch } from "./passage-dom";

/** As many as the style sheet knows; what overlaps deeper shares the last. */
const mostLayers = 4;
const names = [
  ...Array.from({ length: mostLayers }, (_, layer) => `mark-${layer}`),
  "mark-resolved",
  "mark-active",
  "mark-composing",
];

export interface HighlightPainterProps {
  threads: readonly ThreadView[];
  active: string | null;
  composing: Composing | null;
}

export function HighlightPainter({ threads, active, composing }: HighlightPainterProps) {
  useEffect(() => {
    if (!CSS.highlights) return;
    const painted = new Map(names.map((name) => [name, [] as StaticRange[]]));
    const paint = (name: string, stretches: readonly Stretch[]) =>
      painted.get(name)?.push(...stretches.map(rangeOf).filter((range) => range !== null));
    const open = threads.filter(({ resolvedAt }) => !resolvedAt).flatMap(({ targets }) => targets);
    for (const [passageId, stretches] of Map.groupBy(open, (stretch) => stretch.passageId)) {
      for (const [layer, apart] of layersOf(stretches.map((stretch) => ({ ...stretch, id: passageId }))).entries()) {
        paint(`mark-${Math.min(layer, mostLayers - 1)}`, apart);
      }
    }
    for (const { id, resolvedAt, targets } of threads) {
      if (resolvedAt) paint("mark-resolved", targets);
      if (id === active) paint("mark-active", targets);
    }
    if (composing) paint("mark-composing", composing.stretches);
    for (const [name, ranges] of painted) CSS.highlights.set(name, new Highlight(...ranges));
    return () => {
      for (const name of names) CSS.highlights.delete(name);
    };
  }, [threads, active, composing]);
  return null;
}
