// Cuts a paragraph where its direction changes, as the bidirectional algorithm of Unicode would, for formats that mark each run.
import type { Direction } from "@/i18n/locales";
import { leftToRightRuns } from "@/i18n/ltr-runs";

/** A stretch of the paragraph; `apart` asks for marks around it, lest what stands beside it turn it round. */
export type ScriptRun = { from: number; to: number; rightToLeft: boolean; apart: boolean };
/** From where to where the text is code, which always runs from left to right. */
export type Range = { from: number; to: number };

type Kind = "R" | "L" | "number" | "neutral";
type Token = ScriptRun & { kind: Kind; text: string };

const rightLetter = "[\\p{scx=Arab}\\p{scx=Hebr}\\p{scx=Syrc}\\p{scx=Thaa}\\u200f\\u061c]";
const token = new RegExp(
  [
    `(?<right>(?:(?!\\p{M})${rightLetter}\\p{M}*)+)`,
    `(?<left>(?:(?!${rightLetter})[\\p{L}\\u200e]\\p{M}*)+)`,
    "(?<number>\\p{Nd}+(?:[.,:/\\u00a0]\\p{Nd}+)*)",
    "(?<neutral>[()[\\]{}]|[^\\p{L}\\p{Nd}()[\\]{}\\u200e\\u200f\\u061c])",
  ].join("|"),
  "gsu",
);
const anyRight = new RegExp(rightLetter, "u");
const closing: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

/** The runs of a paragraph in their order; together they are the whole text. */
export function scriptRuns(text: string, direction: Direction, code: readonly Range[] = []): ScriptRun[] {
  const plain = direction === "ltr" && !anyRight.test(text);
  if (plain) return text === "" ? [] : [{ from: 0, to: text.length, rightToLeft: false, apart: false }];
  const tokens = tokensOf(text, code);
  nameNumbers(tokens, direction);
  pairBrackets(tokens, direction);
  settleNeutrals(tokens, direction);
  return joined(tokens, direction);
}

function tokensOf(text: string, code: readonly Range[]): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const range of [...code, { from: text.length, to: text.length }]) {
    for (const piece of leftToRightRuns(text.slice(done, range.from))) {
      if (piece.isRun) tokens.push(apart(piece.text, done));
      else for (const found of piece.text.matchAll(token)) tokens.push(tokenOf(found, done));
      done += piece.text.length;
    }
    if (range.to > range.from) tokens.push(apart(text.slice(range.from, range.to), range.from));
    done = range.to;
  }
  return tokens;
}

function apart(text: string, from: number): Token {
  return { from, to: from + text.length, text, kind: "L", rightToLeft: false, apart: true };
}

function tokenOf({ 0: text, index, groups }: RegExpExecArray, before: number): Token {
  const from = before + index;
  const kind = groups?.right ? "R" : groups?.left ? "L" : groups?.number ? "number" : "neutral";
  return { from, to: from + text.length, text, kind, rightToLeft: false, apart: false };
}

/** A number after a left-to-right letter belongs to it: the "2249" of "UNSCR 2249". */
function nameNumbers(tokens: Token[], direction: Direction): void {
  let last: Kind = sideOf(direction);
  for (const each of tokens) {
    if (each.kind === "number" && last === "L") each.kind = "L";
    if (each.kind === "L" || each.kind === "R") last = each.kind;
  }
}

const sideOf = (direction: Direction) => (direction === "rtl" ? "R" : "L");
/** Beside neutral characters a number counts as a right-to-left letter. */
const strength = (kind: Kind) => (kind === "number" ? "R" : kind);

/** Deeper than this the algorithm of Unicode pairs no brackets either. */
const deepest = 63;

/** Both brackets of a pair go the way of what they hold: "(2015)". */
function pairBrackets(tokens: Token[], direction: Direction): void {
  const own = sideOf(direction);
  const other = own === "R" ? "L" : "R";
  const ownUntil = countsOf(tokens, own);
  const otherUntil = countsOf(tokens, other);
  let before: Kind = own;
  let at = 0;
  for (const pair of pairsOf(tokens)) {
    for (; at < pair.at; at++) before = strongOf(tokens[at]) ?? before;
    const holds = (counts: number[]) => counts[pair.end] !== counts[pair.at];
    const side = holds(ownUntil) ? own : holds(otherUntil) ? (before === other ? other : own) : null;
    for (const bracket of [tokens[pair.at], tokens[pair.end]]) if (bracket && side) bracket.kind = side;
  }
}

function pairsOf(tokens: readonly Token[]): { at: number; end: number }[] {
  const open: { text: string; at: number }[] = [];
  const pairs: { at: number; end: number }[] = [];
  for (const [at, { text, kind }] of tokens.entries()) {
    if (kind !== "neutral") continue;
    if (text.length === 1 && "([{".includes(text)) open.push({ text, at });
    if (open.length > deepest) return [];
    const opener = closing[text];
    const found = opener === undefined ? -1 : open.findLastIndex((each) => each.text === opener);
    const start = open[found];
    if (!start) continue;
    pairs.push({ at: start.at, end: at });
    open.length = found;
  }
  return pairs.sort((one, other) => one.at - other.at);
}

/** How many tokens of a side stand before each. */
function countsOf(tokens: readonly Token[], side: Kind): number[] {
  let count = 0;
  return tokens.map((each) => {
    const before = count;
    if (strongOf(each) === side) count++;
    return before;
  });
}

function strongOf(each: Token | undefined): Kind | null {
  return each && each.kind !== "neutral" ? strength(each.kind) : null;
}

/** Between two of one side a neutral character is of that side, else of the paragraph's. */
function settleNeutrals(tokens: Token[], direction: Direction): void {
  const own = sideOf(direction);
  let before: Kind = own;
  let waiting: Token[] = [];
  for (const each of [...tokens, { kind: own } as Token]) {
    if (each.kind === "neutral") {
      waiting.push(each);
      continue;
    }
    const after = strength(each.kind);
    for (const neutral of waiting) neutral.kind = before === after ? after : own;
    waiting = [];
    before = after;
  }
}

/** In a left-to-right paragraph a number between Arabic words must be part of their run, or it would part them. */
function joined(tokens: Token[], direction: Direction): ScriptRun[] {
  const runs: ScriptRun[] = [];
  for (const { from, to, kind, apart } of tokens) {
    const rightToLeft = kind === "R" || (kind === "number" && direction === "ltr");
    const last = runs.at(-1);
    if (last && !last.apart && !apart && last.rightToLeft === rightToLeft) last.to = to;
    else runs.push({ from, to, rightToLeft, apart });
  }
  return runs;
}
