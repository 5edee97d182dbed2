// Which addresses may be fetched, judged by how they are written; what they lead to is judged after DNS has answered.
import { isIP } from "node:net";
import { env } from "@/env";
import { FetchFailure } from "./failure";

/**
 * The address as a URL of the web without its fragment. Refuses with `bad_address` what is not http or https, carries
 * credentials, or goes to a port of another service (the list of https://fetch.spec.whatwg.org/#port-blocking), and
 * with `not_public` a name that belongs to the inside.
 */
export function webAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new FetchFailure("bad_address");
  const url = new URL(address, base);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  if (!isWeb || url.username || url.password || blockedPorts.has(url.port)) throw new FetchFailure("bad_address");
  url.hash = "";
  if (!isAllowedInside(url) && isInsideName(url.hostname)) throw new FetchFailure("not_public");
  return url;
}

/** Whether the operator lets the fetcher go there although it is inside (`FETCHABLE_HOSTS`). */
export function isAllowedInside({ hostname, port, protocol }: URL): boolean {
  const allowed = env().FETCHABLE_HOSTS;
  return allowed.includes(hostname) || allowed.includes(`${hostname}:${port || (protocol === "https:" ? 443 : 80)}`);
}

/** The host as DNS and sockets want it: an IPv6 address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** A name without a dot is one of the local network; the others are reserved for it (RFC 6761, 6762, 8375, ICANN's .internal). */
function isInsideName(hostname: string): boolean {
  const name = hostname.replace(/\.+$/, "");
  if (hostname.startsWith("[") || isIP(name)) return false;
  return (
    !name.includes(".") ||
    /\.(localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|onion)$/.test(name)
  );
}

const blockedPorts = new Set(
  (
    "0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 " +
    "137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 " +
    "1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080"
  ).split(" "),
);
