// A passage exactly as published, in its own language and direction, with our remarks on single words under it.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MarkedPassage } from "@/components/annotations/marked-passage";
import { classNames } from "@/components/ui/class-names";
import { directionOfLanguage } from "@/domain/text-direction";
import { directionOf, type Locale } from "@/i18n/locales";
import type { PassageView } from "@/server/commitments";

export interface PassageTextProps {
  passage: PassageView;
  /** The reader's language, for the remarks; the text keeps its own. */
  locale: Locale;
  /** Type size and colour; running text of the gazette by default. */
  className?: string;
}

/** The text, then the editorial remarks as footnotes: each marked word is a link to its remark, and back. */
export function PassageText({ passage, locale, className = "text-gazette" }: PassageTextProps) {
  return (
    <>
      <MarkedPassage
        passageId={passage.id}
        lang={passage.language}
        dir={directionOfLanguage(passage.language)}
        className={classNames("whitespace-pre-line font-naskh", className)}
      >
        {markedText(passage)}
      </MarkedPassage>
      {passage.editorialNotes.length > 0 && <Remarks passage={passage} locale={locale} />}
    </>
  );
}

const wordId = (noteId: string) => `word-${noteId}`;
const remarkId = (noteId: string) => `remark-${noteId}`;

/** Positions count Unicode code points, so the text is cut by code point and never by UTF-16 unit. */
function markedText({ text, editorialNotes }: PassageView): ReactNode {
  if (editorialNotes.length === 0) return text;
  const points = Array.from(text);
  const pieces: ReactNode[] = [];
  let done = 0;
  for (const note of editorialNotes) {
    // Two remarks on overlapping words: the second stands in the list alone.
    if (note.start < done) continue;
    pieces.push(points.slice(done, note.start).join(""));
    pieces.push(
      <a
        key={note.id}
        id={wordId(note.id)}
        href={`#${remarkId(note.id)}`}
        aria-describedby={remarkId(note.id)}
        className="underline decoration-2 decoration-accent/50 underline-offset-[0.4em] hover:decoration-accent target:bg-accent-soft"
      >
        {points.slice(note.start, note.end).join("")}
      </a>,
    );
    done = note.end;
  }
  pieces.push(points.slice(done).join(""));
  return pieces;
}

function Remarks({ passage, locale }: { passage: PassageView; locale: Locale }) {
  const t = useTranslations("documents.remark");
  return (
    <ul dir={directionOf(locale)} className="mt-2 grid gap-1 border-rule border-s-2 ps-3 text-muted text-sm">
      {passage.editorialNotes.map((note) => (
        <li key={note.id} id={remarkId(note.id)} className="target:bg-accent-soft">
          <a href={`#${wordId(note.id)}`} className="link">
            {t.rich("label", {
              word: () => (
                <bdi lang={passage.language} className="font-naskh">
                  {note.exact}
                </bdi>
              ),
            })}
          </a>{" "}
          <span dir="auto">{note.body[locale]}</span>
        </li>
      ))}
    </ul>
  );
}
