// One-time links: the person holds the token, the database only its hash.
import { createHash, randomBytes } from "node:crypto";

/** A new token of 256 bits, for an address, and the hash to keep. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

/** The hash by which a token is found again. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
