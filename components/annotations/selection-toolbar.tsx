"use client";
// What can be made of the words that are selected: beside them, out of the way of the hand that selects.
import { Highlighter, Link2, MessageCircleQuestion, MessageSquarePlus, Tags } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { annotate } from "@/actions/annotations";
import { type Mark, marks } from "@/domain/annotation-terms";
import { useButtonAction } from "../forms/use-button-action";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { type Composing, type Stretch, stretchesOf } from "./passage-dom";

const icons: Record<Mark, typeof Highlighter> = {
  HIGHLIGHTING: Highlighter,
  COMMENTING: MessageSquarePlus,
  TAGGING: Tags,
  QUESTIONING: MessageCircleQuestion,
  LINKING: Link2,
};

type Selected = { stretches: Stretch[]; place: { top: number; middle: number } };

export function SelectionToolbar({ onCompose }: { onCompose: (composing: Composing) => void }) {
  const t = useTranslations("annotations");
  const toast = useToast();
  const [selected, setSelected] = useState<Selected | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  useSelection((next) => {
    // Pressing a button of the bar may take the browser's selection away, and must not take the bar.
    if (!next && bar.current?.contains(document.activeElement)) return;
    setSelected(next);
  });
  const { run, pending } = useButtonAction(annotate, () => {
    toast({ title: t("highlighted") });
    leave();
  });

  function leave() {
    setSelected(null);
    document.getSelection()?.removeAllRanges();
  }

  function choose(motivation: Mark, { stretches }: Selected) {
    if (motivation === "HIGHLIGHTING") return run({ motivation, targets: JSON.stringify(stretches) });
    onCompose({ mark: motivation, stretches });
    leave();
  }

  if (!selected) return null;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t("toolbar")}
      className="popup fixed z-40 flex -translate-x-1/2 gap-0.5 p-1 max-sm:bottom-20 print:hidden"
      // Measured in the window, which knows no start and end.
      style={{ top: selected.place.top, left: selected.place.middle }}
      onKeyDown={(event) => event.key === "Escape" && leave()}
    >
      {marks.map((mark) => {
        const Icon = icons[mark];
        return (
          <Button
            key={mark}
            size="small"
            variant="quiet"
            pending={pending && mark === "HIGHLIGHTING"}
            icon={<Icon aria-hidden="true" />}
            // The selection must outlive the press.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(mark, selected)}
          >
            {t(`marks.${mark}`)}
          </Button>
        );
      })}
    </div>
  );
}

/** Tells what is selected once the hand rests: while it drags, nothing may stand in its way. */
function useSelection(onSelected: (selected: Selected | null) => void): void {
  const tell = useEffectEvent(() => {
    const selection = document.getSelection();
    const stretches = stretchesOf(selection);
    const box = stretches.length > 0 ? selection?.getRangeAt(0).getBoundingClientRect() : undefined;
    onSelected(box ? { stretches, place: placeBelow(box) } : null);
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed = false;
    const soon = () => {
      clearTimeout(timer);
      if (!pressed) timer = setTimeout(tell, pauseBeforeShowing);
    };
    const press = () => {
      pressed = true;
    };
    const release = () => {
      pressed = false;
      soon();
    };
    const listened = { selectionchange: soon, pointerdown: press, pointerup: release, pointercancel: release } as const;
    for (const [name, listener] of Object.entries(listened)) document.addEventListener(name, listener);
    return () => {
      clearTimeout(timer);
      for (const [name, listener] of Object.entries(listened)) document.removeEventListener(name, listener);
    };
  }, []);
}

const pauseBeforeShowing = 120;
const halfOfBar = 220;

/** Under the selection, where a phone's own menu does not stand, and inside the window. */
function placeBelow(box: DOMRect): Selected["place"] {
  const middle = box.left + box.width / 2;
  return {
    top: Math.min(box.bottom + 10, window.innerHeight - 120),
    middle: Math.min(Math.max(middle, halfOfBar), window.innerWidth - halfOfBar),
  };
}
