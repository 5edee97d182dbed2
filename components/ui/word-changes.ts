// What changed between two texts, word by word in any script: a word is never cut, since Arabic letters join.
import { diffArrays } from "diff";

export interface WordChange {
  value: string;
  added: boolean;
  removed: boolean;
}

/** A word with the space after it; that space alone makes no difference. */
const words = (text: string) => text.match(/^\s+|\S+\s*/g) ?? [];
const isSame = (one: string, other: string) => one.trimEnd() === other.trimEnd();

/** Milliseconds: two long texts with nothing in common are not worth a page that stands still. */
const patience = 300;

export function changesByWord(before: string, after: string): WordChange[] {
  const changes = diffArrays(words(before), words(after), { comparator: isSame, timeout: patience });
  if (!changes) return [part(before, "removed"), part(after, "added")];
  return changes.map(({ value, added, removed }) => ({ value: value.join(""), added, removed }));
}

function part(value: string, way: "added" | "removed"): WordChange {
  return { value, added: way === "added", removed: way === "removed" };
}
