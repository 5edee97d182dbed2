// How often annotations keep their place: 1,020 corrections of the communiqué whose right answer is known.
import { describe, expect, test } from "vitest";
import { anchor, follow } from "@/domain/anchoring";
import { quoteAt, sliceOf, snapToGraphemes, snapToWords, type TextRange } from "@/domain/text-position";
import { communique } from "@/prisma/seed/communique";

const seed = 20191114;
const perKind = 51;

/** Mulberry32: the same numbers on every machine. */
function chance(state: number): () => number {
  let at = state;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = chance(seed);
const below = (most: number) => Math.floor(random() * most);
function oneOf<Value>(values: readonly Value[]): Value {
  const value = values[below(values.length)];
  if (value === undefined) throw new Error("nothing to choose from");
  return value;
}

const paragraphs = communique().paragraphs.map(({ text }) => text);
const vocabulary = [...new Set(paragraphs.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? []))];
const sentencesOf = (text: string) => text.match(/[^.]+\.?\s*/g) ?? [];
const allSentences = paragraphs.flatMap(sentencesOf).map((sentence) => sentence.trim());
const strip = (text: string) => text.replace(/[\u064b-\u0652]/g, "");
/** Shadda before fatha, as it is typed; NFC would turn them round. */
const vowels = ["\u064e", "\u064f", "\u0650", "\u0652", "\u0651\u064e", "\u064b"];
const vocalize = (text: string) =>
  text.replace(/[\u0621-\u064a]/g, (letter) => (random() < 0.4 ? letter + oneOf(vowels) : letter));
const words = (text: string) => text.split(" ");
const count = (text: string) => [...text].length;

/** A text around a quotation, and what each became: the right answer is where the second quotation stands. */
interface Parts {
  before: string;
  quote: string;
  after: string;
}
type Change = (parts: Parts) => Parts | "gone" | { text: string } | null;

/** Puts a word after the n-th space of a text. */
function atSomeSpace(text: string, word: string): string | null {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index + 1);
  if (spaces.length === 0) return null;
  const at = oneOf(spaces);
  return `${text.slice(0, at)}${word} ${text.slice(at)}`;
}

function otherLetter(word: string): string {
  const at = below(word.length);
  const letter = oneOf([..."ابتدرسعفلمنهوي"]);
  return oneOf([
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) +
      word
        .slice(at, at + 2)
        .split("")
        .reverse()
        .join("") +
      word.slice(at + 2),
  ]);
}

function changeWord(text: string, which: (most: number) => number, change: (word: string) => string): string | null {
  const all = words(text);
  const at = which(all.length);
  const word = all[at] ?? "";
  if (all.length < 3 || word.length < 2) return null;
  return all.toSpliced(at, 1, change(word)).join(" ");
}

const within = (change: (quote: string) => string | null) => (parts: Parts) => {
  const quote = change(parts.quote);
  return quote === null || quote === "" || quote === parts.quote ? null : { ...parts, quote };
};
const everywhere = (change: (text: string) => string) => (parts: Parts) => {
  const changed = { before: change(parts.before), quote: change(parts.quote), after: change(parts.after) };
  return Object.values(changed).join() === Object.values(parts).join() ? null : changed;
};
const inner = (most: number) => 1 + below(most - 2);
const digits = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
const swapped: Record<string, string> = { "،": ",", ".": "؛", ",": "٫", "-": "–", "؛": "،" };

/** The sentence with the quotation, cut out of its text. */
function itsSentence({ before, quote, after }: Parts) {
  const start = before.lastIndexOf(". ") + 1;
  const end = after.indexOf(".") + 1;
  return {
    head: before.slice(0, start),
    sentence: { before: before.slice(start).trimStart(), quote, after: end ? after.slice(0, end) : after },
    tail: end ? after.slice(end) : "",
  };
}

