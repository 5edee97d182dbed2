"use client";
// What became, or would become, of each annotation of a file.
import { useTranslations } from "next-intl";
import type { ImportLine } from "@/server/annotation-import";
import { Badge, type Tone } from "../ui/badge";
import { Code, Num } from "../ui/bidi";
import { Notice } from "../ui/notice";

const tones: Record<ImportLine["outcome"], Tone> = {
  PLACED: "success",
  REPLY: "success",
  ORPHAN: "warning",
  KNOWN: "neutral",
  NO_PARENT: "danger",
  UNREADABLE: "danger",
};

export function ImportReport({ lines, isDone }: { lines: readonly ImportLine[]; isDone: boolean }) {
  const t = useTranslations("exchange.report");
  const outcomes = Object.keys(tones) as ImportLine["outcome"][];
  const counts = outcomes
    .map((outcome) => ({ outcome, count: lines.filter((line) => line.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className="grid gap-3">
      <Notice live tone={isDone ? "success" : "info"} title={t(isDone ? "done" : "preview")}>
        <ul>
          {counts.map(({ outcome, count }) => (
            <li key={outcome}>{t(`counts.${outcome}`, { count })}</li>
          ))}
        </ul>
      </Notice>
      <ol className="divide-y divide-rule border-rule border-b">
        {lines.map((line) => (
          <li key={line.number} className="grid gap-1 py-2">
            <p className="flex flex-wrap items-center gap-2">
              <Num value={line.number} className="text-faint" />
              <Badge tone={tones[line.outcome]}>{t(`outcomes.${line.outcome}`)}</Badge>
              {[...new Set(line.methods)].map(
                (method) => method && <Badge key={method}>{t(`methods.${method}`)}</Badge>,
              )}
            </p>
            {line.quote && (
              <p dir="auto" className="wrap-anywhere line-clamp-2">
                {line.quote}
              </p>
            )}
            {line.iri && (
              <p className="wrap-anywhere text-faint text-sm">
                <Code>{line.iri}</Code>
              </p>
            )}
            <Remarks line={line} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Remarks({ line: { field, unknownTags, unknownLinks, keptBodies } }: { line: ImportLine }) {
  const t = useTranslations("exchange.report");
  const list = (values: readonly string[]) => <bdi className="wrap-anywhere">{values.join(" · ")}</bdi>;
  return (
    <div className="text-muted text-sm">
      {field && <p>{t.rich("field", { field: () => <Code>{field}</Code> })}</p>}
      {unknownTags.length > 0 && <p>{t.rich("tags", { tags: () => list(unknownTags) })}</p>}
      {unknownLinks.length > 0 && <p>{t.rich("links", { links: () => list(unknownLinks) })}</p>}
      {keptBodies > 0 && <p>{t("bodies", { count: keptBodies })}</p>}
    </div>
  );
}
