// Lets the doors be opened in plain Node: what only Next.js can resolve is put in its place before a door is imported.
import { register } from "node:module";

const here = new URL(".", import.meta.url).href;
const places = {
  "server-only": "data:text/javascript,",
  "next/headers": `${here}next-headers.ts`,
  "next/headers.js": `${here}next-headers.ts`,
  "next/cache": `${here}next-cache.ts`,
};
const hooks = `
const places = ${JSON.stringify(places)};
export async function resolve(specifier, context, next) {
  if (Object.hasOwn(places, specifier)) return next(places[specifier], context);
  return next(/^next\\/[a-z-]+$/.test(specifier) ? specifier + ".js" : specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
