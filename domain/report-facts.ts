// The small facts that a summary prints beside a judgement, a provision, a source or a contribution: the same in every format.
import type { CommitmentV1, ContributionV1, EvidenceV1, ProvisionV1 } from "./representation/report-v1";

/** Words that stand for themselves, or a sentence of `summary` around what was said. */
export type Fact = { words: string; said?: true } | { key: FactKey; values: Record<string, string> };
type FactKey =
  | "facts.addressee"
  | "facts.bearer"
  | "facts.codebook"
  | "facts.copy"
  | "facts.done"
  | "facts.dropped"
  | "facts.notVerifiable"
  | "facts.scale"
  | "facts.scaleNone"
  | "facts.sha256"
  | "facts.tags"
  | "assessedBy"
  | "assessedOn"
  | "confidence"
  | "textDue";

type Judged = Pick<CommitmentV1, "otherScales">;
type Dated = Pick<CommitmentV1, "due" | "done" | "timeliness">;
type Fields = Record<string, string | null | undefined>;

const words = (text: string | null | undefined): Fact[] => (text ? [{ words: text }] : []);
/** The sentence, where there is something to say of each of its parts. */
function sentence(key: FactKey, values: Fields): Fact[] {
  const said = Object.values(values).every((value) => value !== null && value !== undefined && value !== "");
  return said ? [{ key, values: values as Record<string, string> }] : [];
}

/** What is judged, on the scales that the reader chose. */
export function scaleFacts({ otherScales }: Judged): Fact[] {
  return otherScales.flatMap(({ scale, value, codebookVersion }) =>
    value
      ? sentence("facts.scale", { scale: scale.text, value: value.text, version: String(codebookVersion) })
      : sentence("facts.scaleNone", { scale: scale.text }),
  );
}

/** The day that the text names, the day on which it was done, and whether that was in time. */
export function dateFacts({ due, done, timeliness }: Dated): Fact[] {
  return [
    ...sentence("textDue", { date: due?.text }),
    ...sentence("facts.done", { value: done?.text }),
    ...(timeliness?.code === "NO_DATE" ? [] : words(timeliness?.text)),
  ];
}

/** What is known of a source beside its kind and its dates. */
export function sourceFacts({ health, tags }: EvidenceV1): Fact[] {
  const named = tags.map(({ text }) => text).join(" · ");
  return [
    ...(health && health.code !== "UNCHECKED" ? words(health.text) : []),
    ...sentence("facts.tags", { value: named }),
  ];
}

/** The latest copy that is kept of a source. */
export function copyFacts({ copy, quoteState }: EvidenceV1): Fact[] {
  return [
    ...words(quoteState?.text),
    ...sentence("facts.copy", { value: copy?.takenAt.text }),
    ...sentence("facts.sha256", { value: copy?.sha256 }),
  ];
}

export function provisionFacts(provision: ProvisionV1): Fact[] {
  const { state, speechAct, verifiability, verifiabilityReason, bearer, addressee, dropReason } = provision;
  const isVerifiable = verifiability.code === "VERIFIABLE";
  return [
    ...(dropReason ? sentence("facts.dropped", { value: dropReason }) : words(state.text)),
    ...words(speechAct.text),
    ...sentence("facts.bearer", { value: bearer }),
    ...sentence("facts.addressee", { value: addressee }),
    ...(isVerifiable || !verifiabilityReason
      ? words(verifiability.text)
      : sentence("facts.notVerifiable", { value: verifiabilityReason })),
    ...dateFacts(provision),
  ];
}

/** By whom and when a provision was judged, and how sure they are. */
export function judgedFacts({ assessment, otherScales }: ProvisionV1): Fact[] {
  if (!assessment) return [];
  const { by, asOf, confidence, codebookVersion } = assessment;
  return [
    ...sentence("confidence", { confidence: confidence.text }),
    ...(by ? sentence("assessedBy", { name: by, date: asOf.text }) : sentence("assessedOn", { date: asOf.text })),
    ...sentence("facts.codebook", { value: String(codebookVersion) }),
    ...scaleFacts({ otherScales }),
  ];
}

export function contributionFacts({ datedOn, by }: ContributionV1): Fact[] {
  return [...words(datedOn?.text), ...(by ? [{ words: by, said: true } as const] : [])];
}
