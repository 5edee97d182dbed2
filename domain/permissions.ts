// Every right in one table: a right is a small predicate on who acts and, where it matters, on what.
import type { TokenScope } from "./api-token-terms";
import type { Role } from "./workspace";

/** The part of an actor that rights depend on. */
export type Bearer = {
  role: Role | "SYSTEM";
  memberId: string | null;
  /** The token by which a program speaks for the member; a person at a page has none. */
  apiToken?: { scope: TokenScope };
};
/** The part of a note that rights depend on. */
export type OwnedNote = { authorId: string | null; assigneeId: string | null };

/** The part of an annotation that rights depend on; a private one is not even found by others. */
export type OwnedAnnotation = { authorId: string | null };

/** The part of an assessment that rights depend on: nobody approves or returns their own. */
export type OwnedAssessment = { recordedById: string | null };

/** The part of a double coding that rights depend on. */
export type OwnedDoubleCoding = { requestedById: string | null; coderIds: readonly string[] };

type Predicate<Subject> = (bearer: Bearer, subject: Subject) => boolean;

const ranks: Record<Bearer["role"], number> = { READER: 0, ANALYST: 1, EDITOR: 2, ADMIN: 3, SYSTEM: 4 };
const atLeast =
  (role: Role): Predicate<void> =>
  (bearer) =>
    ranks[bearer.role] >= ranks[role];
const systemOnly: Predicate<void> = (bearer) => bearer.role === "SYSTEM";

const isOwn = (bearer: Bearer, id: string | null) => bearer.memberId !== null && bearer.memberId === id;

const ownNoteOrEditor: Predicate<OwnedNote> = (bearer, note) =>
  atLeast("EDITOR")(bearer) || (atLeast("ANALYST")(bearer) && isOwn(bearer, note.authorId));

const ownAnnotation: Predicate<OwnedAnnotation> = (bearer, annotation) =>
  atLeast("ANALYST")(bearer) && isOwn(bearer, annotation.authorId);

/** A program must not make itself another key, which would outlive its own. */
const atThePage: Predicate<void> = (bearer) => atLeast("READER")(bearer) && !bearer.apiToken;

