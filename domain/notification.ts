// What a member is told of: that somebody named them, that a day came, that a thing they watch has changed.
import { z } from "zod";
import { choice, id } from "./input";
import { completions, evidenceHealths } from "./scales";

const notificationKinds = [
  "MENTIONED",
  "ASSIGNED",
  "REPLIED",
  "FOLLOW_UP_DUE",
  "FOLLOW_UP_OVERDUE",
  "STATUS_CHANGED",
  "TEXT_CHANGED",
  "REVIEW_REQUESTED",
  "REVIEW_DECIDED",
  "CODING_REQUESTED",
  "CODING_REVEALED",
  "SILENCE",
  "EVIDENCE_HEALTH",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** When a member gets mail about it: within the minute, once a morning, or not at all. */
const mailChoices = ["AT_ONCE", "DAILY", "NEVER"] as const;
export type MailChoice = (typeof mailChoices)[number];

const status = z.enum(completions);

/** What its sentence needs besides who and where; what an older version wrote must still parse. */
export const notificationData = z.object({
  /** The words of the text that a comment is about. */
  quote: z.string().optional(),
  /** The beginning of what somebody wrote. */
  words: z.string().optional(),
  dueOn: z.string().optional(),
  from: status.nullable().optional(),
  to: status.optional(),
  counterAction: z.boolean().optional(),
  hadCounterAction: z.boolean().optional(),
  /** The number of a corrected paragraph in its text. */
  paragraph: z.number().optional(),
  /** Of a review: whether the assessment was approved. */
  approved: z.boolean().optional(),
  /** Since when a commitment is silent. */
  since: z.string().optional(),
  /** The title of a source, and what became of it. */
  title: z.string().optional(),
  health: z.enum(evidenceHealths).optional(),
});
export type NotificationData = z.output<typeof notificationData>;

export const mailChoiceInput = z.object({ mailChoice: choice(mailChoices) });

/** What one watches: a commitment, or a document with all that is in it. */
const watched = ["commitment", "document"] as const;
export const watchInput = z.object({ what: choice(watched), id });
export type WatchInput = z.output<typeof watchInput>;

/** The filters of the page of notifications as they stand in its address. */
export const notificationFilters = z.object({
  unread: z.literal("1").optional().catch(undefined),
  /** The last one of the page before. */
  before: z.uuid().optional().catch(undefined),
});
export type NotificationFilters = z.output<typeof notificationFilters>;

/** The daily mail goes out from this hour on, in UTC: a morning in the lands that this product is made for. */
export const digestHour = 5;

/** The latest moment at which daily mails were due: today's hour, or yesterday's before it has come. */
export function latestDigest(now: Date): Date {
  const due = new Date(now);
  due.setUTCHours(digestHour, 0, 0, 0);
  if (due > now) due.setUTCDate(due.getUTCDate() - 1);
  return due;
}

type Places = {
  kind: NotificationKind;
  commitmentId: string | null;
  annotationId: string | null;
  noteId: string | null;
  document: { slug: string } | null;
  data: NotificationData;
};

const statusKinds: ReadonlySet<NotificationKind> = new Set(["STATUS_CHANGED", "REVIEW_REQUESTED", "REVIEW_DECIDED"]);

/** The address, under the language, of what a notification is about. */
export function placeOf({ kind, commitmentId, annotationId, noteId, document, data }: Places): string {
  if (annotationId) return `/annotations/${annotationId}`;
  if (document && data.paragraph) return `/documents/${document.slug}/paragraphs/${data.paragraph}`;
  if (commitmentId && noteId) return `/commitments/${commitmentId}#note-${noteId}`;
  if (commitmentId && statusKinds.has(kind)) return `/commitments/${commitmentId}#status`;
  if (commitmentId) return `/commitments/${commitmentId}`;
  return document ? `/documents/${document.slug}` : "/notifications";
}

/** Which sentence tells it: a key under `notifications.sentence`. */
export function sentenceOf({
  kind,
  noteId,
  data,
}: {
  kind: NotificationKind;
  noteId: string | null;
  data: NotificationData;
}) {
  if (kind === "ASSIGNED" && noteId) return data.dueOn ? "ASSIGNED_NOTE_DUE" : "ASSIGNED_NOTE";
  if (kind === "REVIEW_DECIDED") return data.approved ? "REVIEW_APPROVED" : "REVIEW_RETURNED";
  if (kind === "EVIDENCE_HEALTH") return data.health === "GONE" ? "EVIDENCE_GONE" : "EVIDENCE_CHANGED";
  return kind === "STATUS_CHANGED" && !data.from ? "STATUS_FIRST" : kind;
}
