// How much the fetcher takes of a stranger's server before it hangs up.

/** Times in milliseconds, sizes in bytes; tests ask for smaller ones. */
export type FetchLimits = {
  /** All of it, redirects included; waiting for one's turn at a busy host is not counted. */
  wholeTime: number;
  timeToHeaders: number;
  /** Between two pieces of the body. */
  idleTime: number;
  /** Of the body, both as it came and unpacked. */
  bytes: number;
  headerBytes: number;
  redirects: number;
};

export const usualLimits: FetchLimits = {
  wholeTime: 30_000,
  timeToHeaders: 15_000,
  idleTime: 10_000,
  bytes: 20 * 1024 * 1024,
  headerBytes: 32 * 1024,
  redirects: 10,
};

/** Requests at the same time to one host, from one process. */
export const requestsPerHost = 2;
