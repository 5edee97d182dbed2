// What the fuzz program says at its end: how often each kind of door refused with what, and how to see a failure again.

import { tableOf } from "@/scripts/bench/table";
import type { Asked, Failure, Found } from "./at-every-door";

/** The table, and each failure with the words that try its input alone. */
export function summaryOf({ doors, failures, tried, memory, seconds }: Found, { seed, door }: Asked): string {
  const rows = [...doors]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, said]) => {
      const count = (what: string) => said.get(what) ?? 0;
      const total = [...said.values()].reduce((sum, each) => sum + each, 0);
      const refusals = [...said].filter(([what]) => !["accepted", "unsendable", "failed"].includes(what));
      const kinds = refusals
        .sort()
        .map(([what, times]) => `${what} ${times}`)
        .join(", ");
      return [
        name,
        String(total),
        String(count("accepted")),
        String(total - count("accepted") - count("failed")),
        String(count("failed")),
        kinds,
      ];
    });
  const again = ({ number }: Failure) =>
    `npm run fuzz -- --seed ${seed} --only ${number}${door === undefined ? "" : ` --door ${JSON.stringify(door)}`}`;
  return [
    tableOf(["door", "inputs", "accepted", "refused", "failed", "refusals by kind"], rows),
    ...failures.map((failure) => `\n✗ ${failure.door}: ${failure.why.split("\n")[0]}\n  ${again(failure)}`),
    `\nseed ${seed}: ${tried} inputs at ${doors.size} doors in ${Math.round(seconds)} s, at most ${Math.round(memory / 2 ** 20)} MB; ${failures.length} failed`,
  ].join("\n");
}
