"use client";
// One text of the codebook in the three languages, side by side.
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { TextArea } from "@/components/forms/fields";
import { languageName } from "@/i18n/formats";
import { directionOf, locales } from "@/i18n/locales";

export interface WordFieldsProps {
  path: string;
  legend: ReactNode;
  words: Partial<Record<string, string>>;
  optional?: boolean;
}

export function WordFields({ path, legend, words, optional }: WordFieldsProps) {
  const locale = useLocale();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 flex items-center gap-2 font-semibold">{legend}</legend>
      <div className="grid gap-3 md:grid-cols-3">
        {locales.map((language) => (
          <TextArea
            key={language}
            name={`${path}.${language}`}
            label={languageName(language, locale)}
            lang={language}
            dir={directionOf(language)}
            defaultValue={words[language]}
            optional={optional}
            maxLength={4_000}
            rows={2}
            className="[&_label]:font-normal [&_label]:text-muted [&_textarea]:min-h-16"
          />
        ))}
      </div>
    </fieldset>
  );
}
