// Where a text and its paragraphs are read.
import { pageOfParagraph } from "@/domain/text-pages";
import type { ThreadFilter } from "@/domain/thread-filter";

export const paragraphAnchor = (ordinal: number) => `p${ordinal}`;

/** A page of a text, with the threads that a filter leaves; the first has no number in its address. */
export function textPageHref(slug: string, page = 1, filter: ThreadFilter = {}): string {
  const given = Object.entries({ ...filter, page: page > 1 ? String(page) : undefined });
  const query = new URLSearchParams(given.flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return `/documents/${slug}${query.size > 0 ? `?${query}` : ""}`;
}

/** A paragraph in its text, or something else that stands at it. */
export const paragraphHref = (slug: string, ordinal: number, anchor = paragraphAnchor(ordinal)) =>
  `${textPageHref(slug, pageOfParagraph(ordinal))}#${anchor}`;
