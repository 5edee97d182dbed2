// The edge between a passage's positions, which count code points, and the page's, which count UTF-16 units in text nodes.
import type { Mark } from "@/domain/annotation-terms";
import { quoteAt, snapToWords, toCodePoints, toUtf16 } from "@/domain/text-position";

/** A stretch of a passage in code points, and the words there: what a mark is made of. */
export type Stretch = { passageId: string; start: number; end: number; exact: string };

/** A comment that is being written, and the words that it is about. */
export type Composing = { mark: Mark; stretches: Stretch[] };

const attribute = "data-passage";

export function passageIn(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>(`[${attribute}]`) ?? null;
}

export const idOf = (passage: HTMLElement) => passage.getAttribute(attribute) ?? "";
export const textOf = (passage: HTMLElement) => passage.textContent ?? "";

function findPassage(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(id)}"]`);
}

/** The stretches of all passages that a selection touches, snapped to whole words; none where only white space is selected. */
export function stretchesOf(selection: Selection | null): Stretch[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const passages = [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)];
  return passages.filter((passage) => range.intersectsNode(passage)).flatMap((passage) => stretchIn(passage, range));
}

function stretchIn(passage: HTMLElement, range: Range): Stretch[] {
  const text = textOf(passage);
  const from = passage.contains(range.startContainer) ? offsetIn(passage, range.startContainer, range.startOffset) : 0;
  const to = passage.contains(range.endContainer)
    ? offsetIn(passage, range.endContainer, range.endOffset)
    : text.length;
  const whole = snapToWords(text, { start: toCodePoints(text, from), end: toCodePoints(text, to) });
  return whole ? [{ passageId: idOf(passage), ...whole, exact: quoteAt(text, whole).exact }] : [];
}

/** How many UTF-16 units of the passage stand before this point of the page. */
export function offsetIn(passage: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** The part of the page that a stretch covers; null where the page shows another text. */
export function rangeOf({ passageId, start, end, exact }: Stretch): StaticRange | null {
  const passage = findPassage(passageId);
  if (!passage) return null;
  const text = textOf(passage);
  const [from, to] = [toUtf16(text, start), toUtf16(text, end)];
  if (text.slice(from, to) !== exact) return null;
  const [first, last] = [pointAt(passage, from, "start"), pointAt(passage, to, "end")];
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset,
  });
}

/** The text node and place for an offset; where two nodes meet, a start belongs to the later one. */
function pointAt(passage: HTMLElement, offset: number, side: "start" | "end") {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Text | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    last = node;
    if (left < node.length || (side === "end" && left === node.length)) return { node, offset: left };
    left -= node.length;
  }
  return { node: last ?? passage, offset: last?.length ?? 0 };
}
