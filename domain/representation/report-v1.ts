// A summary as JSON in version 1, as programs read it; its published JSON Schema is made from this.
import { z } from "zod";
import { attentions } from "../commitment";
import { otherScaleNames } from "../crosswalk";
import { movements, reportLanguages, reportSections, unknownReasons } from "../report";
import {
  agreement,
  contribution,
  course,
  date,
  dated,
  direction,
  due,
  evidence,
  instant,
  judged,
  named,
  note,
  number,
  provision,
  status,
  textIn,
  worded,
} from "./report-v1-parts";

/** Where an installation publishes the schema: a path, so that the same summary has the same bytes under every address. */
export const reportV1Path = "/schemas/summary-v1.json";

const commitment = z
  .object({
    number,
    printedNumber: z.string().nullable(),
    title: z.string(),
    ...judged,
    lead: z.string().nullable(),
    due,
    ...dated,
    evidenceCount: z.int(),
    noteCount: z.int().optional().meta({ description: "Left out where the notes are kept back." }),
    openFollowUps: z.int(),
    overdueFollowUps: z.int(),
    attentions: z.array(worded(attentions)),
    text: textIn.optional(),
    remarks: z.array(z.object({ exact: z.string(), body: z.string() })).optional(),
    assessment: course.assessment.optional(),
    history: course.history.optional(),
    provisions: z.array(provision).optional().meta({ description: "Left out without the section `provisions`." }),
    evidence: z.array(evidence).optional(),
    contributions: z
      .array(contribution)
      .optional()
      .meta({ description: "Left out without the section `contributions`." }),
    notes: z.array(note).optional(),
  })
  .meta(
    named(
      "Commitment",
      "The properties from `text` on are left out with the section `commitments`, `notes` also where the notes are kept back.",
    ),
  );

const change = z
  .object({
    number,
    movement: z.enum(movements),
    movementText: z.string(),
    from: status,
    to: status,
    evidence: z.array(z.object({ title: z.string(), address: z.string() })),
  })
  .meta(named("Change", "What moved since the earlier date; SIDEWAYS where the scale knows no higher or lower."));

/** Readers take no offence at properties that they do not know: version 1 may gain some, and loses none. */
export const reportV1 = z
  .object({
    $schema: z.string(),
    schemaVersion: z.literal(1),
    language: z.enum(reportLanguages).meta({ description: "The language of every text that people did not write." }),
    direction,
    title: z.string(),
    team: z.string(),
    asOf: date.meta({ description: "What stood at the end of this day in UTC." }),
    comparedWith: date.nullable(),
    madeAt: instant.meta({ description: "The one value that differs when the same summary is made again." }),
    release: z
      .object({ number: z.int().positive(), publishedAt: instant })
      .nullable()
      .meta({ description: "Null in a summary that is not published." }),
    codebookVersion: z
      .int()
      .positive()
      .meta({ description: "The version of the scales and rules in force on that day." }),
    sections: z.array(z.enum(reportSections)).meta({ description: "The parts that the reader chose." }),
    withNotes: z.boolean(),
    unreviewed: z
      .enum(["with", "without"])
      .default("without")
      .meta({ description: "Whether assessments count that nobody has approved yet." }),
    scales: z
      .array(z.enum(otherScaleNames))
      .default([])
      .meta({ description: "The other scales that the reader chose." }),
    document: z.object({
      slug: z.string(),
      title: textIn,
      issuer: z.string(),
      place: z.string(),
      adoptedOn: date,
      sourceAddress: z.string().nullable(),
    }),
    assessed: z.string(),
    counts: z.array(status.safeExtend({ count: z.int() })),
    method: z.array(z.string()).optional(),
    agreement: agreement.nullable().optional().meta({ description: "Null where nothing was judged blind by two." }),
    changes: z.array(change).optional().meta({ description: "Left out without an earlier date." }),
    unknown: z.array(z.object({ number, reason: worded(unknownReasons) })).optional(),
    commitments: z.array(commitment).optional(),
  })
  .meta({
    title: "Iltizam progress summary, version 1",
    description: "The progress of a document's commitments at the end of a day.",
  });
export type ReportV1 = z.output<typeof reportV1>;
export type CommitmentV1 = z.output<typeof commitment>;
export type EvidenceV1 = z.output<typeof evidence>;
export type ProvisionV1 = z.output<typeof provision>;
export type ContributionV1 = z.output<typeof contribution>;

/** The JSON Schema (draft 2020-12) of version 1; it is open to properties that a later release adds. */
export function reportV1Schema(): object {
  return z.toJSONSchema(reportV1, { io: "input", target: "draft-2020-12" });
}
