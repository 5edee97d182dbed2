// Limits how often somebody may try a password or a link, counted in the database for all processes together.
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/domain/refusal";
import { database } from "../database";

/** Ten tries per account and a hundred per address in a quarter of an hour. */
const limits = { account: 10, address: 100 } as const;
const windowSeconds = 15 * 60;

function limiter(keyPrefix: string, points: number, duration = windowSeconds) {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "attemptCount",
    keyPrefix,
    points,
    duration,
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
  await limiter("account", limits.account).delete(account);
}

/** Whether a person's code comes for the first time: it is right for a minute and a half, and good once (RFC 6238, 5.2). */
export async function isFreshCode(userId: string, code: string): Promise<boolean> {
  try {
    await limiter("code", 1, 90).consume(`${userId}:${code}`);
    return true;
  } catch (result) {
    if (result instanceof RateLimiterRes) return false;
    throw result;
  }
}

async function countIn(kind: keyof typeof limits, key: string): Promise<void> {
  try {
    await limiter(kind, limits[kind]).consume(key);
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    throw new Refusal("rate_limited", { retryAfterSeconds: Math.ceil(result.msBeforeNext / 1000) });
  }
}
