// How far those agree who judged the same thing blind, over all that was revealed by the day of a summary.
import { measureAgreement } from "@/domain/double-coding";
import type { PastDoubleCoding } from "@/domain/history/past-state";

export type ReportAgreement = { units: number; alike: number; raw: number; alpha: number | null; alphaUnits: number };

/** Of the commitments that the summary is about; null where nothing was judged blind. */
export function agreementOf(
  doubleCodings: readonly PastDoubleCoding[],
  commitmentIds: ReadonlySet<string>,
): ReportAgreement | null {
  const revealed = doubleCodings.flatMap(({ commitmentId, codings: [one, other] }) =>
    commitmentIds.has(commitmentId) && one && other ? [[one, other] as const] : [],
  );
  const { units, alike, raw, alpha, alphaUnits } = measureAgreement(revealed);
  return raw === null
    ? null
    : { units, alike, raw: rounded(raw), alpha: alpha === null ? null : rounded(alpha), alphaUnits };
}

/** To three places, as such measures are published: the same bytes whatever the last digits of a sum are. */
const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
