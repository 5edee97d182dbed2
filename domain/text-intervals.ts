// Stretches of one text that may overlap.
import type { TextRange } from "./text-position";

/** For each range the layer that it is painted in, from 0: in one layer nothing overlaps, and there are as few as can be. */
export function layersOf(ranges: readonly TextRange[]): number[] {
  const order = ranges.map((_, index) => index).sort((one, other) => startOf(one) - startOf(other));
  const layers = ranges.map(() => 0);
  const ends: number[] = [];
  for (const index of order) {
    const free = ends.findIndex((end) => end <= startOf(index));
    const layer = free === -1 ? ends.length : free;
    layers[index] = layer;
    ends[layer] = (ranges[index] as TextRange).end;
  }
  return layers;

  function startOf(index: number): number {
    return (ranges[index] as TextRange).start;
  }
}
