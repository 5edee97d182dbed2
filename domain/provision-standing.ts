// What a commitment's own status says beside those of its provisions: set side by side, never made into one value.
import { type Completion, completions, type Status } from "./scales";

/**
 * Whether the commitment is judged higher than what was said of its provisions: above every one that was assessed, or
 * complete while one of them is not. Null and NO_EVIDENCE of the commitment are above nothing. Ours.
 */
export function isAboveItsProvisions(own: Status, provisions: readonly Status[]): boolean {
  const assessed = provisions.filter((status) => status !== null);
  if (own === null || own === "NO_EVIDENCE" || assessed.length === 0) return false;
  if (own === "COMPLETE") return assessed.some((status) => status !== "COMPLETE");
  return assessed.every((status) => rankOf(status) < rankOf(own));
}

const rankOf = (completion: Completion) => completions.indexOf(completion);
