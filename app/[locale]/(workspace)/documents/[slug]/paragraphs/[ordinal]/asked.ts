// What the address of a paragraph's page asks for.
import { notFound } from "next/navigation";
import { inLanguage } from "@/domain/language-choice";
import type { ParagraphRevisions } from "@/server/passages";

/** A paragraph's place in its document; anything else is not found. */
export function readOrdinal(asked: string): number {
  if (!/^[1-9]\d{0,5}$/.test(asked)) notFound();
  return Number(asked);
}

/** The text in the language that the address names, else in the one that the reader is likeliest to read. */
export function textAsked({ texts }: ParagraphRevisions, language: unknown, locale: string) {
  const text = texts.find((each) => each.language === language) ?? inLanguage(texts, locale);
  if (!text) notFound();
  return text;
}
