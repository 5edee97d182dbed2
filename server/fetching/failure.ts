// What the fetcher and the keeping of a page throw when it is the page's fault, with the reason that people read.
import type { FetchFailureReason } from "@/domain/fetch-failure";

export class FetchFailure extends Error {
  override readonly name = "FetchFailure";

  constructor(
    readonly reason: FetchFailureReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}
