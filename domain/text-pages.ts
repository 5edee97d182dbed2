// A long text is shown in pages of so many paragraphs; where a paragraph stands follows from its number alone.
import { z } from "zod";
import { inAddress } from "./input";

export const paragraphsAPage = 20;

/** The paragraphs of a page, by their ordinals, both included. */
export type ParagraphRange = { first: number; last: number };

export const paragraphsOf = (page: number): ParagraphRange => ({
  first: (page - 1) * paragraphsAPage + 1,
  last: page * paragraphsAPage,
});

export const pageOfParagraph = (ordinal: number) => Math.max(1, Math.ceil(ordinal / paragraphsAPage));

/** The page of a text as its address says; what cannot be read counts as the first. */
export const textPageAsked = z.object({ page: inAddress(z.coerce.number().int().positive().max(1_000_000)) });
