// The words that a mark is on, shortened in the middle where they are long.
import { useTranslations } from "next-intl";

const longest = 90;

/** The words as they are shown. */
export function quoteOf(stretches: readonly { exact: string }[]): string {
  const words = stretches.map(({ exact }) => exact).join(" … ");
  return words.length > longest ? `${words.slice(0, longest / 2)} … ${words.slice(-longest / 2)}` : words;
}

export function Quote({ stretches }: { stretches: readonly { exact: string }[] }) {
  const t = useTranslations("annotations");
  return (
    <p className="text-muted text-sm">
      {t.rich("quote", {
        quote: () => <bdi className="font-naskh">{quoteOf(stretches)}</bdi>,
      })}
    </p>
  );
}
