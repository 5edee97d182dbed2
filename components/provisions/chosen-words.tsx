"use client";
// The words that a provision is read from, as its form shows them: chosen in the paragraph, taken away here.
import { TextCursor, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useId, useRef } from "react";
import { findPassage } from "@/components/annotations/passage-dom";
import { useRefusal } from "@/components/forms/action-form";
import { Button, IconButton } from "@/components/ui/button";
import { FieldError, Hint } from "@/components/ui/field";
import { useChosenWords } from "./provision-desk";

export interface ChosenWordsProps {
  provisionId?: string;
  /** The passage that the page shows. */
  passageId: string | undefined;
  /** What it stands on until other words are chosen. */
  standing?: readonly string[];
}

export function ChosenWords({ provisionId, passageId, standing = [] }: ChosenWordsProps) {
  const t = useTranslations("provisions");
  const id = useId();
  const refusal = useRefusal("targets");
  const { words, choose } = useChosenWords(provisionId);
  const more = useRef<HTMLButtonElement>(null);
  const value = words.length > 0 ? JSON.stringify(words) : "";
  useFocusOnMore(words.length, more);

  function goToText() {
    // From here on, what is selected belongs to this form.
    choose(words);
    const passage = findPassage(passageId ?? "");
    passage?.scrollIntoView({ block: "center" });
    passage?.focus({ preventScroll: true });
  }

  return (
    <fieldset aria-describedby={`${id}-hint`} className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-semibold text-sm">{t("fields.quotes")}</legend>
      <Hint id={`${id}-hint`}>{t("wordsHint")}</Hint>
      <ul aria-live="polite" className="grid gap-1.5">
        {words.map((stretch) => (
          <li key={`${stretch.start} ${stretch.end}`} className="flex items-start gap-1">
            <bdi className="min-w-0 flex-1 border-accent border-s-3 ps-3 font-naskh text-lg">{stretch.exact}</bdi>
            <IconButton
              label={t("leaveOut", { words: stretch.exact.slice(0, 60) })}
              className="size-8"
              onClick={() => choose(words.filter((each) => each !== stretch))}
            >
              <X aria-hidden="true" />
            </IconButton>
          </li>
        ))}
        {words.length === 0 &&
          standing.map((exact) => (
            <li key={exact}>
              <bdi className="block border-rule border-s-3 ps-3 font-naskh text-lg">{exact}</bdi>
            </li>
          ))}
      </ul>
      {passageId && (
        <Button
          ref={more}
          size="small"
          icon={<TextCursor aria-hidden="true" />}
          onClick={goToText}
          className="justify-self-start"
        >
          {t(words.length > 0 ? "moreWords" : standing.length > 0 ? "otherWords" : "chooseWords")}
        </Button>
      )}
      {/* Not of the type hidden: what is kept of a form brings back only what a person could see. */}
      <input
        name="targets"
        hidden
        value={value}
        onChange={(event) => choose(event.target.value ? JSON.parse(event.target.value) : [])}
      />
      {refusal && <FieldError>{refusal}</FieldError>}
    </fieldset>
  );
}

/** Words that came while the form was open: the next thing is to choose more, or to go on from there. */
function useFocusOnMore(count: number, more: RefObject<HTMLButtonElement | null>): void {
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current && before.current > 0) more.current?.focus();
    before.current = count;
  }, [count, more]);
}
