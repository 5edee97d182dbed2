"use client";
// The desk around a text: what is selected, which thread is looked at, and where a new comment is being written.
import { createContext, type ReactNode, use, useState } from "react";
import type { AnnotationChoices } from "@/server/annotation-choices";
import type { ThreadView } from "@/server/threads";
import { HighlightPainter } from "./highlight-painter";
import type { Composing } from "./passage-dom";
import { SelectionToolbar } from "./selection-toolbar";
import { useMarkClicks } from "./use-mark-clicks";
import "./marks.css";

type Desk = {
  threads: readonly ThreadView[];
  /** What the forms offer. */
  choices: AnnotationChoices;
  /** The thread that is looked at; its words stand out, and the other way round. */
  active: string | null;
  look: (threadId: string | null) => void;
  composing: Composing | null;
  compose: (composing: Composing | null) => void;
  /** The paragraph whose threads are open on a small screen. */
  opened: string | null;
  open: (passageId: string | null) => void;
};

const Here = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(Here);
  if (!desk) throw new Error("there is no AnnotationDesk around this");
  return desk;
}

export interface AnnotationDeskProps {
  threads: readonly ThreadView[];
  choices: AnnotationChoices;
  mayAnnotate: boolean;
  children: ReactNode;
}

export function AnnotationDesk({ threads, choices, mayAnnotate, children }: AnnotationDeskProps) {
  const [active, look] = useState<string | null>(null);
  const [composing, compose] = useState<Composing | null>(null);
  const [opened, open] = useState<string | null>(null);
  useMarkClicks(threads, (thread) => {
    look(thread?.id ?? null);
    if (thread) open(thread.targets[0]?.passageId ?? null);
  });
  return (
    <Here value={{ threads, choices, active, look, composing, compose, opened, open }}>
      {children}
      <HighlightPainter threads={threads} active={active} composing={composing} />
      {mayAnnotate && (
        <SelectionToolbar
          onCompose={(next) => {
            compose(next);
            open(next.stretches[0]?.passageId ?? null);
          }}
        />
      )}
    </Here>
  );
}
