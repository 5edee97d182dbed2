// An annotation as JSON-LD after the W3C Web Annotation Data Model, as we write it; its published JSON Schema is made from this.
import { z } from "zod";
import { layers, motivations } from "../annotation-terms";

/** Where an installation publishes the schema. */
export const annotationV1Path = "/schemas/annotation-v1.json";

/** The context of the Recommendation; an annotation's first (or only) one. */
export const w3cContext = "http://www.w3.org/ns/anno.jsonld";

/** What the Recommendation has no word for: who sees it, and since when its thread is settled. */
export const ownContext = {
  layer: { "@id": "urn:x-iltizam:layer" },
  resolvedAt: { "@id": "urn:x-iltizam:resolvedAt", "@type": "http://www.w3.org/2001/XMLSchema#dateTime" },
} as const;

const lower = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  words.map((word) => word.toLowerCase()) as { [Index in keyof Words]: Lowercase<Words[Index]> };

const iri = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$/)
  .meta({ description: "An absolute IRI." });
const instant = z.iso.datetime().meta({ description: "In UTC, with a Z." });
const direction = z.enum(["ltr", "rtl", "auto"]);

const textualBody = z
  .looseObject({
    type: z.literal("TextualBody"),
    value: z.string(),
    purpose: z.enum(["commenting", "questioning", "replying", "tagging", "linking"]),
    format: z.literal("text/plain"),
    language: z.string().meta({ description: "BCP 47; und where it is not known." }),
    textDirection: direction,
  })
  .meta({ id: "TextualBody", description: "What was said, or a tag (purpose: tagging)." });

const linkBody = z
  .looseObject({ type: z.literal("SpecificResource"), source: iri, purpose: z.literal("linking") })
  .meta({ id: "LinkBody", description: "What a linking annotation points at." });

const selector = z.looseObject({ type: z.string() });
const textTarget = z
  .looseObject({
    type: z.literal("SpecificResource"),
    source: iri.meta({ description: "A paragraph's text in one language and revision; text/plain in UTF-8." }),
    selector: z
      .union([selector, z.array(selector).min(2)])
      .optional()
      .meta({
        description: "TextQuoteSelector and TextPositionSelector; positions in Unicode code points, end not included.",
      }),
    state: z.looseObject({ type: z.string() }).optional(),
  })
  .meta({ id: "TextTarget", description: "A stretch of a paragraph." });

const body = z.union([textualBody, linkBody, z.looseObject({}), z.string()]);
const target = z.union([textTarget, iri.meta({ description: "Of a reply: the annotation that it answers." })]);

/** Readers take no offence at properties that they do not know: what came from elsewhere is handed back as it came. */
const annotationV1 = z
  .looseObject({
    "@context": z.array(z.unknown()).min(1).meta({ description: "anno.jsonld first, then ours inline." }),
    id: iri,
    type: z.union([z.literal("Annotation"), z.array(z.string())]),
    motivation: z.union([z.enum(lower(motivations)), z.unknown()]),
    creator: z.looseObject({ type: z.string(), name: z.string() }).optional(),
    created: instant,
    modified: instant,
    body: z
      .union([body, z.array(body).min(2)])
      .optional()
      .meta({ description: "Left out of a mere highlight." }),
    target: z.union([target, z.array(target).min(2)]),
    via: z
      .union([iri, z.array(iri)])
      .optional()
      .meta({ description: "The address that it had where it came from." }),
    canonical: iri.optional(),
    layer: z.enum(lower(layers)),
    resolvedAt: instant.optional(),
  })
  .meta({
    title: "Iltizam annotation, version 1",
    description: "An annotation after the W3C Web Annotation Data Model (Recommendation of 23 February 2017).",
  });
export type AnnotationV1 = z.output<typeof annotationV1>;

/** The JSON Schema (draft 2020-12) of version 1. */
export function annotationV1Schema(): object {
  return z.toJSONSchema(annotationV1, { io: "input", target: "draft-2020-12" });
}
