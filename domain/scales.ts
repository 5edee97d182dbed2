// The scales on which judgements and sources are rated. Forms in the browser read them, so nothing heavy stands here.

/** The completion scale of the Open Government Partnership's IRM (opengovpartnership.org/glossary/completion/), lowest first. */
export const completions = ["NO_EVIDENCE", "NOT_STARTED", "LIMITED", "SUBSTANTIAL", "COMPLETE"] as const;
export type Completion = (typeof completions)[number];
/** Null where nobody has assessed yet, which is not the same as NO_EVIDENCE. */
export type Status = Completion | null;

/** Common analytic practice. */
export const confidences = ["HIGH", "MODERATE", "LOW"] as const;
export type Confidence = (typeof confidences)[number];

export const evidenceKinds = [
  "OFFICIAL_STATEMENT",
  "LEGAL_TEXT",
  "REPORT",
  "NEWS",
  "DATASET",
  "ACADEMIC",
  "TESTIMONY",
  "MEDIA",
  "OTHER",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const stances = ["SUPPORTS", "CONTRADICTS", "CONTEXT"] as const;
export type Stance = (typeof stances)[number];

/** Admiralty code, reliability of the source (machine tags: admiralty-scale in MISP/misp-taxonomies). */
export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof reliabilities)[number];
/** Admiralty code, credibility of the information; rated independently of the source. */
export const credibilities = ["1", "2", "3", "4", "5", "6"] as const;
export type Credibility = (typeof credibilities)[number];
