// Tells an outage from a bug: what failed because the database or the disk is away, full or just coming back, will work later.

/** Prisma: not reached, timed out, closed, no connection free, a transaction that could not begin or took too long. */
const prismaCodes = ["P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028", "P2037"];
/** Its adapter's words for the same, and the system's for what has no connection, no space or no disk. */
const names = [
  ...["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TlsConnectionError", "TooManyConnections"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOSPC", "EDQUOT", "EIO", "EROFS"],
];
/** PostgreSQL: connection exception, insufficient resources, shutting down or starting up, system error. */
const sqlState = /^(08|53|57P|58)[0-9A-Z]+$/;
/** The driver says these in words alone. */
const driverWords =
  /^(Connection terminated|Query read timeout|timeout e(xceeded|xpired)|Client has encountered a connection error|Client was closed)|^connect ENOENT/;

/** Whether doing the same again later may help, since nothing is wrong with what was asked. */
export function isOutage(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, kind, originalCode, message, cause, meta } = error as Record<string, unknown>;
  const codes = [code, kind, originalCode].filter((each) => typeof each === "string");
  if (codes.some((each) => prismaCodes.includes(each) || names.includes(each) || sqlState.test(each))) return true;
  if (typeof message === "string" && driverWords.test(message)) return true;
  const adapterError = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return isOutage(cause, depth + 1) || isOutage(adapterError, depth + 1);
}
