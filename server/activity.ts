// Reading history: the workspace's events, filtered, newest first, a page at a time.
import { z } from "zod";
import { type EventKind, eventKinds, type RecordedEvent, readEvent } from "@/domain/audit";
import type { Localized } from "@/domain/document";
import { may } from "@/domain/permissions";
import { type Actor, authorize } from "./auth/actor";
import { commitmentIdOf, listCommitmentChoices } from "./commitment-choices";
import { database } from "./database";
import { personOf, personSelect } from "./members";

const isoDay = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .catch(undefined);
/** Nothing that the database would choke on, and no empty choice of a form. */
const anId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .optional()
  .catch(undefined);
const largestNumber = 2_147_483_647;

/** The filters of the activity page as they stand in its address; what cannot be read counts as not set. */
export const activityFilters = z.object({
  memberId: anId,
  kind: z.enum(eventKinds).optional().catch(undefined),
  commitmentId: anId,
  /** All that is about one source: itself, its citations, and what was done to several at once. */
  evidenceId: anId,
  from: isoDay,
  to: isoDay,
  /** Events with a smaller number than this: the next page. */
  before: z.coerce.number().int().positive().max(largestNumber).optional().catch(undefined),
});
export type ActivityFilters = z.output<typeof activityFilters>;

export type ActivityLine = {
  id: string;
  number: number;
  at: Date;
  person: { memberId: string; name: string } | null;
  via: "PAGE" | "API" | "IMPORT" | "JOB" | "SEED";
  commitment: { id: string; number: number; title: Localized } | null;
  kind: EventKind;
  subjectId: string | null;
  /** Null when this version cannot read what an older or newer one wrote. */
  event: RecordedEvent | null;
  /** The version to restore at, when what the event took away is still gone and the reader may bring it back. */
  restorableAt: number | null;
};

/** One page of events, newest first; `next` is the `before` of the following page or null at the end. Refuses: forbidden. */
export async function listActivity(actor: Actor, filters: ActivityFilters, most = 50) {
  authorize(actor, "activity:read");
  const rows = await database().event.findMany({
    where: {
      workspaceId: actor.workspaceId,
      memberId: filters.memberId,
      commitmentId: filters.commitmentId && (await commitmentIdOf(database(), actor, filters.commitmentId)),
      type: filters.kind && { startsWith: `${filters.kind}.` },
      OR: [{ onlyForId: null }, ...(actor.memberId ? [{ onlyForId: actor.memberId }] : [])],
      AND: filters.evidenceId ? await aboutSource(actor, filters.evidenceId) : undefined,
      // Of the keys that members hand to their programs, admins know and their owners do.
      NOT: may(actor, "member:invite")
        ? undefined
        : { type: { startsWith: "api_token." }, memberId: { not: actor.memberId ?? "-" } },
      number: filters.before === undefined ? undefined : { lt: filters.before },
      at: { gte: dayStart(filters.from), lt: dayEnd(filters.to) },
    },
    orderBy: { number: "desc" },
    take: most + 1,
    include: {
      member: { select: personSelect },
      commitment: { select: { id: true, number: true, title: true } },
    },
  });
  const shown = rows.slice(0, most);
  const restorable = await findRestorable(actor, shown);
  const lines = shown.map(
    (row): ActivityLine => ({
      id: row.id,
      number: row.number,
      at: row.at,
      person: personOf(row.member),
      via: row.via,
      commitment: row.commitment && { ...row.commitment, title: row.commitment.title as Localized },
      kind: row.type.split(".")[0] as EventKind,
      subjectId: row.subjectId,
      event: readEvent(row.type, row.data),
      restorableAt: (takesAway(row.type) && restorable.get(row.subjectId ?? "")) || null,
    }),
  );
  return { lines, next: rows.length > most ? (shown.at(-1)?.number ?? null) : null };
}

async function aboutSource({ workspaceId }: Actor, evidenceId: string) {
  const citations = await database().citation.findMany({ where: { evidenceId, workspaceId }, select: { id: true } });
  return {
    type: { startsWith: "evidence." },
    OR: [
      { subjectId: { in: [evidenceId, ...citations.map(({ id }) => id)] } },
      { type: "evidence.retagged", data: { path: ["sources"], array_contains: [{ evidenceId }] } },
    ],
  };
}

const takesAway = (type: string) => type === "note.deleted" || type === "evidence.removed";

/** Of the notes and citations that these events took away: those still gone that the actor may bring back, with their version. */
async function findRestorable(actor: Actor, events: readonly { type: string; subjectId: string | null }[]) {
  const gone = (type: string) => ({
    workspaceId: actor.workspaceId,
    deletedAt: { not: null },
    id: { in: events.flatMap((event) => (event.type === type && event.subjectId ? [event.subjectId] : [])) },
  });
  const mayBringEvidence = may(actor, "evidence:remove");
  const [notes, citations] = await Promise.all([
    events.some(({ type }) => type === "note.deleted")
      ? database().note.findMany({
          where: gone("note.deleted"),
          select: { id: true, version: true, authorId: true, assigneeId: true },
        })
      : [],
    mayBringEvidence && events.some(({ type }) => type === "evidence.removed")
      ? database().citation.findMany({ where: gone("evidence.removed"), select: { id: true, version: true } })
      : [],
  ]);
  const mine = notes.filter((note) => may(actor, "note:delete", note));
  return new Map([...mine, ...citations].map(({ id, version }) => [id, version]));
}

/** Whom and what the history can be narrowed to: everybody who ever acted, and all commitments. Refuses: forbidden. */
export async function listActivityChoices(actor: Actor) {
  authorize(actor, "activity:read");
  const { workspaceId } = actor;
  const [members, commitments] = await Promise.all([
    database().member.findMany({ where: { workspaceId }, select: personSelect, orderBy: { user: { name: "asc" } } }),
    listCommitmentChoices(actor),
  ]);
  return {
    people: members.map((member) => personOf(member)),
    commitments,
  };
}
export type ActivityChoices = Awaited<ReturnType<typeof listActivityChoices>>;

function dayStart(day: string | undefined): Date | undefined {
  return day && !Number.isNaN(Date.parse(day)) ? new Date(`${day}T00:00:00Z`) : undefined;
}

function dayEnd(day: string | undefined): Date | undefined {
  const start = dayStart(day);
  return start && new Date(start.getTime() + 86_400_000);
}
