// A summary as JSON in version 1, as programs read it; its published JSON Schema is made from this.
import { z } from "zod";
import { attentions, duePrecisions } from "../commitment";
import { statusNames } from "../commitment-list";
import { movements, reportLanguages, reportSections, unknownReasons } from "../report";
import { confidences, credibilities, evidenceKinds, reliabilities, stances } from "../scales";

/** Where an installation publishes the schema: a path, so that the same summary has the same bytes under every address. */
export const reportV1Path = "/schemas/summary-v1.json";

const named = (id: string, description: string) => ({ id, description });

const direction = z.enum(["rtl", "ltr"]);
const number = z.int().positive().meta({ description: "The number of the commitment." });

const date = z
  .object({ iso: z.iso.date(), text: z.string() })
  .meta(named("Date", "A calendar date without time zone, for machines and as the summary's language writes it."));
const instant = z
  .object({ iso: z.iso.datetime(), text: z.string() })
  .meta(named("Instant", "A moment in UTC, for machines and as the summary's language writes it."));

/** A value of a scale, and its name in the language of the summary. */
const worded = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.object({ code: z.enum(codes), text: z.string() });
const status = worded(statusNames).meta(
  named(
    "Status",
    "NOT_ASSESSED: no judgement is recorded. NO_EVIDENCE: a search found nothing either way. The others are the completion scale of the OGP's IRM.",
  ),
);
const textIn = z
  .object({ language: z.string(), direction, text: z.string() })
  .meta(named("TextInLanguage", "A text of the document in the language that it is published in (BCP 47)."));

const assessment = z
  .object({
    id: z.string(),
    status,
    counterAction: z.boolean().meta({ description: "Whether something was done against the commitment." }),
    statusText: z.string(),
    asOf: date.meta({ description: "The date that is judged." }),
    recordedAt: instant,
    by: z.string().nullable(),
    confidence: worded(confidences),
    rationale: z.string().meta({ description: "Markdown, as it was written." }),
    restsOn: z
      .array(z.int())
      .meta({ description: "Positions of the evidence that it rests on and that still stands." }),
  })
  .meta(named("Assessment", "A dated judgement; never edited, only followed by another."));

const evidence = z
  .object({
    id: z.string(),
    position: z.int().positive(),
    underStatus: z.boolean().meta({ description: "Whether the assessment in force rests on it." }),
    title: z.string(),
    address: z.string(),
    publisher: z.string().nullable(),
    publishedOn: date.nullable(),
    accessedOn: date.nullable(),
    language: z.object({ code: z.string(), text: z.string() }).nullable(),
    kind: worded(evidenceKinds),
    grade: z.string().nullable().meta({ description: "Reliability and credibility together, as in B2." }),
    reliability: worded(reliabilities).nullable(),
    credibility: worded(credibilities).nullable(),
    stance: worded(stances),
    quotedPassage: z.string().nullable(),
  })
  .meta(named("Evidence", "A source, its grading by the Admiralty code, and what it says about the commitment."));

const note = z
  .object({
    id: z.string(),
    datedOn: date,
    author: z.string().nullable(),
    assignee: z.string().nullable(),
    dueOn: date.nullable(),
    doneOn: date.nullable(),
    followUp: worded(["OPEN", "OVERDUE", "DONE"]).nullable(),
    body: z.string().meta({ description: "Markdown, as it was written." }),
  })
  .meta(named("Note", "A dated note of the team; a follow-up where somebody is to do something."));

const commitment = z
  .object({
    number,
    printedNumber: z.string().nullable(),
    title: z.string(),
    status,
    share: z.number().min(0).max(1).nullable().meta({
      description: "From 0, nothing done, to 1, all done; null where the status says nothing of the kind.",
    }),
    counterAction: z.boolean(),
    statusText: z.string(),
    since: date.nullable(),
    lead: z.string().nullable(),
    due: z
      .object({ iso: z.iso.date(), text: z.string(), precision: z.enum(duePrecisions) })
      .nullable()
      .meta({ description: "The period that the text itself names." }),
    evidenceCount: z.int(),
    noteCount: z.int().optional().meta({ description: "Left out where the notes are kept back." }),
    openFollowUps: z.int(),
    overdueFollowUps: z.int(),
    attentions: z.array(worded(attentions)),
    text: textIn.optional(),
    remarks: z.array(z.object({ exact: z.string(), body: z.string() })).optional(),
    assessment: assessment.nullable().optional().meta({ description: "The assessment in force." }),
    history: z.array(assessment).optional().meta({ description: "Every assessment, the latest date judged first." }),
    evidence: z.array(evidence).optional(),
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
    codebookVersion: z.int().positive().meta({ description: "The version of the scales and rules behind it." }),
    sections: z.array(z.enum(reportSections)).meta({ description: "The parts that the reader chose." }),
    withNotes: z.boolean(),
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
    changes: z.array(change).optional().meta({ description: "Left out without an earlier date." }),
    unknown: z.array(z.object({ number, reason: worded(unknownReasons) })).optional(),
    commitments: z.array(commitment).optional(),
  })
  .meta({
    title: "Iltizam progress summary, version 1",
    description: "The progress of a document's commitments at the end of a day.",
  });
export type ReportV1 = z.output<typeof reportV1>;

/** The JSON Schema (draft 2020-12) of version 1; it is open to properties that a later release adds. */
export function reportV1Schema(): object {
  return z.toJSONSchema(reportV1, { io: "input", target: "draft-2020-12" });
}
