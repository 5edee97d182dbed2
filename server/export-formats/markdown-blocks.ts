// Markdown that people wrote as a plain tree of blocks and spans, from which any format can be written.
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A stretch of text in one style; a line break inside it is one that the writer asked for. */
export type Span = {
  text: string;
  bold?: true;
  italic?: true;
  struck?: true;
  code?: true;
  /** Where it leads: always http, https or mailto. */
  address?: string;
  /** It stands for a picture, and the text describes it; a file that shows it would tell its server who reads. */
  image?: true;
};
export type Block =
  | { type: "paragraph"; spans: Span[] }
  | { type: "heading"; level: number; spans: Span[] }
  | { type: "list"; ordered: boolean; start: number; items: Block[][] }
  | { type: "quote"; blocks: Block[] }
  | { type: "code"; text: string }
  /** The first row is the head; rows have cells of spans. */
  | { type: "table"; rows: Span[][][] }
  | { type: "rule" };

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root["children"][number];
type Parent = { children: Node[] };
type Style = Omit<Span, "text">;
type Addresses = Map<string, string>;

/** No file needs more levels than this; what lies deeper keeps its text. */
const deepest = 6;
/** A line that opens that many blocks at once says nothing, and the parser's own recursion would not end well. */
const tooDeep = /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*){100}/m;
/** Nor would pairing so many marks of emphasis, each with each. */
const mostMarks = 3_000;
const marks = /[*_~]+/g;
/** One line of words and their usual marks, in which Markdown can mean nothing: most notes are such, and to parse takes long. */
const plainLine = /^(?!.*www\.)\p{L}[\p{L}\p{M}\p{N} .,;?%()/'"،؛؟«»“”‘’…–—-]*(?<! )$/iu;
/** Built once: that takes longer than reading a note. */
const flavour = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
const safeAddress = /^(https?:\/\/|mailto:)\S+$/i;

/**
 * The blocks of a text. Nothing that was written is lost: HTML stays as typed,
 * an address that is not safe loses its link and keeps its words.
 */
export function blocksOf(markdown: string): Block[] {
  if (plainLine.test(markdown)) return paragraphOf([{ text: markdown }]);
  const isAttack = tooDeep.test(markdown) || (markdown.match(marks)?.length ?? 0) > mostMarks;
  if (isAttack) return paragraphOf([{ text: markdown }]);
  const root = fromMarkdown(markdown, flavour);
  return blocksIn(root, { addresses: addressesIn(root), depth: 0 });
}

type Place = { addresses: Addresses; depth: number };

function blocksIn(parent: Parent, place: Place): Block[] {
  if (place.depth > deepest) return paragraphOf([{ text: textIn(parent) }]);
  const inside = { ...place, depth: place.depth + 1 };
  return parent.children.flatMap((node) => blockOf(node, place, inside));
}

function blockOf(node: Node, place: Place, inside: Place): Block[] {
  switch (node.type) {
    case "heading":
      return [{ type: "heading", level: node.depth, spans: spansIn(node, place) }];
    case "list": {
      const items = node.children.map((item) => [...boxOf(item.checked), ...blocksIn(item, inside)]);
      return [{ type: "list", ordered: node.ordered ?? false, start: node.start ?? 1, items: items.map(withBox) }];
    }
    case "blockquote":
      return [{ type: "quote", blocks: blocksIn(node, inside) }];
    case "code":
      return [{ type: "code", text: node.value }];
    case "table":
      return [{ type: "table", rows: node.children.map((row) => row.children.map((cell) => spansIn(cell, place))) }];
    case "thematicBreak":
      return [{ type: "rule" }];
    case "definition":
      return [];
    case "footnoteDefinition":
      return withMark(`[${node.label ?? node.identifier}] `, blocksIn(node, inside));
    case "paragraph":
      return paragraphOf(spansIn(node, place));
    default:
      return paragraphOf(spanOf(node, {}, place));
  }
}

function paragraphOf(spans: Span[]): Block[] {
  return spans.some(({ text }) => text.trim() !== "") ? [{ type: "paragraph", spans }] : [];
}

const boxOf = (checked: boolean | null | undefined): Block[] =>
  typeof checked === "boolean" ? [{ type: "paragraph", spans: [{ text: checked ? "☑ " : "☐ " }] }] : [];

/** The box of a task stands on the line of its words. */
function withBox(blocks: Block[]): Block[] {
  const [box, ...rest] = blocks;
  const text = box?.type === "paragraph" && box.spans.length === 1 ? box.spans[0]?.text : undefined;
  return text === "☑ " || text === "☐ " ? withMark(text, rest) : blocks;
}

function withMark(mark: string, blocks: Block[]): Block[] {
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph") return [{ type: "paragraph", spans: [{ text: mark }] }, ...blocks];
  return [{ ...first, spans: [{ text: mark }, ...first.spans] }, ...rest];
}

function spansIn(parent: Parent, place: Place, style: Style = {}): Span[] {
  if (place.depth > deepest * 4) return [{ ...style, text: textIn(parent) }];
  const inside = { ...place, depth: place.depth + 1 };
  return parent.children.flatMap((node) => spanOf(node, style, inside));
}

function spanOf(node: Node, style: Style, place: Place): Span[] {
  switch (node.type) {
    case "text":
      // A line break that Markdown does not keep is a space.
      return [{ ...style, text: node.value.replace(/\n/g, " ") }];
    case "html":
      return [{ ...style, text: node.value }];
    case "break":
      return [{ ...style, text: "\n" }];
    case "inlineCode":
      return [{ ...style, code: true, text: node.value }];
    case "strong":
      return spansIn(node, place, { ...style, bold: true });
    case "emphasis":
      return spansIn(node, place, { ...style, italic: true });
    case "delete":
      return spansIn(node, place, { ...style, struck: true });
    case "link":
      return spansIn(node, place, leadingTo(node.url, style));
    case "linkReference":
      return spansIn(node, place, leadingTo(place.addresses.get(node.identifier), style));
    case "image":
      return [{ ...leadingTo(node.url, style), image: true, text: node.alt ?? "" }];
    case "imageReference":
      return [{ ...leadingTo(place.addresses.get(node.identifier), style), image: true, text: node.alt ?? "" }];
    case "footnoteReference":
      return [{ ...style, text: `[${node.label ?? node.identifier}]` }];
    default:
      return "children" in node ? spansIn(node as Parent, place, style) : [];
  }
}

function leadingTo(address: string | undefined, style: Style): Style {
  return address && safeAddress.test(address.trim()) ? { ...style, address: address.trim() } : style;
}

function addressesIn(root: Root): Addresses {
  const found: Addresses = new Map();
  each(root, (node) => {
    // Of two definitions the first counts, as Markdown has it.
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node.url);
  });
  return found;
}

function textIn(parent: Parent): string {
  const texts: string[] = [];
  each(parent, (node) => {
    if ("value" in node) texts.push(node.value);
    else if (node.type === "break" || node.type === "paragraph") texts.push("\n");
  });
  return texts.join("").trim();
}

/** Every node below, in the order of the text; without recursion, since people can nest as deep as they like. */
function each(parent: Parent, see: (node: Node) => void): void {
  const waiting = [...parent.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    see(node);
    if ("children" in node) waiting.push(...[...(node.children as Node[])].reverse());
  }
}
