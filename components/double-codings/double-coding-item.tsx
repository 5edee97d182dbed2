// One double coding: who was asked and has submitted, both judgements once they are revealed, and what may be done next.

import { Check, Hourglass, PenLine, Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { EvidenceChoice } from "@/components/assessments/evidence-picker";
import { Judgement } from "@/components/assessments/judgement";
import { codingDraft, settleDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { Badge, type Tone } from "@/components/ui/badge";
import { CalendarDate, Instant, Isolate, UserText } from "@/components/ui/bidi";
import type { JudgementDefinitions } from "@/domain/codebook";
import type { DoubleCodingState } from "@/domain/double-coding";
import type { Locale } from "@/i18n/locales";
import type { CodingView, DoubleCodingView } from "@/server/double-codings";
import { CancelButton } from "./cancel-button";
import { CodingForm } from "./coding-form";
import { SettleForm } from "./settle-form";

const tones: Record<DoubleCodingState, Tone> = {
  OPEN: "accent",
  REVEALED: "warning",
  SETTLED: "success",
  CANCELLED: "neutral",
};

export interface DoubleCodingItemProps {
  doubleCoding: DoubleCodingView;
  evidence: readonly EvidenceChoice[];
  definitions: JudgementDefinitions;
  locale: Locale;
  /** What is judged, where the page does not say. */
  heading?: ReactNode;
  /** The address of the page on which the evidence stands, where that is another. */
  page?: string;
}

export function DoubleCodingItem(props: DoubleCodingItemProps) {
  const { doubleCoding, evidence, definitions, locale, heading, page } = props;
  const t = useTranslations("doubleCodings");
  const { id, state, asOf, requestedBy, codings, agreed, own, may } = doubleCoding;
  return (
    <li id={`double-coding-${id}`} className="grid gap-3 py-4">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {heading}
          <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
          {agreed !== null && <Badge tone={agreed ? "success" : "danger"}>{t(agreed ? "agree" : "disagree")}</Badge>}
          <span>{t.rich("about", { date: () => <CalendarDate value={asOf} /> })}</span>
        </p>
        {requestedBy && (
          <p className="text-muted text-sm">
            {t.rich("requestedBy", { person: () => <Isolate>{requestedBy.name}</Isolate> })}
          </p>
        )}
      </div>
      {codings ? <SideBySide codings={codings} page={page} /> : <Coders doubleCoding={doubleCoding} />}
      {!codings && own && (
        <div className="border-rule border-s-2 ps-3">
          <p className="mb-1 font-semibold text-sm">{t("own")}</p>
          <Judgement judgement={own} page={page} />
        </div>
      )}
      <Settlement doubleCoding={doubleCoding} />
      <FormPlace draft={codingDraft(id)} mayOpen={may.judge}>
        <div className="flex flex-wrap gap-2 empty:hidden print:hidden">
          {may.judge && (
            <OpenFormButton variant="primary" icon={<PenLine aria-hidden="true" />}>
              {t("judge")}
            </OpenFormButton>
          )}
          {may.cancel && <CancelButton doubleCodingId={id} version={doubleCoding.version} />}
        </div>
        <OpenedForm label={t("judgeForm")}>
          <CodingForm doubleCodingId={id} evidence={evidence} definitions={definitions} />
        </OpenedForm>
      </FormPlace>
      {codings && (
        <FormPlace draft={settleDraft(id)} mayOpen={may.settle}>
          {may.settle && (
            <div className="print:hidden">
              <OpenFormButton variant="primary" icon={<Scale aria-hidden="true" />}>
                {t("settle")}
              </OpenFormButton>
            </div>
          )}
          <OpenedForm label={t("settleForm")}>
            <SettleForm
              doubleCoding={doubleCoding}
              codings={codings}
              evidence={evidence}
              definitions={definitions}
              locale={locale}
            />
          </OpenedForm>
        </FormPlace>
      )}
    </li>
  );
}

function Coders({ doubleCoding: { coders } }: { doubleCoding: DoubleCodingView }) {
  const t = useTranslations("doubleCodings");
  return (
    <ul className="grid gap-1">
      {coders.map(({ memberId, name, hasSubmitted }) => (
        <li key={memberId} className="flex flex-wrap items-center gap-x-2">
          {hasSubmitted ? (
            <Check aria-hidden="true" className="size-4 text-success" />
          ) : (
            <Hourglass aria-hidden="true" className="size-4 text-faint" />
          )}
          <bdi className="font-semibold">{name}</bdi>
          <span className="text-muted text-sm">{t(hasSubmitted ? "hasSubmitted" : "hasNotSubmitted")}</span>
        </li>
      ))}
    </ul>
  );
}

function SideBySide({ codings, page }: { codings: readonly CodingView[]; page?: string }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {codings.map(({ coder, ...judgement }) => (
        <div key={coder.memberId} className="min-w-0 rounded-md border border-edge bg-paper p-3">
          <p className="mb-1.5 font-semibold text-sm">
            <bdi>{coder.name}</bdi>
          </p>
          <Judgement judgement={judgement} page={page} />
        </div>
      ))}
    </div>
  );
}

function Settlement({ doubleCoding: { settledBy, settledAt, settledReason } }: { doubleCoding: DoubleCodingView }) {
  const t = useTranslations("doubleCodings");
  if (!settledAt) return null;
  return (
    <div className="border-success border-s-2 ps-3">
      <p className="text-sm">
        {t.rich("settledBy", {
          person: () => <Isolate className="font-semibold">{settledBy?.name ?? t("someEditor")}</Isolate>,
          date: () => <Instant value={settledAt} />,
        })}
      </p>
      {settledReason && <UserText className="max-w-reading">{settledReason}</UserText>}
    </div>
  );
}
