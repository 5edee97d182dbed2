// Paragraphs of a Word file: their direction, and runs that each hold one direction of writing.
import {
  AlignmentType,
  ExternalHyperlink,
  type IParagraphOptions,
  type IRunPropertiesOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
  XmlAttributeComponent,
  XmlComponent,
} from "docx";
import { directionOfText } from "@/domain/text-direction";
import type { Direction, Locale } from "@/i18n/locales";
import { type Translator, translator } from "@/i18n/translator";
import type { Span } from "./markdown-blocks";
import { cleanText } from "./plain-text";
import { type ScriptRun, scriptRuns } from "./script-runs";
import { linkOf } from "./tables";

/** What every part of the file has to know: its language, its direction and its words. */
export type Setting = {
  language: Locale;
  direction: Direction;
  t: Translator;
  /** Counts the numbered lists of the file, since each starts anew. */
  nextList: () => number;
};
export type ParagraphLook = Omit<IParagraphOptions, "text" | "children" | "bidirectional" | "alignment" | "run"> & {
  /** Left out: that of the whole file. */
  direction?: Direction;
  /** The side it begins at, where that is not the start of its own direction. */
  side?: Direction;
  /** The language of the text where it is not that of the file. */
  language?: string;
};

export function settingOf({ language, direction }: Pick<Setting, "language" | "direction">): Setting {
  let lists = 0;
  return { language, direction, t: translator(language), nextList: () => ++lists };
}

/** A paragraph of plain text or of spans; whatever stands in it is made safe first. */
export function paragraph(setting: Setting, content: string | readonly Span[], look: ParagraphLook = {}): Paragraph {
  const { direction = setting.direction, side = direction, language, ...rest } = look;
  return new Paragraph({
    ...rest,
    ...directed(direction),
    alignment: side === direction ? AlignmentType.START : AlignmentType.END,
    children: childrenOf(typeof content === "string" ? [{ text: content }] : content, { direction, language }),
  });
}

/** A paragraph of something that somebody wrote, in the direction of its first letter. */
export function writtenParagraph(setting: Setting, text: string, look: ParagraphLook = {}): Paragraph {
  return paragraph(setting, text, { ...look, direction: directionOfText(text, setting.direction) });
}

/** What makes a paragraph run in a direction; its mark too, so that what is typed after it goes on the same way. */
function directed(direction: Direction) {
  return direction === "rtl" ? { bidirectional: true, run: { rightToLeft: true } } : {};
}

/** A value inside a sentence: where it runs against the sentence, neither turns the other round. */
export function apart(text: string, direction: Direction): string {
  const own = directionOfText(text, direction);
  if (own === direction) return text;
  const mark = own === "ltr" ? leftToRightMark : rightToLeftMark;
  const isMixed = scriptRuns(text, direction).some(({ rightToLeft }) => rightToLeft === (direction === "rtl"));
  return isMixed ? `${mark}${opening[own]}${text}${closing}${mark}` : `${mark}${text}${mark}`;
}

const leftToRightMark = "\u200e";
const rightToLeftMark = "\u200f";
/** They open and close a stretch with a direction of its own; LibreOffice reads them, Word the element around them. */
const opening: Record<Direction, string> = { ltr: "\u202a", rtl: "\u202b" };
const closing = "\u202c";
const embedded = /[\u202a\u202b][^\u202a-\u202e]*\u202c/g;

type Way = { direction: Direction; language?: string };
type PlacedSpan = Span & { from: number; to: number };

function childrenOf(spans: readonly Span[], way: Way): ParagraphChild[] {
  const placed = placedSpans(spans);
  const text = placed.map((span) => span.text).join("");
  const runs = scriptRuns(
    text,
    way.direction,
    placed.filter(({ code }) => code),
  );
  return placed.flatMap((span): ParagraphChild[] => {
    const children = childrenIn(span, { text, runs }, way);
    const link = span.address === undefined ? null : linkOf(span.address);
    return link === null || children.length === 0 ? children : [new ExternalHyperlink({ link, children })];
  });
}

function placedSpans(spans: readonly Span[]): PlacedSpan[] {
  let from = 0;
  return spans.map((span) => {
    const text = cleanText(span.text);
    const to = from + text.length;
    const placed = { ...span, text, from, to };
    from = to;
    return placed;
  });
}

type Whole = { text: string; runs: readonly ScriptRun[] };

/** The runs of a span; a stretch with a direction of its own is cut as if it were a paragraph. */
function childrenIn(span: PlacedSpan, whole: Whole, way: Way): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let { from } = span;
  for (const { 0: text, index } of span.text.matchAll(embedded)) {
    const at = span.from + index;
    const direction = text.startsWith(opening.rtl) ? "rtl" : "ltr";
    const stretch = { ...span, from: 0, to: text.length };
    children.push(...runsIn({ ...span, from, to: at }, whole, way));
    children.push(embedding(direction, runsIn(stretch, { text, runs: scriptRuns(text, direction) }, way)));
    from = at + text.length;
  }
  return [...children, ...runsIn({ ...span, from }, whole, way)];
}

class EmbeddingDirection extends XmlAttributeComponent<{ val: Direction }> {
  protected override readonly xmlKeys = { val: "w:val" };
}

class Embedding extends XmlComponent {
  constructor(direction: Direction, runs: readonly TextRun[]) {
    super("w:dir");
    this.root.push(new EmbeddingDirection({ val: direction }), ...runs);
  }
}

/** Runs laid out in a direction of their own. The library has no such element, and takes only those that it has. */
function embedding(direction: Direction, runs: readonly TextRun[]): ParagraphChild {
  const element: XmlComponent = new Embedding(direction, runs);
  return element as ParagraphChild;
}

function runsIn(span: PlacedSpan, whole: Whole, way: Way): TextRun[] {
  return whole.runs.flatMap((run) => {
    const from = Math.max(run.from, span.from);
    const to = Math.min(run.to, span.to);
    if (from >= to) return [];
    const before = run.apart && from === run.from ? leftToRightMark : "";
    const after = run.apart && to === run.to ? leftToRightMark : "";
    const text = `${before}${whole.text.slice(from, to)}${after}`;
    return linesOf(text, lookOf(span, run.rightToLeft, way));
  });
}

function linesOf(text: string, look: IRunPropertiesOptions): TextRun[] {
  return text.split("\n").map((line, index) => new TextRun({ ...look, text: line, break: index > 0 ? 1 : undefined }));
}

/** Arabic has no italics: what others slant is bold there. */
function lookOf(span: Span, rightToLeft: boolean, { language }: Way): IRunPropertiesOptions {
  return {
    ...(rightToLeft && { rightToLeft: true }),
    ...((span.bold || (span.italic && rightToLeft)) && { bold: true }),
    ...(span.italic && !rightToLeft && { italics: true }),
    ...(span.struck && { strike: true }),
    ...(span.code ? { style: "Code" } : span.address !== undefined && { style: "Hyperlink" }),
    ...(language !== undefined && { language: rightToLeft ? { bidirectional: language } : { value: language } }),
  };
}
