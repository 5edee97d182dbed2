// The addresses of a summary: the choices in them are the same for the page, the print view and every file.
import { type ReportChoices, type ReportFormat, reportFormats } from "@/domain/report";
import type { Locale } from "@/i18n/locales";

export type ReportAddress = { slug: string; language: Locale; choices: ReportChoices };

/** The choices by name, as an address or a form has them; what has its usual value is left out. */
export function valuesOf({ language, choices }: Omit<ReportAddress, "slug">): Record<string, string> {
  const { asOf, comparedWith, sections, commitments, notes, unreviewed, scales } = choices;
  return {
    language,
    sections: sections.join(","),
    ...(asOf && { asOf }),
    ...(comparedWith && { comparedWith }),
    ...(commitments && { commitments: commitments.join(",") }),
    ...(notes === "without" && { notes }),
    ...(unreviewed === "with" && { unreviewed }),
    ...(scales.length > 0 && { scales: scales.join(",") }),
  };
}

/** Where the file of each format is. */
export function summaryAddresses(address: ReportAddress): Record<ReportFormat, string> {
  return addressesUnder(`/api/v1/documents/${address.slug}/summary`, valuesOf(address));
}

/** Where the file of each format of a release is. */
export function releaseAddresses(releaseId: string, language: Locale): Record<ReportFormat, string> {
  return addressesUnder(`/api/v1/releases/${releaseId}/summary`, { language });
}

function addressesUnder(path: string, values: Record<string, string>): Record<ReportFormat, string> {
  const addresses = reportFormats.map((format) => [format, `${path}?${new URLSearchParams({ format, ...values })}`]);
  return Object.fromEntries(addresses) as Record<ReportFormat, string>;
}
