// The first version of every team's codebook: the product's own, in its own words.
import { type CodebookContent, type CodebookScale, type CodebookWords, codebookScales } from "@/domain/codebook";
import { firstCrosswalk } from "@/domain/crosswalk";
import { locales } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

const rules = [
  "evidence",
  "noEvidence",
  "neverEdited",
  "dateJudged",
  "counterAction",
  "twoAxes",
  "criteriaFirst",
  "outcome",
] as const;

/** As this version of the product says it; what is kept for a team is never changed by a later one. */
export function firstCodebook(): CodebookContent {
  return {
    scales: Object.fromEntries(
      Object.entries(codebookScales).map(([scale, values]) => [
        scale,
        Object.fromEntries(values.map((value) => [value, wordsOf(scale as CodebookScale, value)])),
      ]),
    ) as CodebookContent["scales"],
    rules: rules.map((rule) => inEachLanguage(`codebooks.rules.${rule}`)),
    criteria: [],
    crosswalk: firstCrosswalk,
  };
}

function wordsOf(scale: CodebookScale, value: string) {
  const of = scale === "counterAction" ? "" : `.${value}`;
  return {
    label: inEachLanguage(`scales.${scale}${of}`),
    definition: inEachLanguage(`scales.${scale}Definition${of}`),
  };
}

function inEachLanguage(key: string): CodebookWords {
  return Object.fromEntries(locales.map((locale) => [locale, translator(locale)(key as never)])) as CodebookWords;
}
