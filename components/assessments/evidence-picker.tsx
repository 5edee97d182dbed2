"use client";
// The evidence of the commitment as check boxes: what an assessment rests on.
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useRefusal } from "@/components/forms/action-form";
import { Box } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { FieldError, Hint, OptionalMark } from "@/components/ui/field";
import type { Stance } from "@/domain/scales";

export type EvidenceChoice = { citationId: string; title: string; grade: string | null; stance: Stance };

export interface EvidencePickerProps {
  name: string;
  evidence: readonly EvidenceChoice[];
  /** What is ticked from the beginning. */
  chosen?: readonly string[];
  /** Instead of what is said of an assessment. */
  hint?: ReactNode;
}

export function EvidencePicker({ name, evidence, chosen = [], hint }: EvidencePickerProps) {
  const t = useTranslations("assessments");
  const scales = useTranslations("scales");
  const refusal = useRefusal(name);
  const id = useId();
  return (
    <fieldset aria-describedby={`${id}-hint${refusal ? ` ${id}-error` : ""}`} className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 flex flex-wrap items-baseline gap-x-2 font-semibold text-sm">
        {t("fields.evidence")}
        <OptionalMark />
      </legend>
      <div id={`${id}-hint`}>
        <Hint>{hint ?? t("hints.evidence")}</Hint>
        {evidence.length === 0 && !hint && (
          <Hint>
            {t.rich("hints.noEvidence", {
              link: (words) => (
                <a href="#evidence" className="link">
                  {words}
                </a>
              ),
            })}
          </Hint>
        )}
      </div>
      {evidence.length > 0 && (
        <div
          className={classNames(
            "max-h-96 divide-y divide-rule overflow-y-auto rounded-md border bg-paper",
            refusal ? "border-danger" : "border-edge",
          )}
        >
          {evidence.map((each) => (
            <label
              key={each.citationId}
              className="flex min-h-9.5 cursor-pointer items-start gap-3 px-3 py-2 hover:bg-panel has-checked:bg-accent-soft pointer-coarse:min-h-11"
            >
              <input
                type="checkbox"
                name={name}
                value={each.citationId}
                defaultChecked={chosen.includes(each.citationId)}
                className="mt-[0.35em] size-4 shrink-0"
              />
              <span className="min-w-0 flex-1">
                <span className="block">
                  <bdi>{each.title}</bdi>
                </span>
                <span className="block text-muted text-sm">{scales(`stance.${each.stance}`)}</span>
              </span>
              {each.grade && <Box>{each.grade}</Box>}
            </label>
          ))}
        </div>
      )}
      {refusal && <FieldError id={`${id}-error`}>{refusal}</FieldError>}
    </fieldset>
  );
}
