// The summary of a document as a file: ?format=xlsx or csv, ?language=ar, en or fr.
import { z } from "zod";
import { choice } from "@/domain/input";
import { defaultLocale, locales } from "@/i18n/locales";
import { writeCsv } from "@/server/export-formats/csv";
import { getReport, type Report } from "@/server/export-formats/report";
import { writeWorkbook } from "@/server/export-formats/xlsx";
import { downloadOf } from "../../../_http/download";
import { endpoint, parseQuery } from "../../../_http/endpoint";

const summaryQuery = z.object({ format: choice(["xlsx", "csv"]), language: choice(locales).default(defaultLocale) });

const formats = {
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: writeWorkbook,
  },
  csv: { mediaType: "text/csv; charset=utf-8; header=present", write: (report: Report) => writeCsv(report) },
};

export const GET = endpoint<{ slug: string }>(async (actor, request, { slug }) => {
  const { format, language } = parseQuery(summaryQuery, request);
  const report = await getReport(actor, { documentSlug: slug, locale: language });
  const { mediaType, write } = formats[format];
  return downloadOf({
    bytes: await write(report),
    mediaType,
    name: `${report.title} ${report.asOf.iso}.${format}`,
    plainName: `${report.document.slug}-${report.asOf.iso}-${language}.${format}`,
  });
});
