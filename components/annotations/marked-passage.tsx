"use client";
// The element around a passage's text: where an AnnotationDesk stands around it, the keyboard can enter it and its threads are named.
import type { ComponentProps } from "react";
import { useDeskOrNone } from "./annotation-desk";
import { groupId, howToSelect } from "./passage-dom";

export function MarkedPassage({ passageId, ...rest }: ComponentProps<"p"> & { passageId: string }) {
  const desk = useDeskOrNone();
  const hasThreads = desk?.threads.some((thread) => desk.homeOf(thread) === passageId);
  return (
    <p
      // Marks are placed by counting in the text of this element, which is the passage's to the letter.
      data-passage={passageId}
      tabIndex={desk?.mayAnnotate ? 0 : undefined}
      aria-describedby={desk?.mayAnnotate ? howToSelect : undefined}
      aria-details={hasThreads ? groupId(passageId) : undefined}
      {...rest}
    />
  );
}
