// The library for programs: ?q=…&health=…, a page at a time as JSON, or all of it as CSV in the words of a language.
import { evidenceQuery } from "@/domain/evidence-list";
import { choice } from "@/domain/input";
import { defaultLocale, locales } from "@/i18n/locales";
import { listLibrary } from "@/server/evidence-library";
import { exportLibrary } from "@/server/export-formats/evidence-csv";
import { downloadOf } from "../_http/download";
import { endpoint, parseQuery } from "../_http/endpoint";

const query = evidenceQuery.extend({
  format: choice(["json", "csv"]).default("json"),
  /** Of the words in the file; `language` is the sources' own. */
  locale: choice(locales).default(defaultLocale),
});

export const GET = endpoint(async (actor, request) => {
  const { format, locale, ...filters } = parseQuery(query, request);
  if (format === "csv") return downloadOf(await exportLibrary(actor, filters, locale));
  const { sources, total, found, page, pages } = await listLibrary(actor, filters);
  return Response.json({ total, found, page, pages, items: sources }, { headers: { "cache-control": "no-store" } });
});
