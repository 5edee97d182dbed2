// Words about tries to sign in.

export type SignInOutcome =
  | "DONE"
  | "DONE_WITH_CODE"
  | "DONE_WITH_BACKUP_CODE"
  | "DONE_WITH_PASSKEY"
  /** The password was right, and a code has to follow. */
  | "CODE_ASKED"
  | "WRONG_PASSWORD"
  | "WRONG_CODE"
  | "WRONG_PASSKEY"
  | "RATE_LIMITED"
  | "NO_WORKSPACE";

/** Whether a try went as it should. */
export const wentWell = (outcome: SignInOutcome): boolean => outcome === "CODE_ASKED" || outcome.startsWith("DONE");

/** Long enough to look into what somebody noticed late, and no longer than that. */
export const signInsKeptForDays = 90;
/** Of addresses that nobody has; strangers may try as many as they like. */
export const strangersKeptForDays = 7;

export const signInsAPage = 50;
/** As many as one sees of one's own. */
export const ownSignInsShown = 10;
