// The words for tokens; forms in the browser read them, so nothing heavy stands here.

/** READ may look, WRITE may do all that its owner may with documents and what is said about them. */
export const tokenScopes = ["READ", "WRITE"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** For how many days a token is good; none is good for ever. */
export const tokenLifetimes = ["7", "30", "90", "365"] as const;
