// Where a paragraph's own pages are.

type Place = { slug: string; ordinal: number; language: string };

export const revisionsOf = ({ slug, ordinal, language }: Place) =>
  `/documents/${slug}/paragraphs/${ordinal}?language=${encodeURIComponent(language)}`;

export const correctionOf = ({ slug, ordinal, language }: Place) =>
  `/documents/${slug}/paragraphs/${ordinal}/correct?language=${encodeURIComponent(language)}`;
