// Writing the next version of a codebook: its texts by path, and a version with other texts in their places.
import { z } from "zod";
import { type CodebookContent, type Criteria, codebookScaleNames, criteriaValues } from "./codebook";
import { otherScaleNames, otherScaleValues } from "./crosswalk";
import { optionalText, requiredText, version } from "./input";
import { invalidField, Refusal } from "./refusal";
import { completions } from "./scales";

/**
 * The number that the next version is written upon, why it is written, and what it says differently: path → text.
 * Whatever has no path among the changes stays as it is. The names of values are no texts of the codebook:
 * sentences in three languages are built with them.
 */
export const publishCodebookInput = z
  .object({ basedOn: version, reason: requiredText(2_000) })
  .catchall(optionalText(4_000))
  .transform(({ basedOn, reason, ...changes }) => ({ basedOn, reason, changes: changes as CodebookTexts }));
export type PublishCodebookInput = z.output<typeof publishCodebookInput>;

/** Path → text; null and empty are the same. The paths are the names of the form's fields. */
export type CodebookTexts = Record<string, string | null>;

const languages = ["ar", "en", "fr"] as const;
type Texts = Record<string, string>;
type Words = Partial<Record<(typeof languages)[number], string>>;

/** What stands in the place of a value of completion where somebody acted against the commitment. */
export const crosswalkRows = [...completions, "COUNTER_ACTION"] as const;
export type CrosswalkRow = (typeof crosswalkRows)[number];

export const definitionPath = (scale: string, value: string) => `definition.${scale}.${value}`;
export const rulePath = (index: number) => `rule.${index}`;
export const criteriaPath = (documentSlug: string, commitment: number, value: string) =>
  `criteria.${documentSlug}.${commitment}.${value}`;
export const crosswalkPath = (row: string, scale: string) => `crosswalk.${row}.${scale}`;

export const crosswalkRow = ({ crosswalk }: CodebookContent, row: CrosswalkRow) =>
  row === "COUNTER_ACTION" ? crosswalk.counterAction : crosswalk.completion[row];

/** Every text of a version that the next may say differently, by its path. */
export function codebookTexts(content: CodebookContent): Texts {
  const texts: Texts = {};
  const add = (path: string, words: Words) => {
    for (const language of languages) texts[`${path}.${language}`] = words[language] ?? "";
  };
  for (const scale of codebookScaleNames) {
    for (const [value, { definition }] of Object.entries(content.scales[scale])) {
      add(definitionPath(scale, value), definition);
    }
  }
  content.rules.forEach((rule, index) => {
    add(rulePath(index), rule);
  });
  for (const { documentSlug, commitment, counts } of content.criteria) {
    for (const value of criteriaValues) add(criteriaPath(documentSlug, commitment, value), counts[value]);
  }
  for (const row of crosswalkRows) {
    for (const scale of otherScaleNames) texts[crosswalkPath(row, scale)] = crosswalkRow(content, row)[scale] ?? "";
  }
  return texts;
}

/**
 * The content with these texts in their places. Criteria whose words change are written at `at`; a rule that is emptied
 * in all languages is dropped, and one with the next number is added.
 * Refuses: invalid, at the path (required in each language, choose_one, invalid where there is no such place; or with the reason unchanged).
 */
export function withChanges(content: CodebookContent, changes: CodebookTexts, at: Date): CodebookContent {
  const before = codebookTexts(content);
  const next = structuredClone(content);
  const texts = { ...before };
  for (const [path, text] of Object.entries(changes)) {
    if (!(path in before) && !isNewPlace(path, content)) throw invalidField(path, "invalid");
    texts[path] = text ?? "";
  }
  for (const scale of codebookScaleNames) {
    for (const [value, each] of Object.entries(next.scales[scale])) {
      each.definition = inEach(texts, definitionPath(scale, value));
    }
  }
  next.rules = rulesIn(texts, content.rules.length);
  next.criteria = criteriaIn(texts, before, { criteria: content.criteria, at });
  for (const row of crosswalkRows) {
    for (const scale of otherScaleNames) {
      const path = crosswalkPath(row, scale);
      const rating = texts[path] || null;
      if (rating && !otherScaleValues[scale].includes(rating as never)) throw invalidField(path, "choose_one");
      crosswalkRow(next, row)[scale] = rating as never;
    }
  }
  if (JSON.stringify(codebookTexts(next)) === JSON.stringify(before))
    throw new Refusal("invalid", { reason: "unchanged" });
  return next;
}

