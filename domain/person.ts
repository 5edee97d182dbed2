// People: how they come in, sign in and keep their account.
import { z } from "zod";
import { emailAddress, flag, id, newPassword, requiredText, version } from "./input";
import { roles } from "./workspace";

const role = z.enum(roles);
const token = z.string({ error: "required" }).min(20, "bad_link").max(200, "bad_link");
const password = z.string({ error: "required" }).min(1, "required").max(128, "too_long");

export const setUpInput = z.object({
  token,
  workspaceName: requiredText(120),
  name: requiredText(120),
  email: emailAddress,
  password: newPassword,
});
export type SetUpInput = z.output<typeof setUpInput>;

export const signInInput = z.object({ email: emailAddress, password });
export type SignInInput = z.output<typeof signInInput>;

/** Of one who is signed in, before something that a passer-by must not do. */
export const currentPasswordInput = z.object({ currentPassword: password });
export const changePasswordInput = z.object({ currentPassword: password, password: newPassword });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

export const inviteInput = z.object({ email: emailAddress, role });
export type InviteInput = z.output<typeof inviteInput>;

/** Name is asked of people who are new here; one who already has an account proves it with the password it has. */
export const acceptInvitationInput = z.object({ token, name: requiredText(120), password: newPassword });
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>;
export const joinInput = z.object({ token, password });
export type JoinInput = z.output<typeof joinInput>;

export const resetPasswordInput = z.object({ token, password: newPassword });
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;

export const changeRoleInput = z.object({ memberId: id, role });
export type ChangeRoleInput = z.output<typeof changeRoleInput>;

export const memberInput = z.object({ memberId: id });
export const invitationInput = z.object({ invitationId: id });
export const sessionInput = z.object({ sessionId: id });
const wholeNumber = (most: number, refusal: string) =>
  z.coerce.number({ error: refusal }).int(refusal).min(1, refusal).max(most, refusal);
export const editWorkspaceInput = z.object({
  version,
  name: requiredText(120),
  staleAfterDays: wholeNumber(3650, "whole_number"),
  silentAfterMonths: wholeNumber(60, "whole_months"),
  allowsFreeTags: flag,
  requiresReview: flag,
  respectsRobots: flag,
});
export type EditWorkspaceInput = z.output<typeof editWorkspaceInput>;
