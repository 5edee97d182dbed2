// The words for tags; forms in the browser read them, so nothing heavy stands here.
import { inLanguage } from "./language-choice";

/** Colours that stay apart from each other for most people who see colours differently; the name is always beside them. */
export const tagColors = ["OCHRE", "RED", "ROSE", "VIOLET", "BLUE", "TEAL", "GREEN", "GREY"] as const;
export type TagColor = (typeof tagColors)[number];

/** Interface language → words; a language may be missing. */
export type TagWords = { ar?: string; en?: string; fr?: string };

/** The words in the reader's language, else in Arabic, else in any; empty where there are none. */
export function tagWords(words: TagWords, language: string): string {
  const given = Object.entries(words).flatMap(([each, text]) => (text ? [{ language: each, text }] : []));
  return inLanguage(given, language)?.text ?? "";
}