const criteriaPlace = /^(criteria\.[a-z0-9-]+\.[1-9]\d{0,5})\.(?:LIMITED|SUBSTANTIAL|COMPLETE)\.(?:ar|en|fr)$/;

function isNewPlace(path: string, { rules }: CodebookContent): boolean {
  return criteriaPlace.test(path) || languages.some((language) => path === `${rulePath(rules.length)}.${language}`);
}

function wordsAt(texts: Texts, path: string): Words {
  const given = languages.flatMap((language) => {
    const text = texts[`${path}.${language}`];
    return text ? [[language, text]] : [];
  });
  return Object.fromEntries(given);
}

function inEach(texts: Texts, path: string): Required<Words> {
  const words = wordsAt(texts, path);
  for (const language of languages) if (!words[language]) throw invalidField(`${path}.${language}`, "required");
  return words as Required<Words>;
}

function rulesIn(texts: Texts, count: number): Required<Words>[] {
  const places = Array.from({ length: count + 1 }, (_, index) => rulePath(index));
  const kept = places.filter((path) => Object.keys(wordsAt(texts, path)).length > 0);
  return kept.map((path) => inEach(texts, path));
}

function criteriaIn(texts: Texts, before: Texts, { criteria, at }: { criteria: readonly Criteria[]; at: Date }) {
  const places = new Set(Object.keys(texts).flatMap((path) => criteriaPlace.exec(path)?.[1] ?? []));
  return [...places].sort(byNumber).flatMap((place): Criteria[] => {
    const [, documentSlug = "", number] = place.split(".");
    const commitment = Number(number);
    const words = criteriaValues.map((value) => [value, wordsAt(texts, `${place}.${value}`)] as const);
    if (words.every(([, each]) => Object.keys(each).length === 0)) return [];
    const was = criteria.find((each) => each.documentSlug === documentSlug && each.commitment === commitment);
    const isSame = Object.keys(texts).every(
      (path) => !path.startsWith(`${place}.`) || texts[path] === (before[path] ?? ""),
    );
    const counts = Object.fromEntries(words) as Criteria["counts"];
    return [{ documentSlug, commitment, counts, writtenAt: isSame && was ? was.writtenAt : at.toISOString() }];
  });
}

const byNumber = (one: string, other: string) => Number(one.split(".")[2]) - Number(other.split(".")[2]);

/** A place where two versions differ. */
export type CodebookDifference = { path: string; from: string; to: string };

/** Every place where two versions differ, in the order of the codebook. Rules have no names: one that stands in both has not changed, wherever it stands. */
export function codebookDifferences(from: CodebookContent, to: CodebookContent): CodebookDifference[] {
  const isElsewhere = (rules: CodebookContent["rules"]) => {
    const known = new Set(rules.map(asText));
    return (rule: CodebookContent["rules"][number]) => !known.has(asText(rule));
  };
  const before = codebookTexts({ ...from, rules: from.rules.filter(isElsewhere(to.rules)) });
  const after = codebookTexts({ ...to, rules: to.rules.filter(isElsewhere(from.rules)) });
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((path) => {
    const pair = { path, from: before[path] ?? "", to: after[path] ?? "" };
    return pair.from === pair.to ? [] : [pair];
  });
}

const asText = (words: Words) => JSON.stringify(languages.map((language) => words[language]));
