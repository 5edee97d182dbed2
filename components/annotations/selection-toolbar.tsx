"use client";
// What can be made of the words that are selected: beside them, out of the way of the hand that selects.
import { Highlighter, Link2, MessageCircleQuestion, MessageSquarePlus, Tags, WholeWord } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { annotate } from "@/actions/annotations";
import { type Mark, marks } from "@/domain/annotation-terms";
import { useButtonAction } from "../forms/use-button-action";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { Caret } from "./caret";
import { usePaint } from "./highlight-painter";
import type { Composing, Snap } from "./passage-dom";
import { useSelectionUse } from "./selection-use";
import { useKeyboardSelection } from "./use-keyboard-selection";
import { readSelection, type Selected, useSelection } from "./use-selection";

const icons: Record<Mark, typeof Highlighter> = {
  HIGHLIGHTING: Highlighter,
  COMMENTING: MessageSquarePlus,
  TAGGING: Tags,
  QUESTIONING: MessageCircleQuestion,
  LINKING: Link2,
};

export function SelectionToolbar({ onCompose }: { onCompose: (composing: Composing) => void }) {
  const t = useTranslations("annotations");
  const toast = useToast();
  const more = useSelectionUse();
  const [selected, setSelected] = useState<Selected | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const keyboard = useKeyboardSelection((snap) => setSelected(readSelection(snap)));
  useSelection((next) => {
    // The keyboard says itself when it has chosen; and a press on the bar may take the browser's selection away, but not the bar.
    if (keyboard.passage || (!next && bar.current?.contains(document.activeElement))) return;
    setSelected(next);
  });
  usePaint("mark-selected", selected?.stretches);
  const isFromKeyboard = selected !== null && keyboard.passage !== null;
  useEffect(() => {
    if (isFromKeyboard) bar.current?.querySelector("button")?.focus();
  }, [isFromKeyboard]);
  const { run, pending } = useButtonAction(annotate, () => {
    toast({ title: t("highlighted") });
    leave();
  });

  function leave() {
    setSelected(null);
    keyboard.back();
    keyboard.leave();
  }

  function choose(motivation: Mark, { stretches }: Selected) {
    if (motivation === "HIGHLIGHTING") return run({ motivation, targets: JSON.stringify(stretches) });
    onCompose({ mark: motivation, stretches });
    leave();
  }

  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== "Escape") return moveInBar(event);
    event.preventDefault();
    if (!keyboard.passage) return leave();
    setSelected(null);
    keyboard.back();
  }

  /** Another reading of the same selection; where a press took it away, it stays as it was. */
  function snapTo(snap: Snap) {
    setSelected(readSelection(snap) ?? selected);
  }

  return (
    <>
      {keyboard.passage && <Caret passage={keyboard.passage} />}
      {selected && (
        <div
          ref={bar}
          role="toolbar"
          aria-label={t("toolbar")}
          className="selection-bar popup fixed z-40 flex flex-wrap justify-center gap-0.5 p-1 print:hidden"
          // Measured in the window, which knows no start and end.
          style={{ "--top": `${selected.place.top}px`, "--middle": `${selected.place.middle}px` } as CSSProperties}
          onKeyDown={press}
          // The selection must outlive the press.
          onPointerDown={(event) => event.preventDefault()}
        >
          {marks.map((mark, index) => {
            const Icon = icons[mark];
            return (
              <Button
                key={mark}
                size="small"
                variant="quiet"
                tabIndex={index === 0 ? 0 : -1}
                pending={pending && mark === "HIGHLIGHTING"}
                icon={<Icon aria-hidden="true" />}
                onClick={() => choose(mark, selected)}
              >
                {t(`marks.${mark}`)}
              </Button>
            );
          })}
          {more && (
            <Button
              size="small"
              variant="quiet"
              tabIndex={-1}
              icon={more.icon}
              onClick={() => {
                more.onChoose(selected.stretches);
                leave();
              }}
            >
              {more.label}
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            tabIndex={-1}
            aria-pressed={selected.snap === "letters"}
            icon={<WholeWord aria-hidden="true" />}
            onClick={() => snapTo(selected.snap === "letters" ? "words" : "letters")}
            className="aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
          >
            {t("letters")}
          </Button>
        </div>
      )}
    </>
  );
}

/** One stop for Tab; inside, the arrows lead from button to button as they stand on the screen (ARIA Authoring Practices, toolbar). */
function moveInBar(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const forwards = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const isArrow = event.key === "ArrowLeft" || event.key === "ArrowRight";
  const next = isArrow ? at + (event.key === forwards ? 1 : -1) : { Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons.at(next % buttons.length)?.focus();
}
