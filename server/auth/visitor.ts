// Somebody who is not signed in yet.

/** The address counts only when a proxy that the operator trusts names it; headers carry the browser's name for the session list. */
export type Visitor = { address: string | null; headers: Headers };
