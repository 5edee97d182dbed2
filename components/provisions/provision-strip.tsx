// How the provisions of a commitment were judged, beside how it was judged itself: each by its own, never as one value.
import { useLocale, useTranslations } from "next-intl";
import { StatusDisc } from "@/components/commitments/status-disc";
import { Code } from "@/components/ui/bidi";
import { Notice } from "@/components/ui/notice";
import { isAboveItsProvisions } from "@/domain/provision-standing";
import type { Status } from "@/domain/scales";
import { tagWords } from "@/domain/tag-terms";
import type { ProvisionView } from "@/server/provisions";

export interface ProvisionStripProps {
  /** Of the commitment itself. */
  own: Status;
  provisions: readonly ProvisionView[];
}

export function ProvisionStrip({ own, provisions }: ProvisionStripProps) {
  const t = useTranslations("provisions");
  const scales = useTranslations("scales");
  const locale = useLocale();
  const living = provisions.filter(({ state }) => state !== "DROPPED");
  if (living.length === 0) return null;
  const unrated = living.filter(({ status, verifiability }) => status === null && verifiability === "NOT_VERIFIABLE");
  const assessed = living.filter(({ status }) => status !== null).length;
  const isAbove = isAboveItsProvisions(
    own,
    living.map(({ status }) => status),
  );
  return (
    <div className="mt-4 grid gap-2 rounded-md border border-rule bg-panel px-4 py-3 text-sm">
      <p className="flex flex-wrap gap-x-3">
        <span className="font-semibold">{t("strip.assessed", { assessed, total: living.length })}</span>
        {unrated.length > 0 && (
          <span className="text-muted">{t("strip.notVerifiable", { count: unrated.length })}</span>
        )}
      </p>
      <ul className="flex flex-wrap gap-x-4">
        {living.map(({ id, number, title, status, counterAction }) => {
          const word = scales(`completion.${status ?? "NOT_ASSESSED"}`);
          const said = counterAction ? scales("statusWithCounterAction", { status: word }) : word;
          const named = t("strip.one", { number, title: tagWords(title, locale), status: said });
          return (
            <li key={id}>
              <a
                href={`#provision-${id}`}
                title={named}
                aria-label={named}
                className="inline-flex min-h-7 items-center gap-1.5 text-text hover:text-accent pointer-coarse:min-h-11"
              >
                <StatusDisc status={status} counterAction={counterAction} className="size-5!" />
                <Code>{number}</Code>
              </a>
            </li>
          );
        })}
      </ul>
      {isAbove && <Notice tone="warning">{t("strip.above")}</Notice>}
    </div>
  );
}
