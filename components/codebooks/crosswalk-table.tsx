// What each recorded judgement is on the scales of others, and where those come from.
import { useLocale, useTranslations } from "next-intl";
import { StatusDisc } from "@/components/commitments/status-disc";
import type { CodebookContent } from "@/domain/codebook";
import { crosswalkRow, crosswalkRows } from "@/domain/codebook-changes";
import { otherScaleNames } from "@/domain/crosswalk";
import { RatingWord } from "./rating-word";

export function CrosswalkTable({ content }: { content: CodebookContent }) {
  const t = useTranslations("codebooks");
  const locale = useLocale();
  const { completion, counterAction } = content.scales;
  return (
    <div className="grid gap-4">
      <p className="max-w-reading text-muted text-sm">{t("crosswalk.hint")}</p>
      <table className="w-full text-sm sm:w-auto">
        <caption className="sr-only">{t("crosswalk.caption")}</caption>
        <thead>
          <tr className="border-text border-b">
            <th scope="col" className="py-1 pe-6 text-start align-bottom font-semibold">
              {t("crosswalk.judgement")}
            </th>
            {otherScaleNames.map((scale) => (
              <th key={scale} scope="col" className="px-2 py-1 text-start align-bottom font-semibold sm:px-4">
                {t(`others.${scale}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {crosswalkRows.map((row) => (
            <tr key={row} className="border-rule border-b">
              <th scope="row" className="py-2 pe-6 text-start align-top font-normal">
                {row === "COUNTER_ACTION" ? (
                  <span dir="auto">{counterAction.YES.label[locale]}</span>
                ) : (
                  <span className="inline-flex items-start gap-2 [&>svg]:mt-1">
                    <StatusDisc status={row} />
                    <span dir="auto">{completion[row].label[locale]}</span>
                  </span>
                )}
              </th>
              {otherScaleNames.map((scale) => (
                <td key={scale} className="px-2 py-2 align-top sm:px-4">
                  <RatingWord
                    scale={scale}
                    rating={crosswalkRow(content, row)[scale]}
                    override={row === "COUNTER_ACTION"}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="grid max-w-reading gap-1 text-muted text-sm">
        {otherScaleNames.map((scale) => (
          <div key={scale}>
            <dt className="inline font-semibold text-text">{t(`others.${scale}`)}</dt>{" "}
            <dd className="inline">{t(`othersOrigin.${scale}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
