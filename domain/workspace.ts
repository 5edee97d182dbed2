// A team: who is in it, and what each role is called.

export const roles = ["READER", "ANALYST", "EDITOR", "ADMIN"] as const;
export type Role = (typeof roles)[number];

const vias = ["PAGE", "API", "IMPORT", "JOB", "SEED"] as const;
export type Via = (typeof vias)[number];
