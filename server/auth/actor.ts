// Who acts: made only here in server/auth, so a use case cannot be called by somebody nobody vouched for.
import type { TokenScope } from "@/domain/api-token-terms";
import { may, type Permission, type SubjectArguments } from "@/domain/permissions";
import { Refusal } from "@/domain/refusal";
import type { Role, Via } from "@/domain/workspace";

declare const vouched: unique symbol;

export type Actor = {
  readonly [vouched]: true;
  readonly workspaceId: string;
  readonly memberId: string | null;
  readonly role: Role | "SYSTEM";
  readonly via: Via;
  /** The token by which a program speaks for a member. */
  readonly apiToken?: { readonly id: string; readonly scope: TokenScope };
};

/** A member of a workspace who signed in; always a person. */
export type MemberActor = Actor & {
  readonly memberId: string;
  readonly userId: string;
  readonly sessionId: string | null;
  readonly role: Role;
};

/** Vouches for a member; for server/auth alone. */
export function vouchForMember(facts: Omit<MemberActor, typeof vouched>): MemberActor {
  return facts as MemberActor;
}

/** The product itself, acting in one workspace: seed, imports, jobs. */
export function systemActor(workspaceId: string, via: Exclude<Via, "PAGE">): Actor {
  return { workspaceId, memberId: null, role: "SYSTEM", via } as Actor;
}

/** Refuses with `forbidden` unless the actor holds the right; reason token_scope where only the token stands in the way. */
export function authorize<P extends Permission>(actor: Actor, permission: P, ...subject: SubjectArguments<P>): void {
  if (may(actor, permission, ...subject)) return;
  const isTokens = actor.apiToken && may({ ...actor, apiToken: undefined }, permission, ...subject);
  throw new Refusal("forbidden", { reason: isTokens ? "token_scope" : permission });
}
