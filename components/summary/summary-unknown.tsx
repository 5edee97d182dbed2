// What a summary cannot say: commitments that nobody assessed or for which nothing was found.
import { getTranslations } from "next-intl/server";
import type { Report } from "@/server/export-formats/report";

export async function SummaryUnknown({ report }: { report: Report }) {
  const t = await getTranslations({ locale: report.language, namespace: "summary" });
  return (
    <section className="space-y-2">
      <h2 className="font-semibold text-lg">{t("unknown.title")}</h2>
      {report.unknown.length === 0 ? (
        <p className="text-muted">{t("unknown.nothing")}</p>
      ) : (
        <ul className="space-y-1">
          {report.unknown.map(({ number, reason }) => (
            <li key={`${number} ${reason.code}`} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2">
              <bdi className="font-naskh">{number}</bdi>
              <span>{reason.text}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
