// From whatever Node threw on the way to the reason that people read.
import { FetchFailure } from "./failure";

/** The failure that stands behind `error`; an aborted `signal` says whether time was up or somebody stopped it. */
export function failureOf(error: unknown, signal: AbortSignal): FetchFailure {
  if (error instanceof FetchFailure) return error;
  if (signal.aborted) return new FetchFailure(isTimeout(signal.reason) ? "timeout" : "stopped", { cause: error });
  return new FetchFailure(reasonOf(codeOf(error)), { cause: error });
}

function reasonOf(code: string) {
  if (code === "HPE_HEADER_OVERFLOW") return "headers_too_large";
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM|ENETDOWN|EHOSTDOWN)$/.test(code)) {
    return "no_connection";
  }
  if (code === "ETIMEDOUT" || code === "ERR_SOCKET_CONNECTION_TIMEOUT") return "timeout";
  // OpenSSL names the fault of a certificate in capitals of its own, such as DEPTH_ZERO_SELF_SIGNED_CERT.
  if (
    /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_|ERROR_IN_CERT|EPROTO)/.test(
      code,
    )
  ) {
    return "tls";
  }
  return "bad_response";
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "TimeoutError";
}

/** Several addresses that all refused come as one AggregateError. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
