// What a site asks of robots (RFC 9309), read by the rules of the fetcher and remembered for a while.
import robotsParser from "robots-parser";
import { robotName } from "./request-once";

/** Takes the text of a site's robots.txt, or null where there is none that binds. */
export type RobotsReader = (address: string) => Promise<string | null>;
type Remembered = { until: number; rules: string | null };

const remembered = new Map<string, Remembered>();
const memory = 10 * 60 * 1000;
const mostRemembered = 500;

/** Whether the site lets our robot read `url`; what the reader throws is thrown. */
export async function robotsAllow(url: URL, read: RobotsReader): Promise<boolean> {
  const address = new URL("/robots.txt", url).href;
  const rules = await rulesAt(address, read);
  return rules === null || (robotsParser(address, rules).isAllowed(url.href, robotName) ?? true);
}

async function rulesAt(address: string, read: RobotsReader): Promise<string | null> {
  const known = remembered.get(address);
  if (known && known.until > Date.now()) return known.rules;
  const rules = await read(address);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(address, { until: Date.now() + memory, rules });
  return rules;
}
