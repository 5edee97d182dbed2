// Somebody who is not signed in yet.
import { env } from "@/env";

/** The address counts only when a proxy that the operator trusts names it; headers carry the browser's name for the session list. */
export type Visitor = { address: string | null; headers: Headers };

/** Where a request came from, as far as it can be trusted. */
export function addressOf(sent: Headers): string | null {
  const trusted = env().TRUSTED_PROXY_HEADER;
  return trusted ? (sent.get(trusted)?.split(",").at(-1)?.trim() ?? null) : null;
}
