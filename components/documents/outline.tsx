// A quiet outline for jumping: beside the text on wide screens, a row of numbers above it on others.
import { useLocale, useTranslations } from "next-intl";
import { StatusDisc } from "@/components/commitments/status-disc";
import { Num } from "@/components/ui/bidi";
import type { ParagraphView } from "@/server/documents";
import { paragraphAnchor } from "./addresses";

const jump =
  "flex min-h-8 min-w-8 items-start justify-center gap-2 rounded-sm px-1.5 py-1 pointer-coarse:min-h-11 pointer-coarse:min-w-11 max-2xl:items-center max-2xl:border max-2xl:border-rule hover:bg-well hover:text-text";

export function Outline({ paragraphs }: { paragraphs: readonly ParagraphView[] }) {
  const t = useTranslations("documents");
  const locale = useLocale();
  const first = paragraphs[0];
  return (
    <nav
      aria-label={t("outline")}
      className="text-muted text-sm 2xl:sticky 2xl:top-20 2xl:max-h-[calc(100dvh-6rem)] 2xl:overflow-y-auto print:hidden"
    >
      <ol className="flex flex-wrap gap-1.5 2xl:grid 2xl:gap-0.5 2xl:border-rule 2xl:border-s 2xl:ps-2">
        {first?.kind === "PREAMBLE" && (
          <li className="max-sm:hidden">
            <a href={`#${paragraphAnchor(first.ordinal)}`} className={`${jump} 2xl:justify-start 2xl:ps-8`}>
              {t("preamble")}
            </a>
          </li>
        )}
        {paragraphs.map(({ ordinal, commitment }) =>
          commitment ? (
            <li key={ordinal}>
              <a href={`#${paragraphAnchor(ordinal)}`} className={`${jump} 2xl:justify-start`}>
                <StatusDisc
                  status={commitment.status}
                  counterAction={commitment.counterAction}
                  className="mt-[0.2em] max-2xl:hidden"
                />
                <Num value={commitment.number} className="font-semibold text-text 2xl:w-3 2xl:shrink-0" />
                <span className="max-2xl:sr-only">{commitment.title[locale]}</span>
              </a>
            </li>
          ) : null,
        )}
      </ol>
    </nav>
  );
}
