// The summary of a document as a file: ?format=…&language=…, and whatever else a reader may choose of it.
import { choice } from "@/domain/input";
import { reportChoices, reportFormats } from "@/domain/report";
import { defaultLocale, locales } from "@/i18n/locales";
import { exportAtOnce } from "@/server/exports";
import { downloadOf } from "../../../_http/download";
import { endpoint, parseQuery } from "../../../_http/endpoint";

const summaryQuery = reportChoices.safeExtend({
  format: choice(reportFormats),
  language: choice(locales).default(defaultLocale),
});

export const GET = endpoint<{ slug: string }>(async (actor, request, { slug }) => {
  const { format, language, ...choices } = parseQuery(summaryQuery, request);
  return downloadOf(await exportAtOnce(actor, { documentSlug: slug, locale: language, choices }, format));
});
