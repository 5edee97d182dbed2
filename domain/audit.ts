// Every event there is: what changed, with all its values, so that any past state can be read from history.
import { z } from "zod";
import {
  annotationValues,
  changesOf,
  coding,
  contributionValues,
  date,
  evidenceValues,
  judgement,
  noteValues,
  ofProvision,
  partyValues,
  passageValues,
  person,
  provisionName,
  provisionValues,
  remarkValues,
  tagName,
  tagValues,
  token,
  words,
} from "./audit-values";
import { captureOrigins, completions, evidenceHealths, quoteStates } from "./scales";
import { roles } from "./workspace";

/** The events by type; data that an older version of the product wrote must still parse. */
const eventData = {
  "workspace.set_up": z.object({ name: z.string() }),
  "workspace.edited": z.object({
    changes: z.partialRecord(
      z.enum(["name", "staleAfterDays", "allowsFreeTags", "requiresReview", "silentAfterMonths", "respectsRobots"]),
      z.object({ from: z.unknown(), to: z.unknown() }),
    ),
  }),
  "document.created": z.object({ title: z.string(), paragraphs: z.number(), commitments: z.number() }),
  "document.example_loaded": z.object({ title: z.string() }),
  "document.example_removed": z.object({ title: z.string() }),
  "passage.corrected": passageValues.extend({
    revision: z.object({ from: z.number(), to: z.number() }),
    reason: z.string(),
    text: z.object({ from: z.string(), to: z.string() }),
    /** Of the team's marks and remarks on it, and of the words of provisions: how many found their place in the new text, and how many lost it. */
    kept: z.number(),
    lost: z.number(),
  }),
  "passage.remark_put_back": remarkValues.extend({ to: z.string() }),
  "passage.remark_archived": remarkValues,
  "passage.remark_unarchived": remarkValues,
  "commitment.lead_changed": z.object({ from: person.nullable(), to: person.nullable() }),
  "commitment.done_changed": z.object({ from: date, to: date }),
  /** Counted at once: no review was required, or an editor settled a double coding by it. */
  "assessment.recorded": z.object({
    from: z.enum(completions).nullable(),
    to: z.enum(completions),
    ...judgement,
    asOf: z.string(),
    /** False when a back-dated assessment entered the history without moving the status. */
    movedStatus: z.boolean(),
    ...ofProvision,
    /** Before there was a codebook with versions, it was the first. */
    codebookVersion: z.number().default(1),
  }),
  /** Their author's alone. */
  "assessment.drafted": z.object({ ...ofProvision }),
  "assessment.draft_discarded": z.object({ ...ofProvision }),
  /** Waits for an editor, and does not count until then. */
  "assessment.submitted": z.object({
    to: z.enum(completions),
    ...judgement,
    asOf: z.string(),
    ...ofProvision,
    codebookVersion: z.number(),
  }),
  "assessment.approved": z.object({
    from: z.enum(completions).nullable(),
    to: z.enum(completions),
    counterAction: z.boolean(),
    asOf: z.string(),
    movedStatus: z.boolean(),
    ...ofProvision,
  }),
  "assessment.returned": z.object({ to: z.enum(completions), reason: z.string(), asOf: z.string(), ...ofProvision }),
  "double_coding.requested": z.object({ coders: z.array(person), asOf: z.string(), ...ofProvision }),
  /** By the one who submitted; what they judged is told by the next. */
  "double_coding.submitted": z.object({ ...ofProvision }),
  "double_coding.revealed": z.object({ codings: z.array(coding), asOf: z.string(), ...ofProvision }),
  "double_coding.settled": z.object({
    assessmentId: z.string(),
    to: z.enum(completions),
    counterAction: z.boolean(),
    reason: z.string().nullable(),
    agreed: z.boolean(),
    ...ofProvision,
  }),
  "double_coding.cancelled": z.object({ ...ofProvision }),
  /** The product's own proposal, all of a commitment at once. */
  "provision.seeded": z.object({ provisions: z.array(provisionValues.extend({ provisionId: z.string() })) }),
  "provision.proposed": provisionValues,
  "provision.edited": provisionName.extend({ changes: changesOf(provisionValues) }),
  "provision.accepted": provisionName,
  "provision.dropped": provisionName.extend({ reason: z.string() }),
  "provision.restored": provisionName,
  "note.added": noteValues,
  "note.edited": z.object({ changes: changesOf(noteValues) }),
  "note.deleted": noteValues,
  "note.restored": noteValues,
  "note.done": z.object({ body: z.string() }),
  "note.reopened": z.object({ body: z.string() }),
  "evidence.attached": evidenceValues,
  "evidence.edited": z.object({ title: z.string(), changes: changesOf(evidenceValues) }),
  "evidence.removed": evidenceValues,
  "evidence.restored": evidenceValues,
  /** About the source and not one citation: the subject is the evidence, and no commitment is named. */
  "evidence.captured": z.object({
    title: z.string(),
    captureId: z.string(),
    number: z.number(),
    origin: z.enum(captureOrigins),
    finalAddress: z.string().nullable(),
    httpStatus: z.number().nullable(),
    mediaType: z.string(),
    size: z.number(),
    sha256: z.string(),
    takenAt: z.string(),
  }),
  /** As evidence.captured; told only when the health becomes another. */
  "evidence.health_changed": z.object({
    title: z.string(),
    from: z.enum(evidenceHealths),
    to: z.enum(evidenceHealths),
    reason: z.string().nullable(),
  }),
  /** Of one citation: whether its quote stands in the copies. */
  "evidence.quote_checked": z.object({
    title: z.string(),
    from: z.enum(quoteStates).nullable(),
    to: z.enum(quoteStates).nullable(),
  }),
  "evidence.retagged": z.object({
    sources: z.array(z.object({ evidenceId: z.string(), title: z.string() })),
    added: z.array(tagName),
    removed: z.array(tagName),
  }),
  "contribution.added": contributionValues,
  "contribution.edited": contributionValues.pick({ party: true }).extend({ changes: changesOf(contributionValues) }),
  "contribution.removed": contributionValues,
  "contribution.restored": contributionValues,
  "party.added": partyValues,
  "party.edited": z.object({ name: words, changes: changesOf(partyValues) }),
  "party.removed": partyValues,
  "party.restored": partyValues,
  /** The content is in its row, which is never rewritten. */
  "codebook.published": z.object({ number: z.number(), reason: z.string().nullable() }),
  "annotation.made": annotationValues,
  "annotation.replied": z.object({ body: z.string() }),
  "annotation.edited": z.object({ changes: changesOf(z.object({ body: z.string().nullable() })) }),
  "annotation.deleted": annotationValues,
  "annotation.restored": annotationValues,
  "annotation.resolved": annotationValues,
  "annotation.reopened": annotationValues,
  "annotation.shared": annotationValues,
  "annotation.retagged": z.object({ quote: z.string(), from: z.array(tagName), to: z.array(tagName) }),
  "annotation.put_back": annotationValues.extend({ to: z.string() }),
  "annotation.archived": annotationValues,
  "annotation.unarchived": annotationValues,
  "annotation.assigned": z.object({ from: person.nullable(), to: person.nullable() }),
  "tag.added": tagValues,
  "tag.edited": z.object({ name: words, changes: changesOf(tagValues) }),
  "tag.deleted": tagValues,
  "tag.restored": tagValues,
  "tag.merged": z.object({
    /** The one that is gone; the subject is the one that took its place. */
    tagId: z.string().optional(),
    name: words,
    into: tagName,
    annotations: z.number(),
  }),
  "annotation.imported": z.object({ annotations: z.number(), replies: z.number(), orphans: z.number() }),
  "release.published": z.object({
    number: z.number(),
    asOf: z.string(),
    codebookVersion: z.number(),
    /** Language → SHA-256 of the frozen JSON. */
    sha256: z.record(z.string(), z.string()),
  }),
  "invitation.sent": z.object({ email: z.string(), role: z.enum(roles) }),
  "invitation.revoked": z.object({ email: z.string(), role: z.enum(roles) }),
  "member.joined": z.object({ name: z.string(), role: z.enum(roles) }),
  "member.role_changed": z.object({ name: z.string(), from: z.enum(roles), to: z.enum(roles) }),
  "member.removed": z.object({ name: z.string(), role: z.enum(roles) }),
  "member.reset_link_made": z.object({ name: z.string() }),
  "member.password_changed": z.object({ name: z.string() }),
  "member.two_factor_started": z.object({ name: z.string() }),
  "member.two_factor_stopped": z.object({ name: z.string() }),
  "member.backup_codes_made": z.object({ name: z.string() }),
  /** By an admin, for somebody who lost what makes the codes. */
  "member.two_factor_dropped": z.object({ name: z.string() }),
  "member.passkey_added": z.object({ name: z.string(), passkey: z.string() }),
  "member.passkey_removed": z.object({ name: z.string(), passkey: z.string() }),
  "api_token.created": token.extend({ expiresAt: z.string() }),
  "api_token.revoked": token,
} as const;

