// The formats of a summary: what each is called, and who writes it.
import type { ReportFormat } from "@/domain/report";
import type { Actor } from "../auth/actor";
import type { PdfOptions } from "./pdf";
import { getReport, type Report, type ReportRequest } from "./report";

type Format = {
  mediaType: string;
  extension: string;
  write: (report: Report, options: WriteOptions) => Promise<Uint8Array>;
};
/** Only what takes long in a process of its own can be given up half way. */
export type WriteOptions = PdfOptions;

/** Each writer is loaded only when its format is asked for: some bring megabytes with them. */
export const formats: Record<ReportFormat, Format> = {
  pdf: {
    mediaType: "application/pdf",
    extension: "pdf",
    write: async (report, options) => (await import("./pdf")).writePdf(report, options),
  },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
    write: async (report) => (await import("./docx")).writeDocx(report),
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    write: async (report) => (await import("./xlsx")).writeWorkbook(report),
  },
  csv: {
    mediaType: "text/csv; charset=utf-8; header=present",
    extension: "csv",
    write: async (report) => (await import("./csv")).writeCsv(report),
  },
  "csv-tables": {
    mediaType: "application/zip",
    extension: "zip",
    write: async (report) => (await import("./csv-tables")).writeCsvTables(report),
  },
  markdown: {
    mediaType: "text/markdown; charset=utf-8",
    extension: "md",
    write: async (report) => (await import("./markdown")).writeMarkdown(report),
  },
  json: {
    mediaType: "application/json",
    extension: "json",
    write: async (report) => (await import("./json")).writeJson(report),
  },
};

/** A file with the name that people read, and one of ASCII letters for programs that know no other. */
export type ExportedFile = { bytes: Uint8Array; mediaType: string; name: string; plainName: string };

/**
 * The summary as a file.
 * Refuses: not_found, forbidden, invalid (asOf in the future, comparedWith not before asOf, commitments that there are not).
 */
export async function exportReport(
  actor: Actor,
  request: ReportRequest,
  format: ReportFormat,
  { onRead, ...options }: WriteOptions & { onRead?: () => Promise<unknown> } = {},
): Promise<ExportedFile> {
  const report = await getReport(actor, request);
  await onRead?.();
  return writeReport(report, format, options);
}

/** The file of a report that has been read already. */
export async function writeReport(
  report: Report,
  format: ReportFormat,
  options: WriteOptions = {},
): Promise<ExportedFile> {
  const { mediaType, extension, write } = formats[format];
  return {
    bytes: await write(report, options),
    mediaType,
    name: `${report.title} ${report.asOf.iso}.${extension}`,
    plainName: `${report.document.slug}-${report.asOf.iso}-${report.language}.${extension}`,
  };
}
