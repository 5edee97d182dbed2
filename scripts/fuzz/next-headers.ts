// Stands in for next/headers where doors are knocked at in this process: the headers are those that the fuzz program says.

let current = new Headers();

/** From here on, requests come with these headers. */
export function sendHeaders(headers: Headers): void {
  current = headers;
}

export async function headers(): Promise<Headers> {
  return current;
}

/** What a door writes into the browser is of no use to the fuzz program. */
export async function cookies() {
  return { set: () => {}, delete: () => {}, get: () => undefined, getAll: () => [] };
}
