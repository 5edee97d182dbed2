// The parts of a summary in version 1: dates, judgements, provisions, sources, contributions and notes.
import { z } from "zod";
import { duePrecisions } from "../commitment";
import { statusNames } from "../commitment-list";
import { otherScaleNames, otherScaleValues } from "../crosswalk";
import {
  captureOrigins,
  confidences,
  credibilities,
  evidenceHealths,
  evidenceKinds,
  partyKinds,
  provisionStates,
  quoteStates,
  reliabilities,
  speechActs,
  stances,
  timelinesses,
  verifiabilities,
} from "../scales";

export const named = (id: string, description: string) => ({ id, description });

export const direction = z.enum(["rtl", "ltr"]);
export const number = z.int().positive().meta({ description: "The number of the commitment." });

export const date = z
  .object({ iso: z.iso.date(), text: z.string() })
  .meta(named("Date", "A calendar date without time zone, for machines and as the summary's language writes it."));
export const instant = z
  .object({ iso: z.iso.datetime(), text: z.string() })
  .meta(named("Instant", "A moment in UTC, for machines and as the summary's language writes it."));

const otherScaleCodes = [...otherScaleValues.g7, ...otherScaleValues.un, ...otherScaleValues.promise] as const;

/** A value of a scale, and its name in the language of the summary. */
export const worded = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.object({ code: z.enum(codes), text: z.string() });
export const status = worded(statusNames).meta(
  named(
    "Status",
    "NOT_ASSESSED: no judgement is recorded. NO_EVIDENCE: a search found nothing either way. The others are the completion scale of the OGP's IRM.",
  ),
);
export const textIn = z
  .object({ language: z.string(), direction, text: z.string() })
  .meta(named("TextInLanguage", "A text of the document in the language that it is published in (BCP 47)."));

const otherScale = z
  .object({
    scale: worded(otherScaleNames),
    value: z.object({ code: z.enum(otherScaleCodes), text: z.string() }).nullable(),
    codebookVersion: z.int().positive().meta({ description: "The version whose crosswalk it is computed by." }),
  })
  .meta(
    named(
      "OtherScale",
      "A judgement on another scale, computed and never stored; null where that has no value for it.",
    ),
  );

export const due = z
  .object({ iso: z.iso.date(), text: z.string(), precision: z.enum(duePrecisions) })
  .nullable()
  .meta({ description: "The period that the text itself names." });
/** What version 1 has gained of whatever has a day. */
export const dated = {
  done: date.nullable().default(null).meta({ description: "The day on which it was done." }),
  timeliness: worded(timelinesses)
    .nullable()
    .default(null)
    .meta({ description: "Computed from the two dates; null where the day is still to come." }),
};

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
    codebookVersion: z.int().positive().default(1).meta({ description: "The version that it was made under." }),
    review: worded(["APPROVED", "SUBMITTED"])
      .default({ code: "APPROVED", text: "" })
      .meta({ description: "SUBMITTED: not approved yet, and counted because the reader asked for it." }),
    otherScales: z.array(otherScale).default([]),
  })
  .meta(named("Assessment", "A dated judgement; never edited, only followed by another."));

/** What is judged of a commitment or of a provision. */
export const judged = {
  status,
  share: z.number().min(0).max(1).nullable().meta({
    description: "From 0, nothing done, to 1, all done; null where the status says nothing of the kind.",
  }),
  counterAction: z.boolean(),
  awaitsReview: z
    .boolean()
    .default(false)
    .meta({ description: "Whether the assessment in force is one that nobody has approved yet." }),
  statusText: z.string(),
  since: date.nullable(),
  otherScales: z
    .array(otherScale)
    .default([])
    .meta({ description: "The assessment in force on the scales that the reader chose." }),
};
/** How that came about. */
export const course = {
  assessment: assessment.nullable().meta({ description: "The assessment in force." }),
  history: z.array(assessment).meta({ description: "Every assessment, the latest date judged first." }),
};

export const provision = z
  .object({
    id: z.string(),
    number: z.string().meta({ description: "As it is printed: 3.4." }),
    title: z.string(),
    quotes: z.array(z.string()).meta({ description: "The words of the text that it is read from." }),
    speechAct: worded(speechActs),
    bearer: z.string().nullable(),
    addressee: z.string().nullable(),
    verifiability: worded(verifiabilities),
    verifiabilityReason: z.string().nullable(),
    due,
    ...dated,
    state: worded(provisionStates),
    dropReason: z.string().nullable(),
    ...judged,
    ...course,
  })
  .meta(named("Provision", "An atomic undertaking inside a commitment: an editorial reading, judged for itself."));

const copy = z
  .object({
    number: z.int().positive(),
    origin: z.enum(captureOrigins),
    takenAt: instant,
    finalAddress: z.string().nullable().meta({ description: "After redirects; null of an upload." }),
    httpStatus: z.int().nullable(),
    mediaType: z.string(),
    size: z.int().meta({ description: "In bytes." }),
    sha256: z.string(),
  })
  .meta(named("Copy", "The latest copy that is kept of a source."));

export const evidence = z
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
    quoteState: worded(quoteStates)
      .nullable()
      .default(null)
      .meta({ description: "Whether the passage stands in the kept copies; null where none was looked through." }),
    health: worded(evidenceHealths)
      .nullable()
      .default(null)
      .meta({ description: "What the latest look at the address found." }),
    copy: copy.nullable().default(null),
    tags: z.array(z.object({ id: z.string(), text: z.string() })).default([]),
  })
  .meta(named("Evidence", "A source, its grading by the Admiralty code, and what it says about the commitment."));

export const contribution = z
  .object({
    id: z.string(),
    party: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(partyKinds).nullable(),
      code: z.string().nullable().meta({ description: "ISO 3166-1 alpha-2 of a state." }),
    }),
    datedOn: date.nullable(),
    by: z.string().nullable().meta({ description: "Who recorded it." }),
    restsOn: z.array(z.int()).meta({ description: "Positions of the evidence that it rests on." }),
    body: z.string().meta({ description: "Markdown, as it was written." }),
  })
  .meta(named("Contribution", "What a state or an organisation did for the commitment."));

export const note = z
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

export const agreement = z
  .object({
    units: z.int().meta({ description: "How many judgements were made blind by two." }),
    alike: z.int(),
    raw: z.number(),
    alpha: z.number().nullable().meta({ description: "Krippendorff, ordinal, NO_EVIDENCE being missing in it." }),
    alphaUnits: z.int(),
  })
  .meta(named("Agreement", "How far those agree who judged the same thing blind."));
