"use client";
// One thread: the mark, what was said of it, the replies, and what may be done with it.
import { Check, Lock, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useEffect, useRef } from "react";
import { reopenThread, resolveThread } from "@/actions/annotations";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useToast } from "@/components/ui/toast";
import type { ThreadView } from "@/server/threads";
import { useDesk } from "./annotation-desk";
import { Comment } from "./comment";
import { FoundAgain } from "./found-again";
import { useIsLooked, useVisit } from "./looking";
import { threadAnchor } from "./passage-dom";
import { Quote, quoteOf } from "./quote";
import { ReplyForm } from "./reply-form";
import { ShareThread } from "./share-thread";
import { ThreadFacts } from "./thread-facts";
import { ThreadForms } from "./thread-forms";

/** Rendered again when it changed itself: there may be a thousand others. */
export const Thread = memo(function Thread({ thread }: { thread: ThreadView }) {
  const t = useTranslations("annotations");
  const { looking } = useDesk();
  const box = useRef<HTMLElement>(null);
  const isActive = useIsLooked(looking, thread.id);
  const visit = useVisit(looking, [thread.id]);
  const quote = quoteOf(thread.targets);
  useEffect(() => {
    if (!visit || !looking.arrive(visit)) return;
    box.current?.focus({ preventScroll: true });
    document.getElementById(visit.anchor)?.scrollIntoView({ block: "nearest" });
  }, [visit, looking]);
  return (
    <article
      ref={box}
      id={threadAnchor(thread.id)}
      aria-label={t(`kinds.${thread.motivation as "COMMENTING"}`)}
      tabIndex={-1}
      onMouseEnter={() => looking.hover(thread.id)}
      onMouseLeave={() => looking.hover(null)}
      onFocus={() => looking.look(thread.id)}
      className={classNames(
        // Far from what is read, its insides are neither laid out nor painted until it comes near.
        "[contain-intrinsic-block-size:auto_8rem] [content-visibility:auto] focus-within:[content-visibility:visible] print:[content-visibility:visible]",
        "grid gap-2 rounded-md border p-3 text-sm outline-offset-0 target:bg-accent-soft print:break-inside-avoid",
        isActive ? "border-accent bg-accent-soft" : "border-rule bg-paper",
        thread.resolvedAt && "text-muted",
      )}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Quote stretches={thread.targets} />
        {thread.layer === "PRIVATE" && <Badge icon={<Lock aria-hidden="true" />}>{t("layerMark")}</Badge>}
        {thread.resolvedAt && <Badge tone="success">{t("resolved")}</Badge>}
      </header>
      <FoundAgain targets={thread.targets} />
      <Comment comment={thread} quote={quote} />
      <ThreadFacts thread={thread} />
      {thread.replies.length > 0 && (
        <div className="grid gap-2 border-rule border-s-2 ps-3">
          {thread.replies.map((each) => (
            <Comment key={each.id} comment={each} quote={quote} />
          ))}
        </div>
      )}
      <FormPlace draft={`reply-to-${thread.id}`} mayOpen={thread.mayReply}>
        <div className="flex flex-wrap gap-1 print:hidden">
          {thread.mayReply && <OpenFormButton variant="quiet">{t("reply")}</OpenFormButton>}
          <ThreadActions thread={thread} />
          <ThreadForms thread={thread} />
        </div>
        <OpenedForm label={t("replyForm")} className="rounded-md bg-panel p-3">
          <ReplyForm thread={thread} />
        </OpenedForm>
      </FormPlace>
    </article>
  );
});

function ThreadActions({ thread }: { thread: ThreadView }) {
  const t = useTranslations("annotations");
  const toast = useToast();
  const resolve = useButtonAction(resolveThread, () => toast({ title: t("resolvedDone") }));
  const reopen = useButtonAction(reopenThread, () => toast({ title: t("reopenedDone") }));
  const at = { annotationId: thread.id, version: String(thread.version) };
  return (
    <>
      {thread.maySettle &&
        (thread.resolvedAt ? (
          <Button
            size="small"
            variant="quiet"
            icon={<RotateCcw aria-hidden="true" />}
            pending={reopen.pending}
            onClick={() => reopen.run(at)}
          >
            {t("reopen")}
          </Button>
        ) : (
          <Button
            size="small"
            variant="quiet"
            icon={<Check aria-hidden="true" />}
            pending={resolve.pending}
            onClick={() => resolve.run(at)}
          >
            {t("resolve")}
          </Button>
        ))}
      {thread.mayShare && <ShareThread thread={thread} />}
    </>
  );
}
