// The words that a mark is on, shortened in the middle where they are long.
import { useTranslations } from "next-intl";

const longest = 90;

export function Quote({ stretches }: { stretches: readonly { exact: string }[] }) {
  const t = useTranslations("annotations");
  const words = stretches.map(({ exact }) => exact).join(" … ");
  const shown = words.length > longest ? `${words.slice(0, longest / 2)} … ${words.slice(-longest / 2)}` : words;
  return (
    <p className="text-muted text-sm">
      {t.rich("quote", {
        quote: () => <bdi className="font-naskh">{shown}</bdi>,
      })}
    </p>
  );
}
