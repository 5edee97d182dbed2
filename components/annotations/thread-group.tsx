"use client";
// The threads on one paragraph: beside it on wide screens, in a sheet from the bottom on small ones.
import { MessageSquareText, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { PassageView } from "@/server/commitments";
import { useDesk, usePapers } from "./annotation-desk";
import { ComposeForm, draftOn, useKeptComposing } from "./compose-form";
import { Thread } from "./thread";

export interface ThreadGroupProps {
  passage: Pick<PassageView, "id" | "earlierIds"> | undefined;
  ordinal: number;
}

/** A thread over several paragraphs stands beside its first one. */
export function ThreadGroup({ passage, ordinal }: ThreadGroupProps) {
  const t = useTranslations("annotations");
  const { open } = useDesk();
  const { threads, composing, opened } = usePapers();
  const passageId = passage?.id ?? "";
  // What somebody began on the text as it stood stays open when the text is corrected under it.
  const revisions = [passageId, ...(passage?.earlierIds ?? [])];
  const draft = draftOn(revisions.at(-1) ?? passageId);
  useKeptComposing(draft);
  const sheet = useRef<HTMLElement>(null);
  const here = threads.filter(({ targets }) => targets[0]?.passageId === passageId);
  const isComposing = revisions.includes(composing?.stretches[0]?.passageId ?? "-");
  const isOpen = opened === passageId;
  useEffect(() => {
    if (isOpen && !isComposing) sheet.current?.focus({ preventScroll: true });
  }, [isOpen, isComposing]);
  if (here.length === 0 && !isComposing) return null;
  const id = `threads-${passageId}`;
  return (
    <>
      {here.length > 0 && (
        <Button
          size="small"
          variant="quiet"
          icon={<MessageSquareText aria-hidden="true" />}
          aria-label={`${t("open", { ordinal: String(ordinal) })}: ${t("count", { count: here.length })}`}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => open(isOpen ? null : passageId)}
          className="-ms-2.5 mt-1 xl:hidden print:hidden"
        >
          {t("count", { count: here.length })}
        </Button>
      )}
      <section
        ref={sheet}
        id={id}
        tabIndex={-1}
        aria-label={t("group", { ordinal: String(ordinal) })}
        onKeyDown={(event) => event.key === "Escape" && open(null)}
        className={classNames(
          "content-start gap-3 outline-none max-xl:fixed max-xl:inset-x-0 max-xl:bottom-0 max-xl:z-40 max-xl:max-h-[75dvh] max-xl:overflow-y-auto max-xl:rounded-t-md max-xl:border-edge max-xl:border-t max-xl:bg-paper max-xl:p-4 max-xl:pb-24 max-xl:shadow-lg xl:grid print:static print:grid print:max-h-none",
          isOpen || isComposing ? "grid" : "hidden",
        )}
      >
        <IconButton label={t("close")} onClick={() => open(null)} className="justify-self-end xl:hidden print:hidden">
          <X aria-hidden="true" />
        </IconButton>
        {composing && isComposing && <ComposeForm composing={composing} draft={draft} />}
        {here.map((thread) => (
          <Thread key={thread.id} thread={thread} />
        ))}
      </section>
    </>
  );
}
