// What a place in the codebook is called, by its path.
import { useLocale, useTranslations } from "next-intl";
import type { CodebookContent, CodebookScale } from "@/domain/codebook";
import type { OtherScaleName } from "@/domain/crosswalk";
import { languageName } from "@/i18n/formats";

/** Needs the messages `codebooks`. */
export function usePathNames({ scales }: CodebookContent): (path: string) => string {
  const t = useTranslations("codebooks");
  const locale = useLocale();
  const labelOf = (scale: CodebookScale, value: string) =>
    (scales[scale] as Record<string, { label: Record<string, string> }>)[value]?.label[locale] ?? value;
  return (path) => {
    const [kind, ...at] = path.split(".");
    const language = languageName(at.at(-1) ?? "", locale);
    const [first = "", second = "", third = ""] = at;
    switch (kind) {
      case "definition": {
        const scale = first as CodebookScale;
        return t("places.definition", { scale: t(`scale.${scale}`), value: labelOf(scale, second), language });
      }
      case "criteria":
        return t("places.criteria", { number: second, value: labelOf("completion", third), language });
      case "crosswalk": {
        const value = first === "COUNTER_ACTION" ? labelOf("counterAction", "YES") : labelOf("completion", first);
        return t("places.crosswalk", { scale: t(`others.${second as OtherScaleName}`), value });
      }
      default:
        return t("places.rule", { language });
    }
  };
}