const kinds: Record<string, Change> = {
  "insert a word before": ({ before, ...rest }) => {
    const longer = random() < 0.3 && before ? `${before}${oneOf(vocabulary)} ` : atSomeSpace(before, oneOf(vocabulary));
    return longer && / $/.test(before) ? { ...rest, before: longer } : null;
  },
  "insert a sentence before": ({ before, ...rest }) => ({ ...rest, before: `${oneOf(allSentences)} ${before}` }),
  "delete a sentence before": ({ before, ...rest }) => {
    const ends = [...before.matchAll(/\. /g)].map(({ index }) => index + 2);
    if (ends.length === 0) return null;
    const which = below(ends.length);
    return { ...rest, before: before.slice(0, ends[which - 1] ?? 0) + before.slice(ends[which]) };
  },
  "delete the word before": ({ before, ...rest }) =>
    /\S+ $/.test(before) ? { ...rest, before: before.replace(/\S+ $/, "") } : null,
  "change a word inside": within((quote) => changeWord(quote, inner, () => oneOf(vocabulary))),
  "change its first or last word": within((quote) =>
    changeWord(
      quote,
      (most) => oneOf([0, most - 1]),
      () => oneOf(vocabulary),
    ),
  ),
  "insert a word inside": within((quote) => changeWord(quote, inner, (word) => `${oneOf(vocabulary)} ${word}`)),
  "delete a word inside": within((quote) => changeWord(quote, inner, () => "")?.replace("  ", " ") ?? null),
  "correct a misprint inside": within((quote) => {
    const all = words(quote);
    const at = below(all.length);
    const word = all[at] ?? "";
    return /^\p{L}{4,}$/u.test(word) ? all.toSpliced(at, 1, otherLetter(word)).join(" ") : null;
  }),
  "add tashkeel": everywhere(vocalize),
  "strip tashkeel, replace digits": everywhere((text) => digits(strip(text))),
  "spell hamza and ta otherwise": everywhere((text) =>
    text.replace(/[أإآ]/g, "ا").replace(/ة/g, "ه").replace(/ؤ/g, "و"),
  ),
  "change punctuation": everywhere((text) =>
    text.replace(/[،.,؛-]/g, (sign) => (random() < 0.5 ? (swapped[sign] ?? sign) : random() < 0.3 ? "" : sign)),
  ),
  "move its sentence": (parts) => {
    const { head, sentence, tail } = itsSentence(parts);
    const others = [...sentencesOf(head), ...sentencesOf(tail)].map((other) => other.trim()).filter(Boolean);
    if (others.length < 2) return null;
    const at = below(others.length + 1);
    const [first, rest] = [others.slice(0, at).join(" "), others.slice(at).join(" ")];
    return { ...sentence, before: `${first} ${sentence.before}`, after: `${sentence.after} ${rest}` };
  },
  "duplicate it elsewhere": (parts) => {
    const { head, sentence, tail } = itsSentence(parts);
    const [copyHead, copyTail] = [atSomeSpace(head, parts.quote), atSomeSpace(tail, parts.quote)];
    if (copyHead === null && copyTail === null) return null;
    const first = copyHead !== null && (copyTail === null || random() < 0.5);
    return {
      before: `${first ? copyHead : head} ${sentence.before}`,
      quote: parts.quote,
      after: sentence.after + (first ? tail : (copyTail ?? tail)),
    };
  },
  "rewrite words around it": ({ before, quote, after }) => {
    const rewrite = (text: string) =>
      text.replace(/\p{L}{3,}/gu, (word) => (random() < 0.3 ? oneOf(vocabulary) : word));
    // The word that a selection of letters stands in stays whole.
    const touching = { before: /\S*$/.exec(before)?.[0] ?? "", after: /^\S*/.exec(after)?.[0] ?? "" };
    return {
      before: rewrite(before.slice(0, before.length - touching.before.length)) + touching.before,
      quote,
      after: touching.after + rewrite(after.slice(touching.after.length)),
    };
  },
  "several of these at once": (parts) => {
    const some = [
      "insert a word before",
      "insert a sentence before",
      "delete a sentence before",
      "change a word inside",
    ];
    const more = ["correct a misprint inside", "add tashkeel", "change punctuation", "rewrite words around it"];
    let changed = parts;
    for (const kind of [oneOf(some), oneOf(more), oneOf(more)]) {
      const next = kinds[kind]?.(changed);
      if (!next || next === "gone" || "text" in next) return null;
      changed = next;
    }
    return changed;
  },
  "delete it": () => "gone",
  "put other words in its place": ({ before, quote, after }) => ({
    text: `${before}${words(quote)
      .map(() => oneOf(vocabulary))
      .join(" ")}${after}`,
  }),
  "replace its sentence by another": (parts) => {
    const { head, sentence, tail } = itsSentence(parts);
    const whole = sentence.before + sentence.quote + sentence.after;
    const other = oneOf(allSentences);
    return other.includes(parts.quote) || whole === other ? null : { text: `${head} ${other}${tail}` };
  },
};

