// A scale of the codebook: where it comes from, and what each of its values means.
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusDisc } from "@/components/commitments/status-disc";
import { StanceIcon } from "@/components/evidence/stance-mark";
import { Box } from "@/components/ui/badge";
import { Section } from "@/components/ui/section";
import { type CodebookContent, type CodebookScale, scaleSources, scaleValues } from "@/domain/codebook";
import type { Completion, Stance } from "@/domain/scales";

export function ScaleDefinitions({ content, scale }: { content: CodebookContent; scale: CodebookScale }) {
  const t = useTranslations("codebooks");
  const locale = useLocale();
  const source = scaleSources[scale];
  return (
    <Section id={scale} level={3} title={t(`scale.${scale}`)}>
      <p className="mb-2 max-w-reading text-muted text-sm">
        {t(`origin.${scale}`)}{" "}
        {source && (
          <a href={source} rel="noopener noreferrer nofollow" className="link">
            {t("source")}
          </a>
        )}
      </p>
      <dl className="divide-y divide-rule border-rule border-b text-sm">
        {scaleValues(content, scale).map(({ code, label, definition }) => (
          <div key={code} className="grid gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <dt className="flex items-start gap-2 font-semibold [&>svg]:mt-1">
              {markOf(scale, code)}
              <span dir="auto">{label[locale]}</span>
            </dt>
            <dd dir="auto">{definition[locale]}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** The sign by which a value is known elsewhere. */
function markOf(scale: CodebookScale, code: string): ReactNode {
  if (scale === "completion") return <StatusDisc status={code === "NOT_ASSESSED" ? null : (code as Completion)} />;
  if (scale === "stance") return <StanceIcon stance={code as Stance} />;
  if (scale === "reliability" || scale === "credibility") return <Box className="h-5! text-xs!">{code}</Box>;
  return null;
}
