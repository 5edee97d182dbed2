// A file as an answer, with a name that every browser keeps.

export type Download = {
  bytes: Uint8Array;
  mediaType: string;
  /** The name as people read it, and one of ASCII letters for programs that know no other. */
  name: string;
  plainName: string;
};

/** The answer that a browser saves under the file's name (RFC 6266, RFC 8187). */
export function downloadOf({ bytes, mediaType, name, plainName }: Download): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": mediaType,
      "content-length": String(bytes.byteLength),
      "content-disposition": `attachment; filename="${plainName}"; filename*=UTF-8''${encoded(name)}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** encodeURIComponent leaves four characters that RFC 8187 does not allow. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
