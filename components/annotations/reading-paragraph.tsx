// A paragraph for reading, printing and listening: its marks are elements with numbers, and their notes stand under it.
import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { Num } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { inLanguage } from "@/domain/language-choice";
import { markedRuns } from "@/domain/marked-text";
import { directionOfLanguage } from "@/domain/text-direction";
import type { ParagraphView } from "@/server/documents";
import type { Person } from "@/server/members";
import { type NumberedThread, noteAnchor, placeAnchor, ReadingNote } from "./reading-note";
import "./marks.css";

export interface ReadingParagraphProps {
  paragraph: ParagraphView;
  language: string;
  threads: readonly NumberedThread[];
  members: readonly Person[];
}

export function ReadingParagraph({ paragraph, language, threads, members }: ReadingParagraphProps) {
  const passage = inLanguage(paragraph.passages, language);
  if (!passage) return null;
  const notes = threads.filter(({ targets }) => targets[0]?.passageId === passage.id);
  const direction = directionOfLanguage(passage.language);
  return (
    <section>
      <div dir={direction} className="flex gap-4">
        {paragraph.commitment && (
          <h2 className="font-bold font-naskh text-xl leading-none">
            <Num value={paragraph.commitment.number} />
          </h2>
        )}
        <p
          lang={passage.language}
          className={classNames(
            "min-w-0 flex-1 whitespace-pre-line font-naskh",
            paragraph.kind === "PREAMBLE" ? "text-preamble" : "text-gazette",
          )}
        >
          <MarkedText passage={passage} threads={threads} />
        </p>
      </div>
      {notes.length > 0 && (
        <ol className="mt-3 grid gap-3 border-rule border-s-2 ps-4 text-sm">
          {notes.map((thread) => (
            <ReadingNote key={thread.id} thread={thread} members={members} />
          ))}
        </ol>
      )}
    </section>
  );
}

type MarkedTextProps = { passage: { id: string; text: string }; threads: readonly NumberedThread[] };

function MarkedText({ passage, threads }: MarkedTextProps) {
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  const marks = threads.flatMap(({ id, targets }) =>
    targets.filter(({ passageId }) => passageId === passage.id).map(({ start, end }) => ({ id, start, end })),
  );
  return markedRuns(passage.text, marks).map(({ start, text, ids, ends }) => (
    <Fragment key={start}>
      {ids.length === 0 ? (
        text
      ) : (
        <mark
          className={classNames("mark", ids.length > 1 && "mark-deep")}
          data-resolved={ids.every((id) => byId.get(id)?.resolvedAt) || undefined}
        >
          {text}
        </mark>
      )}
      {ends.map((id) => {
        const thread = byId.get(id);
        return thread && <Reference key={id} thread={thread} passageId={passage.id} />;
      })}
    </Fragment>
  ));
}

/** The number in the text; where a thread is on several paragraphs, its note leads back to the first. */
function Reference({ thread: { number, targets }, passageId }: { thread: NumberedThread; passageId: string }) {
  const t = useTranslations("annotations.reading");
  const isFirst = targets[0]?.passageId === passageId;
  return (
    <sup lang={useLocale()} className="font-sans text-xs">
      <a
        id={isFirst ? placeAnchor(number) : undefined}
        href={`#${noteAnchor(number)}`}
        aria-label={t("toNote", { number })}
        className="link mx-0.5 px-0.5 target:bg-accent-soft"
      >
        [<Num value={number} />]
      </a>
    </sup>
  );
}
