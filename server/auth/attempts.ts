// Limits how often somebody may try a password or a link, counted in the database for all processes together.
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/domain/refusal";
import { database } from "../database";

/** Ten tries per account and a hundred per address in a quarter of an hour. */
const limits = { account: 10, address: 100 } as const;
const windowSeconds = 15 * 60;

function limiter(kind: keyof typeof limits) {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "attemptCount",
    keyPrefix: kind,
    points: limits[kind],
    duration: windowSeconds,
    clearExpiredByTimeout: false,
  });
}

/** Counts a try before it is checked, so that parallel tries are counted too. Refuses: rate_limited (detail.retryAfterSeconds). */
export async function countAttempt(account: string, address: string | null): Promise<void> {
  if (address) await countIn("address", address);
  await countIn("account", account);
}

/** Counts a token that is none, by the address alone: tokens cannot be guessed one after the other, but asking costs. Refuses: rate_limited. */
export async function countBadToken(address: string | null): Promise<void> {
  if (address) await countIn("address", address);
}

/** Forgets an account's tries after a right password. */
export async function forgetAttempts(account: string): Promise<void> {
  await limiter("account").delete(account);
}

async function countIn(kind: keyof typeof limits, key: string): Promise<void> {
  try {
    await limiter(kind).consume(key);
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    throw new Refusal("rate_limited", { retryAfterSeconds: Math.ceil(result.msBeforeNext / 1000) });
  }
}
