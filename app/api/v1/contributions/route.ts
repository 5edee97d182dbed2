// What the parties did for the commitments of a document, as a file: ?format=…&language=…, with the filters of the matrix.
import { choice } from "@/domain/input";
import { contributionExport } from "@/domain/party";
import { defaultLocale, locales } from "@/i18n/locales";
import { exportContributions } from "@/server/export-formats/contributions";
import { downloadOf } from "../_http/download";
import { endpoint, parseQuery } from "../_http/endpoint";

const query = contributionExport.extend({ language: choice(locales).default(defaultLocale) });

export const GET = endpoint(async (actor, request) => {
  const { format, table, language, ...filters } = parseQuery(query, request);
  return downloadOf(await exportContributions(actor, { filters, format, table, locale: language }));
});
