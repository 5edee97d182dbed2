"use client";
// The threads on one paragraph: beside it on wide screens, in a sheet from the bottom on small ones.
import { MessageSquareText, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { PassageView } from "@/server/commitments";
import type { ThreadView } from "@/server/threads";
import { useDesk, usePapers } from "./annotation-desk";
import { ComposeForm, draftOn, useKeptComposing } from "./compose-form";
import { useIsOpened, useVisit } from "./looking";
import { findPassage, groupId } from "./passage-dom";
import { Thread } from "./thread";

export interface ThreadGroupProps {
  passage: Pick<PassageView, "id" | "earlierIds"> | undefined;
  ordinal: number;
}

/** So many stand there at once; the others wait for a press, so that a text with a thousand marks stays light. */
const mostShown = 5;

export function ThreadGroup({ passage, ordinal }: ThreadGroupProps) {
  const t = useTranslations("annotations");
  const { looking, mayAnnotate } = useDesk();
  const { threads, homeOf, composing } = usePapers();
  const passageId = passage?.id ?? "";
  // What somebody began on the text as it stood stays open when the text is corrected under it.
  const revisions = [passageId, ...(passage?.earlierIds ?? [])];
  const draft = draftOn(revisions.at(-1) ?? passageId);
  useKeptComposing(draft);
  const sheet = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [showsAll, setShowsAll] = useState(false);
  const here = openFirst(threads.filter((thread) => homeOf(thread) === passageId));
  const waiting = here.slice(mostShown).map((thread) => thread.id);
  const isLedToWaiting = useVisit(looking, waiting) !== null;
  const shown = showsAll || isLedToWaiting ? here : here.slice(0, mostShown);
  const isComposing = revisions.includes(composing?.stretches[0]?.passageId ?? "-");
  const isOpen = useIsOpened(looking, passageId);
  useEffect(() => {
    const { current } = sheet;
    // Beside the text nothing opens, and who was led to a thread in it is there already.
    if (!isOpen || isComposing || !current || current.contains(document.activeElement)) return;
    if (getComputedStyle(current).position === "fixed") current.focus({ preventScroll: true });
  }, [isOpen, isComposing]);
  if (here.length === 0 && !isComposing) return null;
  const id = groupId(passageId);

  function enter() {
    looking.open(passageId);
    sheet.current?.focus();
  }

  function leave() {
    looking.open(null);
    const back = mayAnnotate ? findPassage(passageId) : button.current;
    back?.focus({ preventScroll: true });
  }

  return (
    <>
      {here.length > 0 && (
        <Button
          ref={button}
          size="small"
          variant="quiet"
          icon={<MessageSquareText aria-hidden="true" />}
          aria-label={`${t("open", { ordinal: String(ordinal) })}: ${t("count", { count: here.length })}`}
          aria-controls={id}
          onClick={enter}
          // Beside the threads themselves it is for the keyboard and for those who listen.
          className="-ms-2.5 mt-1 xl:not-focus-visible:sr-only print:hidden"
        >
          {t("count", { count: here.length })}
        </Button>
      )}
      <section
        ref={sheet}
        id={id}
        tabIndex={-1}
        aria-label={t("group", { ordinal: String(ordinal) })}
        onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && leave()}
        className={classNames(
          "content-start gap-3 outline-none max-xl:fixed max-xl:inset-x-0 max-xl:bottom-0 max-xl:z-40 max-xl:max-h-[75dvh] max-xl:overflow-y-auto max-xl:rounded-t-md max-xl:border-edge max-xl:border-t max-xl:bg-paper max-xl:p-4 max-xl:pb-24 max-xl:shadow-lg xl:grid print:static print:grid print:max-h-none",
          isOpen || isComposing ? "grid" : "hidden",
        )}
      >
        <IconButton label={t("close")} onClick={leave} className="justify-self-end xl:hidden print:hidden">
          <X aria-hidden="true" />
        </IconButton>
        {composing && isComposing && <ComposeForm composing={composing} draft={draft} />}
        {shown.map((thread) => (
          <Thread key={thread.id} thread={thread} />
        ))}
        {shown.length < here.length && (
          <Button size="small" onClick={() => setShowsAll(true)} className="justify-self-start print:hidden">
            {t("showAll", { count: here.length })}
          </Button>
        )}
      </section>
    </>
  );
}

/** Within both halves in the order of the text. */
function openFirst(threads: readonly ThreadView[]): ThreadView[] {
  return threads.toSorted((one, other) => Number(one.resolvedAt !== null) - Number(other.resolvedAt !== null));
}
