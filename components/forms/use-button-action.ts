"use client";
// An action behind a button or a select that has no form around it: a refusal is told in a toast.
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { FormOutcome } from "@/actions/form-action";
import { useToast } from "../ui/toast";
import { attempt } from "./action-form";
import type { Mishap } from "./refusal-notice";

type Values = Record<string, string>;

/** `run(values, begin)` sends the values; `begin` may show the outcome optimistically, `onDone` hears what it was. */
export function useButtonAction<Value>(
  action: (form: FormData) => Promise<FormOutcome<Value>>,
  onDone?: (value: Value, sent: Values) => void,
) {
  const [pending, startTransition] = useTransition();
  const sentenceOf = useSentence();
  const toast = useToast();

  function run(values: Values, begin?: () => void) {
    if (pending) return;
    startTransition(async () => {
      begin?.();
      const form = new FormData();
      for (const [name, value] of Object.entries(values)) form.set(name, value);
      const outcome = await attempt(action, form);
      if (outcome.status === "done") onDone?.(outcome.value, values);
      else toast({ title: sentenceOf(outcome), tone: "error" });
    });
  }

  return { run, pending };
}

function useSentence() {
  const refusals = useTranslations("refusals");
  const forms = useTranslations("forms");
  return (outcome: Exclude<FormOutcome | Mishap, { status: "done" }>): string => {
    if (outcome.status !== "refused") return forms(outcome.status);
    const key = Object.values(outcome.fields)[0] ?? outcome.reason;
    if (key && refusals.has(key as never)) return refusals(key as never);
    return outcome.code === "rate_limited" ? refusals("rate_limited", { minutes: 15 }) : refusals(outcome.code);
  };
}
