// What a place for files has to do.

/** It knows files by key and does not look into them. */
export type FileStore = {
  /** Keeps all of it or nothing; the same again mends one that was damaged. */
  put: (key: string, bytes: Uint8Array, sha256: string) => Promise<void>;
  /** Null where there is none. */
  get: (key: string) => Promise<Uint8Array | null>;
};
