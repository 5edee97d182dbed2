// What is known of a provision besides its title: its words in the text, what they do, who to whom, and when.
import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DueDate } from "@/components/commitments/due-date";
import { TimelinessMark } from "@/components/commitments/timeliness-mark";
import { CalendarDate, UserText } from "@/components/ui/bidi";
import { Definition } from "@/components/ui/tooltip";
import { tagWords } from "@/domain/tag-terms";
import { timelinessOf } from "@/domain/timeliness";
import type { ProvisionView } from "@/server/provisions";

export function ProvisionFacts({ provision, today }: { provision: ProvisionView; today: string }) {
  const t = useTranslations("provisions");
  const scales = useTranslations("scales");
  const { speechAct, verifiability, verifiabilityReason, due, doneOn } = provision;
  const timeliness = timelinessOf({ dueOn: due?.on ?? null, doneOn }, today);
  return (
    <div className="grid gap-1.5">
      <Words spans={provision.spans} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-sm">
        <Definition definition={scales(`speechActDefinition.${speechAct}`)}>
          {scales(`speechAct.${speechAct}`)}
        </Definition>
        <Parties provision={provision} />
        <Definition definition={scales(`verifiabilityDefinition.${verifiability}`)} className="text-muted">
          {scales(`verifiability.${verifiability}`)}
        </Definition>
        {due && <DueDate due={due} />}
        {doneOn && (
          <span className="text-muted">{t.rich("done", { date: () => <CalendarDate value={doneOn} /> })}</span>
        )}
        {due && timeliness && <TimelinessMark timeliness={timeliness} />}
      </div>
      {verifiabilityReason && <UserText className="max-w-reading text-muted text-sm">{verifiabilityReason}</UserText>}
    </div>
  );
}

/** As the text has them, and in warning those that it has no more. */
function Words({ spans }: Pick<ProvisionView, "spans">) {
  const t = useTranslations("provisions");
  const here = spans.filter(({ isLost }) => !isLost);
  const lost = spans.filter(({ isLost }) => isLost);
  return (
    <>
      {here.length > 0 && (
        <a
          href="#paragraph"
          lang={here[0]?.language}
          dir="auto"
          className="max-w-reading border-rule border-s-3 ps-3 font-naskh text-lg text-text no-underline hover:border-accent"
        >
          {here.map(({ exact }) => exact).join(" … ")}
        </a>
      )}
      {lost.map(({ start, exact, language }) => (
        <p key={start} className="max-w-reading border-warning border-s-3 ps-3 text-sm">
          <span className="font-semibold text-warning">{t("lostWords")}</span>{" "}
          <bdi lang={language} className="font-naskh">
            {exact}
          </bdi>
        </p>
      ))}
    </>
  );
}

function Parties({ provision: { bearer, addressee } }: { provision: ProvisionView }) {
  const t = useTranslations("provisions");
  const locale = useLocale();
  if (!bearer && !addressee) return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      {bearer && (
        <span>
          <span className="sr-only">{t("fields.bearer")} </span>
          <bdi>{tagWords(bearer, locale)}</bdi>
        </span>
      )}
      {addressee && (
        <span className="inline-flex items-center gap-x-1.5">
          <ArrowRight aria-hidden="true" className="flip-rtl size-[1em] shrink-0 text-faint" />
          <span>
            <span className="sr-only">{t("fields.addressee")} </span>
            <bdi>{tagWords(addressee, locale)}</bdi>
          </span>
        </span>
      )}
    </span>
  );
}
