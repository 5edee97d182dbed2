// The small facts beside a judgement, a provision, a source or a contribution of a summary.
import { getTranslations } from "next-intl/server";
import type { Fact } from "@/domain/report-facts";
import type { Locale } from "@/i18n/locales";
import { textTag } from "./tags";

export async function SummaryFacts({ facts, language }: { facts: readonly Fact[]; language: Locale }) {
  const t = await getTranslations({ locale: language, namespace: "summary" });
  return facts.map((fact, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the facts stand still, in one order
    <span key={index} className="wrap-anywhere">
      {"words" in fact ? (
        <bdi>{fact.words}</bdi>
      ) : (
        t.rich(
          fact.key,
          Object.fromEntries(Object.entries(fact.values).map(([name, value]) => [name, textTag(value)])) as never,
        )
      )}
    </span>
  ));
}
