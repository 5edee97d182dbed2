"use client";
// A provision in the list: resting on it, or having the focus in it, marks its words in the paragraph.
import { type ComponentProps, useState } from "react";
import { usePaint } from "@/components/annotations/highlight-painter";
import type { Stretch } from "@/components/annotations/passage-dom";

export function LookedItem({ stretches, ...rest }: ComponentProps<"li"> & { stretches: readonly Stretch[] }) {
  const [isOver, setOver] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  return (
    <>
      {(isOver || hasFocus) && <Paint stretches={stretches} />}
      <li
        {...rest}
        onPointerEnter={() => setOver(true)}
        onPointerLeave={() => setOver(false)}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
      />
    </>
  );
}

/** Only while it is looked at: the paint of one item must not wipe off that of another. */
function Paint({ stretches }: { stretches: readonly Stretch[] }) {
  usePaint("provision-looked", stretches);
  return null;
}
