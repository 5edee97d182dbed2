// That a mark stands on other words than it was made on, since the text was corrected: how they were found, and what they were.
import { useTranslations } from "next-intl";
import type { ThreadView } from "@/server/threads";

const known = ["DIFF", "FUZZY", "HAND"] as const;

export function FoundAgain({ targets }: { targets: ThreadView["targets"] }) {
  const t = useTranslations("annotations.found");
  return targets.map(({ found, passageId, start }) => {
    const how = known.find((method) => method === found?.method);
    if (!found || !how) return null;
    return (
      <p key={`${passageId} ${start}`} className="border-warning border-s-2 ps-2 text-muted text-xs">
        {t.rich(how, {
          // Rounded down: what is not quite alike must not read as the same.
          score: Math.floor((found.score ?? 0) * 100) / 100,
          was: () => <bdi className="font-naskh">{found.was}</bdi>,
        })}
      </p>
    );
  });
}
