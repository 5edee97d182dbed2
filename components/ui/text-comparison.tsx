// Two texts as one, word by word: what went is struck out, what came is underlined.
import { classNames } from "./class-names";
import { IsolatedRuns } from "./isolated-runs";
import { changesByWord, type WordChange } from "./word-changes";

export interface TextComparisonProps {
  from: string;
  to: string;
  /** Only one of the two, with its own words marked. */
  side?: "from" | "to";
  lang?: string;
  dir?: "auto" | "rtl" | "ltr";
  className?: string;
}

export function TextComparison({ from, to, side, lang, dir = "auto", className }: TextComparisonProps) {
  const isShown = ({ added, removed }: WordChange) => (side === "from" ? !added : side === "to" ? !removed : true);
  return (
    <div lang={lang} dir={dir} className={classNames("whitespace-pre-wrap break-words", className)}>
      {changesByWord(from, to)
        .filter(isShown)
        .map((part, index) => {
          const key = `${index}`;
          if (part.added)
            return (
              <ins key={key} className="bg-success-soft decoration-success underline-offset-4">
                <IsolatedRuns>{part.value}</IsolatedRuns>
              </ins>
            );
          if (part.removed)
            return (
              <del key={key} className="bg-danger-soft text-muted decoration-danger">
                <IsolatedRuns>{part.value}</IsolatedRuns>
              </del>
            );
          return <IsolatedRuns key={key}>{part.value}</IsolatedRuns>;
        })}
    </div>
  );
}
