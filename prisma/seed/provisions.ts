// Our reading of the eight commitments as provisions: a proposal, each tied to the words of the text that carry it.
import type { SeedProvisionsInput } from "@/domain/provision";
import { communiqueSlug } from "./communique";
import { fiveToEight } from "./provisions-five-to-eight";
import { oneToFour } from "./provisions-one-to-four";

/** As the use case takes them. */
export function communiqueProvisions(): SeedProvisionsInput {
  const commitments = [...oneToFour, ...fiveToEight].map((provisions, index) => ({ number: index + 1, provisions }));
  return { documentSlug: communiqueSlug, language: "ar", commitments };
}
