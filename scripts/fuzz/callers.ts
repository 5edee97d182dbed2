// Who knocks at the doors.

/** The members of a team by their role; somebody of another workspace, who knows all ids of this one; and nobody. */
export const callers = ["admin", "editor", "analyst", "reader", "outsider", "nobody"] as const;
export type Caller = (typeof callers)[number];
