// Keeps a long page short: what is old or long stays shut until somebody asks for it.
// A browser opens it by itself for a search in the page and for a link into it.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export interface FoldProps {
  /** The words that open it: what is inside and how much. */
  label: ReactNode;
  children: ReactNode;
  /** What stands before it while it is shut, such as the beginning of a text. */
  instead?: ReactNode;
}

export function Fold({ label, children, instead }: FoldProps) {
  const t = useTranslations("common");
  return (
    <div className="group/fold">
      {instead && <div className="group-has-[>[open]]/fold:hidden print:hidden">{instead}</div>}
      <details className="print:details-content:[content-visibility:visible]">
        <summary className="link w-fit py-1 font-semibold text-sm pointer-coarse:py-3 print:hidden">
          <span className="group-has-[>[open]]/fold:hidden">{label}</span>
          <span className="hidden group-has-[>[open]]/fold:inline">{t("showLess")}</span>
        </summary>
        {children}
      </details>
    </div>
  );
}

/** How a long list begins, and the rest of it; `kept` says what must not be folded away, however far down it stands. */
export function beginningAndRest<Item>(
  items: readonly Item[],
  shown: number,
  kept: (item: Item) => boolean = () => false,
): [Item[], Item[]] {
  // Folding away one or two would cost a press and save nothing.
  if (items.length <= shown + 2) return [[...items], []];
  const stands = (item: Item, place: number) => place < shown || kept(item);
  return [items.filter(stands), items.filter((item, place) => !stands(item, place))];
}