export const permissions = {
  "document:read": atLeast("READER"),
  "document:create": systemOnly,
  "passage:correct": atLeast("EDITOR"),
  "commitment:read": atLeast("READER"),
  "commitment:lead": atLeast("EDITOR"),
  /** The day on which it was done; when it is due is what the text says. */
  "commitment:date": atLeast("EDITOR"),
  "assessment:record": atLeast("ANALYST"),
  /** To enter the product's own proposal. */
  "provision:seed": systemOnly,
  "provision:propose": atLeast("ANALYST"),
  /** To accept and to drop. */
  "provision:decide": atLeast("EDITOR"),
  "assessment:review": ((bearer, { recordedById }) =>
    atLeast("EDITOR")(bearer) && !isOwn(bearer, recordedById)) as Predicate<OwnedAssessment>,
  "double-coding:request": atLeast("ANALYST"),
  "double-coding:judge": ((bearer, { coderIds }) =>
    atLeast("ANALYST")(bearer) && coderIds.some((id) => isOwn(bearer, id))) as Predicate<OwnedDoubleCoding>,
  /** By an editor who is neither of the two. */
  "double-coding:settle": ((bearer, { coderIds }) =>
    atLeast("EDITOR")(bearer) && !coderIds.some((id) => isOwn(bearer, id))) as Predicate<OwnedDoubleCoding>,
  "double-coding:cancel": ((bearer, { requestedById }) =>
    atLeast("EDITOR")(bearer) ||
    (atLeast("ANALYST")(bearer) && isOwn(bearer, requestedById))) as Predicate<OwnedDoubleCoding>,
  "note:add": atLeast("ANALYST"),
  "note:edit": ownNoteOrEditor,
  "note:delete": ownNoteOrEditor,
  "note:settle": ((bearer, note) =>
    ownNoteOrEditor(bearer, note) ||
    (atLeast("ANALYST")(bearer) && isOwn(bearer, note.assigneeId))) as Predicate<OwnedNote>,
  "evidence:attach": atLeast("ANALYST"),
  "evidence:edit": atLeast("ANALYST"),
  "evidence:remove": atLeast("ANALYST"),
  "contribution:add": atLeast("ANALYST"),
  "contribution:edit": atLeast("ANALYST"),
  "contribution:remove": atLeast("ANALYST"),
  /** The list of states and organisations. */
  "party:manage": atLeast("EDITOR"),
  /** To have a copy kept now, or to hand one in. */
  "evidence:capture": atLeast("ANALYST"),
  /** The job that looks at an address. */
  "evidence:check": systemOnly,
  "evidence:tag": atLeast("ANALYST"),
  "annotation:read": atLeast("READER"),
  "annotation:add": atLeast("ANALYST"),
  "annotation:edit": ownAnnotation,
  "annotation:share": ownAnnotation,
  "annotation:delete": ((bearer, annotation) =>
    ownAnnotation(bearer, annotation) || atLeast("EDITOR")(bearer)) as Predicate<OwnedAnnotation>,
  /** To put back what lost its place in a corrected text, or to lay it aside. */
  "annotation:place": ((bearer, annotation) =>
    ownAnnotation(bearer, annotation) || atLeast("EDITOR")(bearer)) as Predicate<OwnedAnnotation>,
  "annotation:settle": atLeast("ANALYST"),
  "annotation:tag": atLeast("ANALYST"),
  /** The list of tags: its words, colours, merging. */
  "tag:manage": atLeast("EDITOR"),
  "annotation:import": atLeast("ANALYST"),
  "codebook:read": atLeast("READER"),
  "codebook:publish": atLeast("EDITOR"),
  "activity:read": atLeast("READER"),
  /** To be told that something changed, and who is here. */
  "live:listen": atLeast("READER"),
  /** What one is told oneself: to read it, to mark it read, and to choose whether mail tells it as well. */
  "notification:read": atLeast("READER"),
  "watch:set": atLeast("READER"),
  "summary:export": atLeast("READER"),
  /** The job that writes what somebody asked for. */
  "export:write": systemOnly,
  "release:read": atLeast("READER"),
  "release:publish": atLeast("EDITOR"),
  "member:read": atLeast("READER"),
  "member:invite": atLeast("ADMIN"),
  "member:change-role": atLeast("ADMIN"),
  "member:remove": atLeast("ADMIN"),
  "member:reset-password": atLeast("ADMIN"),
  /** For somebody who lost what makes the codes. */
  "member:drop-two-factor": atLeast("ADMIN"),
  /** Who tried to sign in to the accounts of the team. */
  "sign-in:read": atLeast("ADMIN"),
  "workspace:edit": atLeast("ADMIN"),
  /** How the installation is doing. */
  "system:read": atLeast("ADMIN"),
  /** One's own tokens; nobody sees those of others. */
  "api-token:manage": atThePage,
} as const satisfies Record<string, Predicate<never>>;

export type Permission = keyof typeof permissions;
/** What a permission must be shown to decide: nothing, or the note in question. */
export type SubjectOf<P extends Permission> = Parameters<(typeof permissions)[P]>[1];

/** What a token that may only read is good for: whatever is not named here is refused to it. */
const readings: ReadonlySet<Permission> = new Set([
  "document:read",
  "commitment:read",
  "annotation:read",
  "codebook:read",
  "activity:read",
  "live:listen",
  "summary:export",
  "release:read",
  "member:read",
]);

/** Whether the bearer holds the right, for the subject where the right depends on one. */
export function may<P extends Permission>(bearer: Bearer, permission: P, ...subject: SubjectArguments<P>): boolean {
  if (bearer.apiToken?.scope === "READ" && !readings.has(permission)) return false;
  const predicate = permissions[permission] as (bearer: Bearer, subject?: unknown) => boolean;
  return predicate(bearer, subject[0]);
}
export type SubjectArguments<P extends Permission> =
  SubjectOf<P> extends OwnedNote | OwnedAnnotation | OwnedAssessment | OwnedDoubleCoding ? [subject: SubjectOf<P>] : [];
