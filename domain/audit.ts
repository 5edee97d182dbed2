// Every event there is: what changed, with all its values, so that any past state can be read from history.
import { z } from "zod";
import { motivations } from "./annotation-terms";
import { tokenScopes } from "./api-token-terms";
import { completions, confidences, evidenceKinds, reliabilities, stances } from "./scales";
import { tagColors } from "./tag-terms";
import { roles } from "./workspace";

const date = z.string().nullable();
const person = z.object({ memberId: z.string(), name: z.string() });

const token = z.object({ name: z.string(), scope: z.enum(tokenScopes) });

const noteValues = z.object({
  body: z.string(),
  datedOn: z.string(),
  dueOn: date,
  assignee: person.nullable(),
});
const evidenceValues = z.object({
  address: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  publishedOn: date,
  accessedOn: date,
  language: z.string().nullable(),
  kind: z.enum(evidenceKinds),
  reliability: z.enum(reliabilities).nullable(),
  credibility: z.number().nullable(),
  stance: z.enum(stances),
  quotedPassage: z.string().nullable(),
});

const words = z.object({ ar: z.string(), en: z.string(), fr: z.string() }).partial();
const tagName = z.object({ tagId: z.string(), name: words });
const tagValues = z.object({ name: words, description: words, color: z.enum(tagColors), isFree: z.boolean() });

/** What was marked and what was said of it; the quote of a reply is its thread's. */
const annotationValues = z.object({
  motivation: z.enum(motivations),
  body: z.string().nullable(),
  quote: z.string(),
  tags: z.array(tagName).optional(),
  /** What a linking one points at. */
  commitmentId: z.string().optional(),
  evidenceId: z.string().optional(),
});

/** Of which paragraph the text was corrected, and in which language. */
const passageValues = z.object({ ordinal: z.number(), language: z.string() });
const remarkValues = passageValues.extend({ quote: z.string() });

/** Field → what it was and what it became; only fields that changed. */
const changesOf = <Shape extends z.ZodRawShape>(values: z.ZodObject<Shape>) =>
  z.partialRecord(values.keyof(), z.object({ from: z.unknown(), to: z.unknown() }));

export type NoteValues = z.output<typeof noteValues>;
export type TagName = z.output<typeof tagName>;
export type AnnotationValues = z.output<typeof annotationValues>;
export type EvidenceValues = z.output<typeof evidenceValues>;

/** The events by type; data that an older version of the product wrote must still parse. */
const eventData = {
  "workspace.set_up": z.object({ name: z.string() }),
  "workspace.edited": z.object({
    changes: z.partialRecord(
      z.enum(["name", "staleAfterDays", "allowsFreeTags"]),
      z.object({ from: z.unknown(), to: z.unknown() }),
    ),
  }),
  "document.created": z.object({ title: z.string(), paragraphs: z.number(), commitments: z.number() }),
  "passage.corrected": passageValues.extend({
    revision: z.object({ from: z.number(), to: z.number() }),
    reason: z.string(),
    text: z.object({ from: z.string(), to: z.string() }),
    /** Of the team's marks and remarks on it: how many found their place in the new text, and how many lost it. */
    kept: z.number(),
    lost: z.number(),
  }),
  "passage.remark_put_back": remarkValues.extend({ to: z.string() }),
  "passage.remark_archived": remarkValues,
  "passage.remark_unarchived": remarkValues,
  "commitment.lead_changed": z.object({ from: person.nullable(), to: person.nullable() }),
  "assessment.recorded": z.object({
    from: z.enum(completions).nullable(),
    to: z.enum(completions),
    counterAction: z.boolean(),
    confidence: z.enum(confidences),
    rationale: z.string(),
    asOf: z.string(),
    citationIds: z.array(z.string()),
    /** False when a back-dated assessment entered the history without moving the status. */
    movedStatus: z.boolean(),
  }),
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
  "tag.merged": z.object({ name: words, into: tagName, annotations: z.number() }),
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
  "api_token.created": token.extend({ expiresAt: z.string() }),
  "api_token.revoked": token,
} as const;

export type EventType = keyof typeof eventData;
export type EventDataOf<T extends EventType> = z.output<(typeof eventData)[T]>;
/** An event as the history shows it. */
export type RecordedEvent = { [T in EventType]: { type: T; data: EventDataOf<T> } }[EventType];

/** The nouns that events are about: the part of the type before the dot, by which the activity page filters. */
export const eventKinds = [
  "assessment",
  "note",
  "evidence",
  "commitment",
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
