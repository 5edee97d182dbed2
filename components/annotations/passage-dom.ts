// The edge between a passage's positions, which count code points, and the page's, which count UTF-16 units in text nodes.
import type { Mark } from "@/domain/annotation-terms";
import { indexPositions, quoteAt, snapToGraphemes, snapToWords, toCodePoints } from "@/domain/text-position";

/** A stretch of a passage in code points, and the words there: what a mark is made of. */
export type Stretch = { passageId: string; start: number; end: number; exact: string };

/** A comment that is being written, and the words that it is about. */
export type Composing = { mark: Mark; stretches: Stretch[] };

/** Whole words are marked, or exactly the letters that were selected. */
export type Snap = "words" | "letters";

const attribute = "data-passage";
const snaps = { words: snapToWords, letters: snapToGraphemes };

/** Where the page says how words are selected with the keyboard. */
export const howToSelect = "how-to-select";
export const groupId = (passageId: string) => `threads-${passageId}`;
export const threadAnchor = (id: string) => `annotation-${id}`;
export const commentAnchor = (id: string) => `comment-${id}`;

export function findPassage(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(id)}"]`);
}

export function passageIn(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>(`[${attribute}]`) ?? null;
}

export const idOf = (passage: HTMLElement) => passage.getAttribute(attribute) ?? "";
export const textOf = (passage: HTMLElement) => passage.textContent ?? "";

/** The stretches of all passages that a selection touches; none where only white space is selected. */
export function stretchesOf(selection: Selection | null, snap: Snap): Stretch[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const passages = [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)];
  return passages
    .filter((passage) => range.intersectsNode(passage))
    .flatMap((passage) => stretchIn(passage, range, snap));
}

function stretchIn(passage: HTMLElement, range: Range, snap: Snap): Stretch[] {
  const text = textOf(passage);
  const from = passage.contains(range.startContainer) ? offsetIn(passage, range.startContainer, range.startOffset) : 0;
  const to = passage.contains(range.endContainer)
    ? offsetIn(passage, range.endContainer, range.endOffset)
    : text.length;
  const whole = snaps[snap](text, { start: toCodePoints(text, from), end: toCodePoints(text, to) });
  return whole ? [{ passageId: idOf(passage), ...whole, exact: quoteAt(text, whole).exact }] : [];
}

/** How many UTF-16 units of the passage stand before this point of the page. */
export function offsetIn(passage: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** The parts of the page that stretches cover; none for one where the page shows another text. Each passage is read once. */
export function rangesOf(stretches: readonly Stretch[]): StaticRange[] {
  if (stretches.length === 0) return [];
  const passages = document.querySelectorAll<HTMLElement>(`[${attribute}]`);
  const byId = new Map([...passages].map((passage) => [idOf(passage), passage]));
  return [...Map.groupBy(stretches, ({ passageId }) => passageId)].flatMap(([id, theirs]) => {
    const passage = byId.get(id);
    return passage ? rangesIn(passage, theirs) : [];
  });
}

function rangesIn(passage: HTMLElement, stretches: readonly Stretch[]): StaticRange[] {
  const text = textOf(passage);
  const index = indexPositions(text);
  const nodes = textNodesIn(passage);
  return stretches.flatMap(({ start, end, exact }) => {
    const [from, to] = [index.toUtf16(start), index.toUtf16(end)];
    if (text.slice(from, to) !== exact) return [];
    // Where two nodes meet, a start belongs to the later one.
    const first = nodes.find((node) => from < node.end);
    const last = nodes.find((node) => to <= node.end);
    if (!first || !last) return [];
    return new StaticRange({
      startContainer: first.node,
      startOffset: from - first.start,
      endContainer: last.node,
      endOffset: to - last.start,
    });
  });
}

/** The place before the first letter of a passage, or after its last. */
export function edgeOf(passage: HTMLElement, side: "start" | "end"): { node: Node; offset: number } {
  const found = textNodesIn(passage).at(side === "start" ? 0 : -1);
  return found ? { node: found.node, offset: side === "start" ? 0 : found.node.length } : { node: passage, offset: 0 };
}

/** The text nodes of a passage, each with where it starts and ends in its text. */
function textNodesIn(passage: HTMLElement): { node: Text; start: number; end: number }[] {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const found: { node: Text; start: number; end: number }[] = [];
  for (let start = 0; walker.nextNode(); ) {
    const node = walker.currentNode as Text;
    found.push({ node, start, end: start + node.length });
    start += node.length;
  }
  return found;
}
