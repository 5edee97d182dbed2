// One field for each language of the interface, for words that people enter in those that they know.
import { classNames } from "@/components/ui/class-names";
import type { TagWords } from "@/domain/tag-terms";
import { type Locale, locales } from "@/i18n/locales";
import { TextField } from "./fields";

export interface EachLanguageProps {
  /** The fields are called by it and the language: title_ar. */
  name: string;
  values?: TagWords | null;
  labelOf: (locale: Locale) => string;
  maxLength: number;
  /** Long words stand below each other. */
  layout?: "row" | "stack";
}

export function EachLanguage({ name, values, labelOf, maxLength, layout = "row" }: EachLanguageProps) {
  return (
    <div className={classNames("grid gap-3", layout === "row" && "sm:grid-cols-3")}>
      {locales.map((locale) => (
        <TextField
          key={locale}
          name={`${name}_${locale}`}
          lang={locale}
          optional
          label={labelOf(locale)}
          defaultValue={values?.[locale] ?? ""}
          maxLength={maxLength}
        />
      ))}
    </div>
  );
}
