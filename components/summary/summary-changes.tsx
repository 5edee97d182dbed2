// What moved since an earlier date: from what to what, which way, and on what evidence.
import { getTranslations } from "next-intl/server";
import { Code } from "@/components/ui/bidi";
import type { Report } from "@/server/export-formats/report";
import { MovementMark } from "./movement-mark";
import { dateTag, textTag } from "./tags";

export async function SummaryChanges({ report }: { report: Report }) {
  const t = await getTranslations({ locale: report.language, namespace: "summary" });
  if (!report.comparedWith) return null;
  return (
    <section className="space-y-2">
      <h2 className="font-semibold text-lg">{t.rich("changes.title", { date: dateTag(report.comparedWith) })}</h2>
      {report.changes.length === 0 && <p className="text-muted">{t("changes.none")}</p>}
      <ul className="divide-y divide-rule">
        {report.changes.map(({ number, movement, movementText, from, to, evidence }) => (
          <li key={number} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2 py-2">
            <bdi className="font-naskh text-xl leading-tight">{number}</bdi>
            <div className="grid gap-0.5">
              <p className="flex flex-wrap items-center gap-x-2">
                <MovementMark movement={movement} text={movementText} />
                <span>{t.rich("changes.fromTo", { from: textTag(from.text), to: textTag(to.text) })}</span>
              </p>
              {evidence.map(({ title, address }) => (
                <p key={address} className="text-sm">
                  <bdi>{title}</bdi>{" "}
                  <a href={address} rel="noopener noreferrer nofollow" className="link">
                    <Code className="wrap-anywhere">{address}</Code>
                  </a>
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
