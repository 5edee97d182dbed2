// Whether a quoted passage stands in the kept copies of its source.
import { foldForSearch } from "./arabic-fold";
import type { QuoteState } from "./scales";

/** So many letters do not stand one after the other by chance, wherever words end. */
const enoughLetters = 20;

/** Where the one who quotes has left something out: "…", "...", in brackets or not. */
const omission = /\s*[[(]?(?:…|\.{3,})[\])]?\s*/;

/**
 * Whether the quote stands in the texts of the copies, the latest first: in the latest, only in an earlier one, or in
 * none. Null where nothing is quoted or no copy has a text. Spelling, punctuation and line breaks make no difference,
 * words and figures do: a quote that is only nearly there is not what the source says.
 */
export function quoteStateOf(quote: string | null, texts: readonly (string | null)[]): QuoteState | null {
  const readable = texts.filter((text) => text !== null);
  const parts = (quote ?? "").split(omission).map(wordsOf).filter(Boolean);
  if (parts.length === 0 || readable.length === 0) return null;
  const place = readable.findIndex((text) => standsIn(parts, text));
  if (place === -1) return "NOT_FOUND";
  return place === 0 ? "FOUND" : "LOST";
}

/** Part after part, in their order. */
function standsIn(parts: readonly string[], text: string): boolean {
  const words = wordsOf(text);
  return (
    inOrder(
      parts.map((part) => ` ${part} `),
      ` ${words} `,
    ) || inLetters(parts, words)
  );
}

/** A line that ends within a word, as in PDFs, cuts it in two: then the letters alone have to do. */
function inLetters(parts: readonly string[], words: string): boolean {
  const letters = parts.map((part) => part.replaceAll(" ", ""));
  return letters.every(({ length }) => length >= enoughLetters) && inOrder(letters, words.replaceAll(" ", ""));
}

function inOrder(parts: readonly string[], text: string): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    // The space that ends one part may begin the next.
    from = at + part.length - 1;
  }
  return true;
}

/** Folded, ligatures and presentation forms undone, with single spaces for all that is neither letter nor figure. */
function wordsOf(text: string): string {
  return foldForSearch(text.normalize("NFKC"))
    .replace(/(?<!\d)[.,]|[.,](?!\d)|[^\p{L}\p{M}\p{N}.,]/gu, " ")
    .replace(/ +/g, " ")
    .trim();
}
