// A version of the codebook as JSON in version 1, as programs read it; its published JSON Schema is made from this.
import { z } from "zod";
import { type CodebookContent, codebookScaleNames, criteriaValues, scaleSources, scaleValues } from "../codebook";
import { crosswalkSchema } from "../crosswalk";

/** Where an installation publishes the schema. */
export const codebookV1Path = "/schemas/codebook-v1.json";

const words = z
  .object({ ar: z.string(), en: z.string(), fr: z.string() })
  .meta({ id: "Words", description: "The same words in Arabic, English and French." });
const someWords = words.partial().meta({ id: "SomeWords", description: "As Words; a language may be missing." });

const scale = z
  .object({
    name: z.enum(codebookScaleNames),
    source: z.url().nullable().meta({ description: "Null where the scale is common practice or the product's own." }),
    values: z.array(z.object({ code: z.string(), label: words, definition: words })),
  })
  .meta({ id: "Scale", description: "The values of a scale in its own order." });

const criteria = z
  .object({
    documentSlug: z.string(),
    commitment: z.int().positive(),
    writtenAt: z.iso.datetime().meta({ description: "When their words last changed (UTC)." }),
    counts: z.record(z.enum(criteriaValues), someWords).meta({ description: "What would count as each value." }),
  })
  .meta({ id: "Criteria", description: "The criteria of one commitment." });

const codebookV1 = z
  .object({
    $schema: z.string(),
    schemaVersion: z.literal(1),
    version: z.int().positive(),
    inForce: z.boolean().meta({ description: "Whether judgements are made under it now." }),
    publishedAt: z.iso.datetime().nullable().meta({ description: "Null in a first version that nobody has kept yet." }),
    publishedBy: z.string().nullable(),
    reason: z.string().nullable().meta({ description: "Why it follows the version before." }),
    scales: z.array(scale),
    rules: z.array(words),
    criteria: z.array(criteria),
    crosswalk: crosswalkSchema.meta({
      id: "Crosswalk",
      description:
        "What a judgement is on the scales of others; null: no value. What stands under counterAction replaces the completion's where somebody acted against the commitment; null leaves it.",
    }),
  })
  .meta({
    title: "Iltizam codebook, version 1",
    description: "The method that a team judges by, in one of its numbered versions.",
  });
type CodebookV1 = z.output<typeof codebookV1>;

type Facts = Pick<CodebookV1, "version" | "inForce" | "publishedAt" | "publishedBy" | "reason">;

export function codebookAsV1(content: CodebookContent, facts: Facts): CodebookV1 {
  const { rules, criteria: written, crosswalk } = content;
  const scales = codebookScaleNames.map((name) => ({
    name,
    source: scaleSources[name] ?? null,
    values: scaleValues(content, name),
  }));
  return { $schema: codebookV1Path, schemaVersion: 1, ...facts, scales, rules, criteria: written, crosswalk };
}

/** The JSON Schema (draft 2020-12) of version 1; it is open to properties that a later release adds. */
export function codebookV1Schema(): object {
  return z.toJSONSchema(codebookV1, { io: "input", target: "draft-2020-12" });
}
