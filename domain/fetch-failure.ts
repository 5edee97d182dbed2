// The ways in which a page of the web cannot be had or kept, as keys of the messages `captures.reasons`.

export const fetchFailureReasons = [
  "bad_address",
  "bad_redirect",
  "bad_response",
  "dns",
  "headers_too_large",
  "no_connection",
  "not_public",
  "redirect_loop",
  "robots",
  "stopped",
  "timeout",
  "tls",
  "too_large",
  "too_many_redirects",
  "unreadable",
  "unsupported_encoding",
  "unsupported_type",
] as const;
export type FetchFailureReason = (typeof fetchFailureReasons)[number];
