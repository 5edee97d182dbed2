// Which addresses are open to everybody: none of the inside, in no way of writing it.
import { BlockList, isIPv4 } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublicAddress } from "@/server/fetching/public-address";
import { checkedAddresses } from "@/server/fetching/resolve-host";
import { webAddress } from "@/server/fetching/web-address";

/** What IANA's registry of special IPv4 addresses keeps apart, and what is multicast or reserved; told once more, by another library. */
const special = new BlockList();
for (const range of (
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 " +
  "192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
).split(" ")) {
  const [net = "", bits] = range.split("/");
  special.addSubnet(net, Number(bits));
}

const anyIpv4 = fc.ipV4();
/** Addresses near the special ones, which chance alone would seldom hit. */
const insideIpv4 = fc
  .tuple(
    fc.constantFrom(
      "0",
      "10",
      "100.64",
      "127",
      "169.254",
      "172.16",
      "172.31",
      "192.0.0",
      "192.168",
      "198.18",
      "198.19",
      "224",
      "255",
    ),
    fc.ipV4(),
  )
  .map(([start, rest]) => [...start.split("."), ...rest.split(".")].slice(0, 4).join("."));

function number(ipv4: string): number {
  return ipv4.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

const hex = (value: number) => value.toString(16);

test("an IPv4 address is public exactly where no registry keeps it apart", () => {
  fc.assert(
    fc.property(fc.oneof(anyIpv4, insideIpv4), (address) => {
      expect(isPublicAddress(address)).toBe(!special.check(address));
    }),
    { numRuns: 2_000 },
  );
});

test("an IPv6 address that carries an IPv4 address is never public, whichever it carries", () => {
  const carriers = [
    (high: string, low: string) => `::ffff:${high}:${low}`,
    (high: string, low: string) => `::${high}:${low}`,
    (high: string, low: string) => `::ffff:0:${high}:${low}`,
    (high: string, low: string) => `64:ff9b::${high}:${low}`,
    (high: string, low: string) => `64:ff9b:1::${high}:${low}`,
    (high: string, low: string) => `2002:${high}:${low}::1`,
    (high: string, low: string) => `2001:0:${high}:${low}::1`,
    (high: string, low: string) => `fe80::${high}:${low}`,
  ];
  fc.assert(
    fc.property(anyIpv4, fc.constantFrom(...carriers), (ipv4, carried) => {
      expect(isPublicAddress(carried(hex(number(ipv4) >>> 16), hex(number(ipv4) & 0xffff)))).toBe(false);
    }),
  );
});

test("outside of 2000::/3 no IPv6 address is public", () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const first = Number.parseInt(address.split(":")[0] || "0", 16);
      if (first >> 13 !== 1) expect(isPublicAddress(address)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test.each(["2001:4860:4860::8888", "2606:4700::1111", "8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1"])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  "",
  "localhost",
  "127.1",
  "0x8.8.8.8",
  "010.8.8.8",
  "8.8.8",
  "134744072",
  "8.8.8.8%lo",
  "2606:4700::1111%eth0",
  "[2606:4700::1111]",
  "8.8.8.8 ",
])("%s is no address that may be connected to", (text) => {
  expect(isPublicAddress(text)).toBe(false);
});

test("an inside address is refused in decimal, octal, hexadecimal and short forms", async () => {
  const radix = fc.constantFrom(
    (part: number) => String(part),
    (part: number) => `0x${hex(part)}`,
    (part: number) => `0${part.toString(8)}`,
  );
  const written = fc.tuple(insideIpv4, radix, radix, fc.constantFrom(1, 2, 3, 4), fc.constantFrom("", "."));
  await fc.assert(
    fc.asyncProperty(written, async ([ipv4, first, last, parts, end]) => {
      const all = ipv4.split(".").map(Number);
      const head = all.slice(0, parts - 1).map(first);
      const tail = all.slice(parts - 1).reduce((sum, part) => sum * 256 + part, 0);
      const refused = await refusalOf(`http://${[...head, last(tail)].join(".")}${end}/`);
      expect(refused).toBe("not_public");
    }),
  );
});

test("no host whatever leads to an address that is not public", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.webUrl(),
        fc.ipV4().map((host) => `http://${host}`),
        fc.ipV6().map((host) => `http://[${host}]`),
        fc.ipV4(),
        fc.string(),
      ),
      async (address) => {
        const url = urlOf(address);
        if (!url) return;
        const found = await checkedAddresses(url, async () => [{ address: "93.184.215.14", family: 4 }]).catch(
          () => [],
        );
        for (const each of found)
          expect(isIPv4(each.address) ? special.check(each.address) : !isPublicAddress(each.address)).toBe(false);
      },
    ),
  );
});

function urlOf(address: string): URL | null {
  try {
    return webAddress(address);
  } catch {
    return null;
  }
}

async function refusalOf(address: string): Promise<string> {
  try {
    await checkedAddresses(webAddress(address));
    return "not refused";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