/** A paragraph, a third of them with an emoji in front so that code points and UTF-16 code units differ, and a selection in it. */
function selection(): { text: string; range: TextRange } {
  let text = oneOf(paragraphs);
  if (random() < 0.33) text = `${oneOf(["👍🏽", "🇮🇶", "👨‍👩‍👧"])} ${text}`;
  const starts = [...text.matchAll(/\S+/g)].map(({ index }) => count(text.slice(0, index)));
  const first = below(starts.length);
  const start = starts[first] ?? 0;
  const style = random();
  const length = style < 0.2 ? 1 : style < 0.85 ? 2 + below(9) : 10 + below(20);
  const end = (starts[first + length] ?? count(text) + 1) - 1;
  const letters = random() < 0.1 && end - start > 4;
  const range = letters ? snapToGraphemes(text, { start: start + 1, end: end - 1 }) : snapToWords(text, { start, end });
  return range ? { text, range } : selection();
}

interface Case {
  from: string;
  to: string;
  target: TextRange;
  right: TextRange | null;
}

function makeCase(kind: string, change: Change): Case {
  for (;;) {
    const { text, range } = selection();
    const { exact } = quoteAt(text, range);
    let parts: Parts = {
      before: sliceOf(text, { start: 0, end: range.start }) ?? "",
      quote: exact,
      after: sliceOf(text, { start: range.end, end: count(text) }) ?? "",
    };
    if (kind.startsWith("strip tashkeel")) {
      const [before, quote, after] = [vocalize(parts.before), vocalize(exact), vocalize(parts.after)];
      parts = { before, quote, after };
    }
    const changed = change(parts);
    if (!changed) continue;
    const target = { start: count(parts.before), end: count(parts.before) + count(parts.quote) };
    const from = parts.before + parts.quote + parts.after;
    if (changed === "gone") return { from, target, to: (parts.before + parts.after).replace("  ", " "), right: null };
    if ("text" in changed) return { from, target, to: changed.text, right: null };
    const start = count(changed.before);
    const right = { start, end: start + count(changed.quote) };
    return { from, target, to: changed.before + changed.quote + changed.after, right };
  }
}

type Outcome = "exact" | "acceptable" | "orphan" | "wrong";

/** Acceptable shares more than half of its text with the right answer; where the quotation is gone only an orphan is right. */
function judge(found: TextRange | null, right: TextRange | null): Outcome {
  if (!right) return found ? "wrong" : "exact";
  if (!found) return "orphan";
  if (found.start === right.start && found.end === right.end) return "exact";
  const shared = Math.min(found.end, right.end) - Math.max(found.start, right.start);
  const both = Math.max(found.end, right.end) - Math.min(found.start, right.start);
  return shared > both / 2 ? "acceptable" : "wrong";
}

const cases = Object.entries(kinds).flatMap(([kind, change]) =>
  Array.from({ length: perKind }, () => ({ kind, ...makeCase(kind, change) })),
);

function run(name: string, find: (each: Case) => TextRange | null) {
  const rows: Record<string, Record<Outcome, number>> = {};
  const total = { exact: 0, acceptable: 0, orphan: 0, wrong: 0 };
  for (const each of cases) {
    const found = find(each);
    const outcome = judge(found, each.right);
    rows[each.kind] ??= { exact: 0, acceptable: 0, orphan: 0, wrong: 0 };
    (rows[each.kind] ?? total)[outcome]++;
    total[outcome]++;
  }
  const line = (title: string, { exact, acceptable, orphan, wrong }: Record<Outcome, number>) =>
    title.padEnd(34) + [exact, acceptable, orphan, wrong].map((number) => String(number).padStart(11)).join("");
  const head =
    `${name}, seed ${seed}`.padEnd(34) +
    ["exact", "acceptable", "orphan", "wrong"].map((title) => title.padStart(11)).join("");
  console.log([head, ...Object.entries(rows).map(([kind, row]) => line(kind, row)), line("all", total)].join("\n"));
  return total;
}

describe("1,020 corrections of the communiqué", () => {
  test("are followed: at least 98 % exactly, at most 1 % to a wrong place", () => {
    expect(cases).toHaveLength(1020);
    const alone = run("positions alone", ({ target }) => target);
    const total = run("follow", ({ target, from, to }) => follow(target, { from, to }));
    expect(total.exact).toBeGreaterThanOrEqual(0.98 * cases.length);
    expect(total.wrong).toBeLessThanOrEqual(0.01 * cases.length);
    expect(alone.wrong).toBeGreaterThan(0.4 * cases.length);
  });

  test("mislead at most 1 % of selectors that come from the old text, without it", () => {
    const total = run("anchor", ({ target, from, to }) => anchor({ ...quoteAt(from, target), ...target }, to));
    expect(total.exact).toBeGreaterThanOrEqual(0.9 * cases.length);
    expect(total.wrong).toBeLessThanOrEqual(0.01 * cases.length);
  });
});
