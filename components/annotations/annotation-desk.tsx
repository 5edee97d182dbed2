"use client";
// The desk around a text: what is selected, which thread is looked at, and where a new comment is being written.
import { createContext, type ReactNode, use, useState } from "react";
import type { AnnotationChoices } from "@/server/annotation-choices";
import type { ThreadView } from "@/server/threads";
import { HighlightPainter } from "./highlight-painter";
import { type Looking, newLooking, useLooked } from "./looking";
import type { Composing } from "./passage-dom";
import { SelectionToolbar } from "./selection-toolbar";
import { asItWas, eachAsItWas, useKept } from "./unchanged";
import { useMarkClicks } from "./use-mark-clicks";
import "./marks.css";

/** What stays the same while people read and write: what asks only for this is not rendered again for each mark. */
type Desk = {
  /** What the forms offer. */
  choices: AnnotationChoices;
  /** The thread that is looked at; its words stand out, and the other way round. */
  looking: Looking;
  look: Looking["look"];
  compose: (composing: Composing | null) => void;
  open: (passageId: string | null) => void;
};

/** What lies on the desk. */
type Papers = {
  threads: readonly ThreadView[];
  composing: Composing | null;
  /** The paragraph whose threads are open on a small screen. */
  opened: string | null;
};

const Here = createContext<Desk | null>(null);
const There = createContext<Papers | null>(null);

export function useDesk(): Desk {
  const desk = use(Here);
  if (!desk) throw new Error("there is no AnnotationDesk around this");
  return desk;
}

export function usePapers(): Papers {
  const papers = use(There);
  if (!papers) throw new Error("there is no AnnotationDesk around this");
  return papers;
}

export interface AnnotationDeskProps {
  threads: readonly ThreadView[];
  choices: AnnotationChoices;
  mayAnnotate: boolean;
  children: ReactNode;
}

export function AnnotationDesk({ mayAnnotate, children, ...read }: AnnotationDeskProps) {
  // The page is read again whenever anybody writes; nearly all of it says what it said before.
  const threads = useKept(read.threads, eachAsItWas);
  const choices = useKept(read.choices, asItWas);
  const [looking] = useState(newLooking);
  const [composing, compose] = useState<Composing | null>(null);
  const [opened, open] = useState<string | null>(null);
  useMarkClicks(threads, (thread) => {
    looking.look(thread?.id ?? null);
    if (thread) open(thread.targets[0]?.passageId ?? null);
  });
  return (
    <Here value={{ choices, looking, look: looking.look, compose, open }}>
      <There value={{ threads, composing, opened }}>
        {children}
        <Marks threads={threads} composing={composing} looking={looking} />
        {mayAnnotate && (
          <SelectionToolbar
            onCompose={(next) => {
              compose(next);
              open(next.stretches[0]?.passageId ?? null);
            }}
          />
        )}
      </There>
    </Here>
  );
}

/** By itself, since what is looked at follows the pointer. */
function Marks({ looking, ...rest }: Pick<Papers, "threads" | "composing"> & { looking: Looking }) {
  return <HighlightPainter {...rest} active={useLooked(looking)} />;
}
