// The method that judgements are made by: what each value of each scale means, the criteria, the rules and the crosswalks.
import { z } from "zod";
import { crosswalkSchema } from "./crosswalk";
import {
  completions,
  confidences,
  credibilities,
  reliabilities,
  speechActs,
  stances,
  timelinesses,
  verifiabilities,
} from "./scales";

/** The scales that a codebook defines, in the order in which they are read, and the values of each. */
export const codebookScales = {
  completion: ["NOT_ASSESSED", ...completions],
  counterAction: ["YES"],
  confidence: confidences,
  reliability: reliabilities,
  credibility: credibilities,
  stance: stances,
  verifiability: verifiabilities,
  speechAct: speechActs,
  timeliness: timelinesses,
} as const;
export type CodebookScale = keyof typeof codebookScales;
export const codebookScaleNames = Object.keys(codebookScales) as CodebookScale[];

/** Where a scale comes from; the others are common practice or our own, and are labelled so. */
export const scaleSources: Partial<Record<CodebookScale, string>> = {
  completion: "https://www.opengovpartnership.org/glossary/completion/",
  reliability: "https://github.com/MISP/misp-taxonomies/tree/main/admiralty-scale",
  credibility: "https://github.com/MISP/misp-taxonomies/tree/main/admiralty-scale",
  verifiability: "https://www.opengovpartnership.org/glossary/verifiability/",
};

const words = z.object({ ar: z.string(), en: z.string(), fr: z.string() });
const someWords = words.partial();
/** A text of the codebook in each interface language; of criteria, a language may be missing. */
export type CodebookWords = z.output<typeof words>;

const value = z.object({ label: words, definition: words });
const scale = <const Values extends readonly [string, ...string[]]>(values: Values) => z.record(z.enum(values), value);

/** The values for which criteria are written: what would count as each, for one commitment. */
export const criteriaValues = ["LIMITED", "SUBSTANTIAL", "COMPLETE"] as const;

const criteria = z.object({
  documentSlug: z.string(),
  commitment: z.int().positive(),
  /** When their words last changed: criteria count as written before the evidence only if this lies before it. */
  writtenAt: z.iso.datetime(),
  counts: z.record(z.enum(criteriaValues), someWords),
});
export type Criteria = z.output<typeof criteria>;

/** What a version of the codebook holds; rows are never rewritten, so whatever was once published must still parse. */
export const codebookContent = z.object({
  scales: z.object({
    completion: scale(codebookScales.completion),
    counterAction: scale(codebookScales.counterAction),
    confidence: scale(codebookScales.confidence),
    reliability: scale(codebookScales.reliability),
    credibility: scale(codebookScales.credibility),
    stance: scale(codebookScales.stance),
    verifiability: scale(codebookScales.verifiability),
    speechAct: scale(codebookScales.speechAct),
    timeliness: scale(codebookScales.timeliness),
  }),
  rules: z.array(words),
  criteria: z.array(criteria),
  crosswalk: crosswalkSchema,
});
export type CodebookContent = z.output<typeof codebookContent>;

/** The criteria of one commitment; undefined where none are written. */
export function criteriaOf(
  { criteria: all }: CodebookContent,
  { documentSlug, commitment }: { documentSlug: string; commitment: number },
): Criteria | undefined {
  return all.find((each) => each.documentSlug === documentSlug && each.commitment === commitment);
}

/** The values of a scale in its own order, with what a version says of them. */
export function scaleValues({ scales }: CodebookContent, scale: CodebookScale) {
  const said: Record<string, z.output<typeof value>> = scales[scale];
  return codebookScales[scale].flatMap((code) => {
    const words = said[code];
    return words ? [{ code, ...words }] : [];
  });
}

/** What a version says of the values that somebody who judges chooses from, in one language. */
export function judgementDefinitions({ scales }: CodebookContent, language: keyof CodebookWords) {
  const inWords = <Values extends Record<string, z.output<typeof value>>>(values: Values) =>
    Object.fromEntries(Object.entries(values).map(([code, { definition }]) => [code, definition[language]])) as Record<
      keyof Values,
      string
    >;
  return {
    completion: inWords(scales.completion),
    confidence: inWords(scales.confidence),
    counterAction: scales.counterAction.YES.definition[language],
  };
}
export type JudgementDefinitions = ReturnType<typeof judgementDefinitions>;

/** Whether the criteria were there before the first evidence was attached, removed evidence included; null while there are none. */
export function criteriaTiming(criteria: Criteria | undefined, firstEvidenceAt: Date | null) {
  if (!criteria) return null;
  if (!firstEvidenceAt) return "NO_EVIDENCE";
  return new Date(criteria.writtenAt) < firstEvidenceAt ? "BEFORE" : "AFTER";
}
