// Asks for the two faces in which every Arabic page is set before the browser has read the style sheet that names them.
import { preload } from "react-dom";
import type { Locale } from "@/i18n/locales";

// The bundler turns these into the very addresses that the style sheet has.
const plain = new URL(
  "../../node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2",
  import.meta.url,
);
const strong = new URL(
  "../../node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2",
  import.meta.url,
);

export function preloadFaces(locale: Locale): void {
  if (locale !== "ar") return;
  for (const face of [plain, strong])
    preload(String(face), { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
