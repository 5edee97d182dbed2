// Which addresses of the internet are open to everybody: nothing of the inside, nothing that leads there by a detour.
import ipaddr from "ipaddr.js";

/**
 * Whether an IP address (as DNS or a URL gives it) is a public one. Everything that the special-purpose registries of
 * IANA (RFC 6890 and its successors) keep apart is not, and neither is an IPv6 address that carries an IPv4 address.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || text.includes("%")) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address.kind() === "ipv4" ? isFourPartDecimal(text) : address.match(globalUnicast);
}

/** All of IPv6 that has been given out for the public internet (RFC 4291 §2.4); "::a.b.c.d" and 64:ff9b:: lie outside. */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/** The library also reads octal and short forms, which systems read differently. */
function isFourPartDecimal(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text);
}
