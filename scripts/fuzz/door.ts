// What a door is to the fuzz program: a place where inputs come in, how one is made up, and what comes of it.

import type fc from "fast-check";
import type { World } from "./world";

/** What came of an input; a failure is what must never happen. */
export type Outcome =
  | { kind: "accepted" }
  | { kind: "refused"; as: string }
  /** What the layer below a door does not let through, as a header that no client can send. */
  | { kind: "unsendable" }
  | { kind: "failed"; why: string };

/** An input as data: it can be printed, and made again from its number. Things of the world stand in it by name, as {{note 3}}. */
export type Door<Asked = unknown> = {
  name: string;
  /** How often, beside the others. */
  weight: number;
  inputs: fc.Arbitrary<Asked>;
  knock: (asked: Asked, world: World) => Promise<Outcome>;
  /** Tables that may be written also when the input is refused or only reads: counts of tries, the last use of a token. */
  mayWrite: readonly string[];
  /** Whether nothing may change even when it is accepted. */
  reads?: (asked: Asked) => boolean;
};

/** A door among others, which no longer says what its inputs are. */
export function asDoor<Asked>(door: Door<Asked>): Door {
  return door as Door;
}
