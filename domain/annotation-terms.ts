// The words for annotations; forms in the browser read them, so nothing heavy stands here.

/** W3C Web Annotation Data Model §3.3.5, those that people choose from and that of a reply. */
export const motivations = ["HIGHLIGHTING", "COMMENTING", "TAGGING", "QUESTIONING", "LINKING", "REPLYING"] as const;
export type Motivation = (typeof motivations)[number];

/** What one can make of a selection. */
export const marks = [
  "HIGHLIGHTING",
  "COMMENTING",
  "TAGGING",
  "QUESTIONING",
  "LINKING",
] as const satisfies readonly Motivation[];
export type Mark = (typeof marks)[number];

/** Who sees it: its author alone, or the team. */
export const layers = ["TEAM", "PRIVATE"] as const;
export type Layer = (typeof layers)[number];
