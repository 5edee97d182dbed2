// What may be kept as a copy. Forms in the browser read it, so nothing heavy stands here.

/** Of one copy, in bytes. */
export const mostCopied = 20 * 1024 * 1024;

/** Pictures that a browser shows without running anything that may stand in them; SVG is not among them. */
export const pictureTypes = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"] as const;
