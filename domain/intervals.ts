// Ranges that overlap: cut into pieces, stacked in layers that do not overlap, and found by position.

/** A range with the name of what it belongs to, in any one unit: start included, end not. An empty one counts nowhere. */
export interface Interval {
  id: string;
  start: number;
  end: number;
}

/** A stretch that the same intervals cover from its start to its end; their ids with the outermost first. */
export interface Piece {
  start: number;
  end: number;
  ids: string[];
}

/** Earlier ones first; of those that start together the longest, so that it holds the others. */
function outermostFirst(one: Interval, other: Interval): number {
  return one.start - other.start || other.end - one.end;
}

const isEmpty = ({ start, end }: Interval) => end <= start;

/**
 * Cuts `[0, length)` where an interval starts or ends. The pieces cover all of it in order, those with no interval too;
 * what lies outside of it is left out.
 */
export function piecesOf(intervals: readonly Interval[], length: number): Piece[] {
  const waiting = intervals
    .map(({ id, start, end }) => ({ id, start: Math.max(start, 0), end: Math.min(end, length) }))
    .filter((interval) => !isEmpty(interval))
    .sort(outermostFirst);
  const cuts = new Set([0, length, ...waiting.flatMap(({ start, end }) => [start, end])]);
  const bounds = [...cuts].sort((one, other) => one - other);
  const pieces: Piece[] = [];
  let open: Interval[] = [];
  let next = 0;
  bounds.slice(0, -1).forEach((start, index) => {
    open = open.filter(({ end }) => end > start);
    for (let one = waiting[next]; one && one.start === start; one = waiting[++next]) open.push(one);
    pieces.push({ start, end: bounds[index + 1] ?? length, ids: [...new Set(open.map(({ id }) => id))] });
  });
  return pieces;
}

/**
 * Shares the intervals out over the fewest layers in which none overlaps another; touching is no overlap. In a layer
 * they stand in order.
 */
export function layersOf<Item extends Interval>(intervals: readonly Item[]): Item[][] {
  const layers: Item[][] = [];
  const inOrder = intervals
    .filter((interval) => !isEmpty(interval))
    .sort(outermostFirst)
    .map((item) => ({ item, layer: 0 }));
  const byEnd = inOrder.toSorted((one, other) => one.item.end - other.item.end);
  const free: number[] = [];
  let ended = 0;
  for (const placed of inOrder) {
    for (let one = byEnd[ended]; one && one.item.end <= placed.item.start; one = byEnd[++ended]) free.push(one.layer);
    placed.layer = free.pop() ?? layers.push([]) - 1;
    layers[placed.layer]?.push(placed.item);
  }
  return layers;
}

/** The ids of the intervals that cover a position, outermost first; of `pieces` as `piecesOf` gives them. */
export function idsAt(pieces: readonly Piece[], position: number): string[] {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low];
  return piece && piece.start <= position ? piece.ids : [];
}
