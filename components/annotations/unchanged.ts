// What is read again and says what it said before stays the same object, so that nothing is rendered again for it.
import { useState } from "react";

/** The latest value, made of what was before by `keep` where that says the same. */
export function useKept<Value>(read: Value, keep: (before: Value, read: Value) => Value): Value {
  const [known, setKnown] = useState({ read, kept: read });
  if (known.read === read) return known.kept;
  const kept = keep(known.kept, read);
  // During rendering, as React has it for what follows from props: https://react.dev/reference/react/useState
  setKnown({ read, kept });
  return kept;
}

/** The value from before if the new one reads the same. */
export function asItWas<Value>(before: Value, read: Value): Value {
  return JSON.stringify(before) === JSON.stringify(read) ? before : read;
}

/** The list with those from before that read the same. */
export function eachAsItWas<Item extends { id: string }>(
  before: readonly Item[],
  read: readonly Item[],
): readonly Item[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return read.map((item) => asItWas(known.get(item.id) ?? item, item));
}
