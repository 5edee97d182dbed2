// From a host to the addresses that a socket may connect to, all of them checked before anything connects.
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { FetchFailure } from "./failure";
import { isPublicAddress } from "./public-address";
import { hostOf, isAllowedInside } from "./web-address";

export type HostAddress = { address: string; family: number };
/** Asks DNS for all addresses of a name. */
export type Resolver = (host: string) => Promise<HostAddress[]>;

const systemResolver: Resolver = (host) => lookup(host, { all: true });

/**
 * All addresses of the URL's host. One that is not public refuses the host as a whole (`not_public`), for an honest
 * site has none. Whoever connects must use these and not ask again: the second answer could be another.
 */
export async function checkedAddresses(url: URL, resolve: Resolver = systemResolver): Promise<HostAddress[]> {
  const host = hostOf(url);
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await answersOf(host, resolve);
  if (!isAllowedInside(url) && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new FetchFailure("not_public");
  }
  return addresses;
}

async function answersOf(host: string, resolve: Resolver): Promise<HostAddress[]> {
  const answers = await resolve(host).catch((cause: unknown) => {
    throw new FetchFailure("dns", { cause });
  });
  if (answers.length === 0) throw new FetchFailure("dns");
  return answers;
}
