"use client";
// Two people changed the same thing: both texts side by side, and the person decides what stands.
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "../ui/button";
import { IsolatedRuns } from "../ui/isolated-runs";
import { Notice } from "../ui/notice";
import { changesByWord } from "../ui/word-changes";
import { setField, valuesIn } from "./field-values";

/** What stands now, for the fields of a form. */
export type Standing = {
  /** Hidden values that a save on top of it carries, such as its version. */
  versions: Record<string, string>;
  fields: StandingField[];
  /** Who saved it, when known. */
  by?: string;
};
export type StandingField = {
  name: string;
  label: string;
  value: string;
  /** The value in words, for choices and dates; the value itself when left out. */
  shown?: (value: string) => string;
};

type ConflictPanelProps = {
  form: HTMLFormElement;
  standing: Standing;
  pending: boolean;
  onSave: (versions: Record<string, string>) => void;
};

export function ConflictPanel({ form, standing, pending, onSave }: ConflictPanelProps) {
  const t = useTranslations("forms");
  const heading = useId();
  const panel = useRef<HTMLElement>(null);
  // The button that was pressed is gone, and the focus with it.
  useEffect(() => panel.current?.focus(), []);
  const [mine, setMine] = useState(() => Object.fromEntries(valuesIn(form)));
  useEffect(() => {
    const readAgain = () => setMine(Object.fromEntries(valuesIn(form)));
    form.addEventListener("input", readAgain);
    return () => form.removeEventListener("input", readAgain);
  }, [form]);
  const differing = standing.fields.filter((field) => (mine[field.name] ?? "") !== field.value);

  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-labelledby={heading}
      className="grid gap-4 rounded-md border border-warning bg-warning-soft p-4"
    >
      <Notice tone="warning" live title={<span id={heading}>{t("conflictTitle")}</span>}>
        {standing.by ? t("conflictBy", { name: standing.by }) : t("conflictText")}
      </Notice>
      {differing.length === 0 && <p>{t("conflictSame")}</p>}
      {differing.map((field) => {
        const own = mine[field.name] ?? "";
        const shown = field.shown ?? ((value: string) => value);
        const isText = form.elements.namedItem(field.name) instanceof HTMLTextAreaElement;
        return (
          // No heading: the form does not know how deep it stands in its page.
          <fieldset key={field.name} className="grid min-w-0 gap-2">
            <legend className="mb-2 font-semibold">{field.label}</legend>
            <div className="grid gap-3 sm:grid-cols-2">
              <Side heading={t("mine")} text={shown(own)} against={shown(field.value)} empty={t("emptyField")} />
              <Side heading={t("theirs")} text={shown(field.value)} against={shown(own)} empty={t("emptyField")} />
            </div>
            <div className="flex flex-wrap gap-2">
              <Button size="small" onClick={() => setField(form, field.name, [field.value])}>
                {t("takeTheirs")}
              </Button>
              {isText && (
                <Button size="small" onClick={() => setField(form, field.name, [`${field.value}\n\n${own}`])}>
                  {t("takeBoth")}
                </Button>
              )}
            </div>
          </fieldset>
        );
      })}
      <p className="text-muted text-sm">{t("conflictHint")}</p>
      <div>
        <Button variant="primary" pending={pending} onClick={() => onSave(standing.versions)}>
          {t("saveMerged")}
        </Button>
      </div>
    </section>
  );
}

type SideProps = { heading: string; text: string; against: string; empty: string };

/** One of the two texts, with the words marked that the other does not have. */
function Side({ heading, text, against, empty }: SideProps) {
  const parts = changesByWord(against, text).filter((part) => !part.removed);
  return (
    <div className="min-w-0 rounded-md border border-edge bg-paper p-3">
      <p className="mb-1 text-muted text-sm">{heading}</p>
      <div
        dir="auto"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard, too
        tabIndex={0}
        className="max-h-72 overflow-auto whitespace-pre-wrap break-words"
      >
        {text === "" ? (
          <span className="text-faint">{empty}</span>
        ) : (
          parts.map((part, index) => {
            const key = `${index}`;
            return part.added ? (
              <mark
                key={key}
                className="rounded-sm bg-accent-soft text-text underline decoration-2 decoration-accent underline-offset-4"
              >
                <IsolatedRuns>{part.value}</IsolatedRuns>
              </mark>
            ) : (
              <IsolatedRuns key={key}>{part.value}</IsolatedRuns>
            );
          })
        )}
      </div>
    </div>
  );
}
