// The six ways to say no to something that a person or a program can cause.

const refusalCodes = ["unauthenticated", "forbidden", "not_found", "invalid", "conflict", "rate_limited"] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What goes with a refusal: message keys by field (never sentences), and what stands now after a conflict. */
export type RefusalDetail = {
  fields?: Record<string, string>;
  reason?: string;
  current?: unknown;
  retryAfterSeconds?: number;
};

/** Thrown by use cases; every door turns it into its own way to say no. Anything else thrown is a bug. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly code: RefusalCode,
    readonly detail: RefusalDetail = {},
  ) {
    super(detail.reason ? `${code}: ${detail.reason}` : code);
  }
}

/** Refuses with `invalid` at one field; `key` is a message key in the namespace `refusals`. */
export function invalidField(field: string, key: string): Refusal {
  return new Refusal("invalid", { fields: { [field]: key } });
}
