// The kept copies of a source as a section of its page, with what the latest look at its address found.
import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/bidi";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { CapturesOfSource } from "@/server/captures";
import { CaptureActions } from "./capture-actions";
import { CaptureCount, CaptureList } from "./capture-list";
import { HealthMark } from "./health-mark";

/** Needs the messages `captures`, `scales`, `exports`, `forms` and `refusals`. */
export function CaptureSection({ source, captures, latestCheck, mayCapture }: CapturesOfSource) {
  const t = useTranslations("captures");
  return (
    <Section
      id="copies"
      title={t("title")}
      count={<CaptureCount captures={captures} />}
      actions={mayCapture && <CaptureActions evidenceId={source.id} />}
    >
      <div className="grid gap-3">
        <p className="text-sm">
          <HealthMark health={source.health} checkedAt={source.checkedAt} />
        </p>
        {latestCheck && <LatestCheck check={latestCheck} />}
        <CaptureList source={source} captures={captures} />
      </div>
    </Section>
  );
}

function LatestCheck({
  check: { outcome, finalAddress, reason },
}: {
  check: NonNullable<CapturesOfSource["latestCheck"]>;
}) {
  const t = useTranslations("captures");
  const reasons = useTranslations("captures.reasons");
  if (outcome === "MOVED" && finalAddress) {
    return <Notice>{t.rich("nowAt", { address: () => <Code className="wrap-anywhere">{finalAddress}</Code> })}</Notice>;
  }
  if (!reason) return null;
  return (
    <Notice tone="warning">
      {t("reason", { reason: reasons.has(reason as never) ? reasons(reason as never) : reason })}
    </Notice>
  );
}
