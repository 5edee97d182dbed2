"use client";
// What a form says of itself after sending: saved, refused, or not reached.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormOutcome } from "@/actions/form-action";
import { Notice } from "../ui/notice";

/** What went wrong outside the use case. */
export type Mishap = { status: "unreachable" | "failed" };

export interface RefusalNoticeProps {
  state: FormOutcome | Mishap;
  doneMessage?: string;
  /** What the form adds to a refusal. */
  children?: ReactNode;
}

export function RefusalNotice({ state, doneMessage, children }: RefusalNoticeProps) {
  const t = useTranslations("forms");
  const refusals = useTranslations("refusals");
  if (state.status === "done") {
    return doneMessage ? (
      <Notice tone="success" live>
        {doneMessage}
      </Notice>
    ) : null;
  }
  if (state.status !== "refused") {
    return (
      <Notice tone="warning" live>
        {t(state.status)}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" live>
      {sentence()}
      {children && <div className="mt-1">{children}</div>}
    </Notice>
  );

  function sentence(): string {
    if (state.status !== "refused") return "";
    if (state.code === "rate_limited")
      return refusals("rate_limited", { minutes: Math.ceil((state.retryAfterSeconds ?? 60) / 60) });
    if (state.reason && refusals.has(state.reason as never)) return refusals(state.reason as never);
    if (state.code === "invalid") return Object.keys(state.fields).length > 0 ? t("seeFields") : refusals("invalid");
    return refusals(state.code);
  }
}
