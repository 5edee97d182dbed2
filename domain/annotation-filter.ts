// Which annotations of a document are meant: by paragraph, person, tag, kind, state and layer.
import { z } from "zod";
import { layers, motivations } from "./annotation-terms";
import { optionalChoice, optionalId } from "./input";

/** A number in an address; the largest that the database counts to. */
const optionalNumber = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .refine((text) => text === null || /^[1-9]\d{0,8}$/.test(text), "invalid")
  .transform((text) => (text === null ? null : Number(text)));

const annotationStates = ["OPEN", "RESOLVED"] as const;

export const annotationFilter = z.object({
  /** The paragraph by its place in the document, from 1. */
  paragraph: optionalNumber,
  authorId: optionalId,
  tagId: optionalId,
  kind: optionalChoice(motivations),
  state: optionalChoice(annotationStates),
  layer: optionalChoice(layers),
});
export type AnnotationFilter = z.output<typeof annotationFilter>;

/** A page of a collection, from 1; none asks for all of it. */
export const pageNumber = optionalNumber;
