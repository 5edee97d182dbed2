// Which threads of a document are shown, as the address of its page says.
import { z } from "zod";
import { motivations } from "./annotation-terms";
import { inAddress } from "./input";

const id = z.string().min(1).max(64);

export const threadConcerns = ["MINE", "MENTIONING", "ASSIGNED"] as const;
export const threadStates = ["OPEN", "RESOLVED"] as const;
export const threadKinds = motivations.filter((motivation) => motivation !== "REPLYING");

export const threadFilter = z.object({
  /** Who began it or answered in it. */
  person: inAddress(id),
  tag: inAddress(id),
  kind: inAddress(z.enum(threadKinds)),
  state: inAddress(z.enum(threadStates)),
  /** What it has to do with the reader. */
  concern: inAddress(z.enum(threadConcerns)),
});
export type ThreadFilter = z.output<typeof threadFilter>;

export const isFiltered = (filter: ThreadFilter) => Object.values(filter).some(Boolean);
