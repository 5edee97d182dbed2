"use client";
// The desk around a text: what is selected, which thread is looked at, and where a new comment is being written.
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useRef, useState } from "react";
import type { ParagraphRange } from "@/domain/text-pages";
import type { AnnotationChoices } from "@/server/annotation-choices";
import type { ThreadView } from "@/server/threads";
import { HighlightPainter } from "./highlight-painter";
import { type Looking, newLooking, useLooked } from "./looking";
import { MarkNews } from "./mark-news";
import { type Composing, findPassage, howToSelect } from "./passage-dom";
import { SelectionToolbar } from "./selection-toolbar";
import { asItWas, eachAsItWas, useKept } from "./unchanged";
import { useAddressedThread } from "./use-addressed-thread";
import { useMarkPointer } from "./use-mark-pointer";
import "./marks.css";

/** What stays the same while people read and write: what asks only for this is not rendered again for each mark. */
type Desk = {
  /** What the forms offer. */
  choices: AnnotationChoices;
  mayAnnotate: boolean;
  /** The thread that is looked at; its words stand out, and the other way round. */
  looking: Looking;
  compose: (composing: Composing | null) => void;
};

/** What lies on the desk. */
type Papers = {
  threads: readonly ThreadView[];
  composing: Composing | null;
  /** The paragraph beside which a thread stands: the first of its own that the page shows. */
  homeOf: (thread: ThreadView) => string | undefined;
};

const Here = createContext<Desk | null>(null);
const There = createContext<Papers | null>(null);

/** For what is also shown without a desk around it. */
export const useDeskOrNone = (): (Desk & Papers) | null => {
  const [desk, papers] = [use(Here), use(There)];
  return desk && papers && { ...desk, ...papers };
};

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
  /** Who looks. */
  memberId: string;
  /** The only passage of the page, where it shows but one. */
  passageId?: string;
  /** The paragraphs that the page shows, where it shows some of a text. */
  range?: ParagraphRange;
  children: ReactNode;
}

export function AnnotationDesk({ mayAnnotate, memberId, passageId, range, children, ...read }: AnnotationDeskProps) {
  // The page is read again whenever anybody writes; nearly all of it says what it said before.
  const threads = useKept(read.threads, eachAsItWas);
  const choices = useKept(read.choices, asItWas);
  const chosenBy = useSearchParams().toString();
  const [looking] = useState(newLooking);
  const [composing, setComposing] = useState<Composing | null>(null);
  const composedOn = useRef<string>(undefined);
  const isHere = ({ ordinal }: { ordinal: number }) => !range || (range.first <= ordinal && ordinal <= range.last);
  const homeOf = (thread: ThreadView) => passageId ?? thread.targets.find(isHere)?.passageId;

  function visit(thread: ThreadView, anchor?: string) {
    looking.visit(thread.id, { anchor, passageId: homeOf(thread) });
  }

  function compose(next: Composing | null) {
    setComposing(next);
    const passage = findPassage(composedOn.current ?? "");
    composedOn.current = next?.stretches[0]?.passageId;
    if (next) looking.open(composedOn.current ?? null);
    else passage?.focus({ preventScroll: true });
  }

  useMarkPointer(threads, {
    onHover: looking.hover,
    onClick: (thread) => (thread ? visit(thread) : looking.look(null)),
  });
  useAddressedThread(threads, (thread, anchor) => {
    findPassage(homeOf(thread) ?? "")?.scrollIntoView();
    visit(thread, anchor);
  });
  return (
    <Here value={{ choices, mayAnnotate, looking, compose }}>
      <There value={{ threads, composing, homeOf }}>
        {mayAnnotate && <HowToSelect />}
        {children}
        <MarkNews key={chosenBy} threads={threads} memberId={memberId} />
        <Marks threads={threads} composing={composing} looking={looking} />
        {mayAnnotate && <SelectionToolbar onCompose={compose} />}
      </There>
    </Here>
  );
}

/** By itself, since what is looked at follows the pointer. */
function Marks({ looking, ...rest }: Pick<Papers, "threads" | "composing"> & { looking: Looking }) {
  return <HighlightPainter {...rest} active={useLooked(looking)} />;
}

/** What every passage is described by, and the list of keys says too. */
function HowToSelect() {
  const t = useTranslations("annotations");
  return (
    <p id={howToSelect} data-key-help="Enter" data-key-label={t("selectKey")} className="sr-only">
      {t("howToSelect")}
    </p>
  );
}
