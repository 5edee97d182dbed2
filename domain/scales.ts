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

/** What the latest look at the address of a source found (prisma/schema/capture.prisma says when each). */
export const evidenceHealths = ["UNCHECKED", "ALIVE", "MOVED", "CHANGED", "GONE", "UNREACHABLE"] as const;
export type EvidenceHealth = (typeof evidenceHealths)[number];

export const captureOrigins = ["FETCHED", "UPLOADED"] as const;
export type CaptureOrigin = (typeof captureOrigins)[number];

/** Whether a quoted passage stands in the kept copies of its source: in the latest, only in an earlier one, in none. */
export const quoteStates = ["FOUND", "LOST", "NOT_FOUND"] as const;
export type QuoteState = (typeof quoteStates)[number];

/** What the words of a provision do; ours, and labelled so. */
export const speechActs = [
  "COMMIT",
  "CONTINUE",
  "REAFFIRM",
  "AFFIRM",
  "URGE",
  "CALL",
  "OBLIGE",
  "ENCOURAGE",
  "COMMEND",
  "WELCOME",
  "STATE",
] as const;
export type SpeechAct = (typeof speechActs)[number];

/** OGP IRM (opengovpartnership.org/glossary/verifiability). */
export const verifiabilities = ["VERIFIABLE", "NOT_VERIFIABLE"] as const;
export type Verifiability = (typeof verifiabilities)[number];

export const provisionStates = ["PROPOSED", "ACCEPTED", "DROPPED"] as const;
export type ProvisionState = (typeof provisionStates)[number];

/** How far a judgement has come on its way to be counted. */
export type ReviewState = "DRAFT" | "SUBMITTED" | "APPROVED" | "RETURNED";

export const partyKinds = ["STATE", "ORGANISATION"] as const;
export type PartyKind = (typeof partyKinds)[number];

/** Computed from the due date and the date done; null is said of what is not due yet. Ours. */
export const timelinesses = ["ON_TIME", "LATE", "OVERDUE", "NO_DATE"] as const;
export type Timeliness = (typeof timelinesses)[number];