export type EventType = keyof typeof eventData;
export const eventTypes = Object.keys(eventData) as EventType[];
export type EventDataOf<T extends EventType> = z.output<(typeof eventData)[T]>;
/** An event as the history shows it. */
export type RecordedEvent = { [T in EventType]: { type: T; data: EventDataOf<T> } }[EventType];

/** The nouns that events are about: the part of the type before the dot, by which the activity page filters. */
export const eventKinds = [
  "assessment",
  "note",
  "evidence",
  "commitment",
  "provision",
  "double_coding",
  "contribution",
  "party",
  "codebook",
  "annotation",
  "tag",
  "document",
  "passage",
  "release",
  "member",
  "invitation",
  "api_token",
  "workspace",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The event as written, or null for a type or data that this version cannot read (never an exception: history stays open). */
export function readEvent(type: string, data: unknown): RecordedEvent | null {
  if (!Object.hasOwn(eventData, type)) return null;
  const parsed = eventData[type as EventType].safeParse(data);
  return parsed.success ? ({ type, data: parsed.data } as RecordedEvent) : null;
}

/** The fields whose values differ, with both values; null when nothing changed. */
export function changesBetween<Values extends Record<string, unknown>>(
  before: Values,
  after: Values,
): Partial<Record<keyof Values, { from: unknown; to: unknown }>> | null {
  const changed = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((key) => [key, { from: before[key], to: after[key] }])) as never;
}
