import { expect, test } from "vitest";
import { isAboveItsProvisions } from "@/domain/provision-standing";
import type { Status } from "@/domain/scales";

const cases: [own: Status, provisions: Status[], above: boolean][] = [
  ["COMPLETE", ["COMPLETE", "COMPLETE", null], false],
  ["COMPLETE", ["COMPLETE", "SUBSTANTIAL"], true],
  ["COMPLETE", ["COMPLETE", "NO_EVIDENCE"], true],
  ["SUBSTANTIAL", ["COMPLETE", "NOT_STARTED"], false],
  ["SUBSTANTIAL", ["LIMITED", "NOT_STARTED", null], true],
  ["LIMITED", ["NO_EVIDENCE"], true],
  ["NOT_STARTED", ["NOT_STARTED"], false],
  ["NO_EVIDENCE", ["NOT_STARTED"], false],
  [null, ["NOT_STARTED"], false],
  ["COMPLETE", [null, null], false],
];

test.each(cases)("%s over %o is above them: %s", (own, provisions, above) => {
  expect(isAboveItsProvisions(own, provisions)).toBe(above);
});
