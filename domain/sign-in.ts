// Words about tries to sign in.

export type SignInOutcome = "DONE" | "WRONG_PASSWORD" | "RATE_LIMITED" | "NO_WORKSPACE";

/** Long enough to look into what somebody noticed late, and no longer than that. */
export const signInsKeptForDays = 90;
/** Of addresses that nobody has; strangers may try as many as they like. */
export const strangersKeptForDays = 7;

export const signInsAPage = 50;
/** As many as one sees of one's own. */
export const ownSignInsShown = 10;
