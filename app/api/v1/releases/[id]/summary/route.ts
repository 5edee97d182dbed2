// A published summary as a file: ?format=…&language=….
import { z } from "zod";
import { choice } from "@/domain/input";
import { reportFormats } from "@/domain/report";
import { defaultLocale, locales } from "@/i18n/locales";
import { exportReleaseAtOnce } from "@/server/exports";
import { downloadOf } from "../../../_http/download";
import { endpoint, parseQuery } from "../../../_http/endpoint";

const releaseQuery = z.object({
  format: choice(reportFormats),
  language: choice(locales).default(defaultLocale),
});

export const GET = endpoint<{ id: string }>(async (actor, request, { id }) => {
  const { format, language } = parseQuery(releaseQuery, request);
  return downloadOf(await exportReleaseAtOnce(actor, { releaseId: id, locale: language }, format));
});
