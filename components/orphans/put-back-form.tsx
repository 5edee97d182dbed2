"use client";
// Putting a mark back by hand: likely places to choose from, or the words selected in the text of any paragraph.
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { findPlaces, putBack } from "@/actions/orphans";
import { useFormPlace } from "@/components/commitments/form-place";
import { attempt } from "@/components/forms/action-form";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { controlClass, FieldError, Hint, SelectField } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";
import { useToast } from "@/components/ui/toast";
import { directionOfLanguage } from "@/domain/text-direction";
import { quoteAt, snapToWords, toCodePoints, toUtf16 } from "@/domain/text-position";
import type { Orphan, Places } from "@/server/orphans";

type Chosen = { passageId: string; start: number; end: number; exact: string };

export function PutBackForm({ orphan: { kind, id, version, old } }: { orphan: Orphan }) {
  const t = useTranslations("orphans");
  const { close } = useFormPlace();
  const toast = useToast();
  const found = usePlaces(kind, id);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { run, pending } = useButtonAction(putBack, () => {
    close();
    toast({ title: t("putBackDone") });
  });
  if (found === "failed") return <p role="alert">{t("placesFailed")}</p>;
  if (!found) return <Spinner />;

  function choose(place: Chosen | null) {
    setChosen(place);
    setMissing(false);
  }

  function send() {
    if (!chosen) return setMissing(true);
    const { passageId, start, end, exact } = chosen;
    run({ kind, id, version: String(version), passageId, start: String(start), end: String(end), exact });
  }

  return (
    <div className="grid gap-4">
      {found.places.length > 0 && (
        <div className="grid gap-1.5">
          <p className="font-semibold text-sm">{t("likely")}</p>
          <ul className="grid gap-1.5">
            {found.places.map((place) => (
              <li key={`${place.passageId} ${place.start}`}>
                <Button
                  aria-pressed={isSame(chosen, place)}
                  onClick={() => choose(place)}
                  className="w-full justify-start! whitespace-normal! text-start font-normal! aria-pressed:border-accent aria-pressed:bg-accent-soft"
                >
                  <span className="grid min-w-0 gap-0.5">
                    <bdi className="font-naskh text-lg">{place.exact}</bdi>
                    <span className="text-muted text-sm">
                      {t("likelyIn", { ordinal: String(place.ordinal), score: place.score })}
                    </span>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextPicker
        texts={found.texts}
        first={chosen?.passageId ?? textOf(found, old)}
        chosen={chosen}
        onChoose={choose}
      />
      <p aria-live="polite">
        {chosen && t.rich("chosen", { words: () => <bdi className="font-naskh text-lg">{chosen.exact}</bdi> })}
      </p>
      {isMissing && <FieldError>{t("chooseFirst")}</FieldError>}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" pending={pending} onClick={send}>
          {t("putBackHere")}
        </Button>
        <Button variant="quiet" onClick={close}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}

type PickerProps = {
  texts: Places["texts"];
  first: string | undefined;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
};

/**
 * A text field that takes no typing: selected in by hand, by finger and with the arrow keys alike. Not `readOnly`, since
 * Chromium then moves no caret.
 */
function TextPicker({ texts, first, chosen, onChoose }: PickerProps) {
  const t = useTranslations("orphans");
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState(first);
  const passageId = chosen?.passageId ?? asked;
  const shown = texts.find((each) => each.passageId === passageId) ?? texts[0];
  useEffect(() => {
    if (!area.current || !shown || chosen?.passageId !== shown.passageId) return;
    const [from, to] = [toUtf16(shown.text, chosen.start), toUtf16(shown.text, chosen.end)];
    if (area.current !== document.activeElement) area.current.setSelectionRange(from, to);
  }, [chosen, shown]);
  const isShown = shown !== undefined;
  useEffect(() => {
    const field = isShown ? area.current : null;
    const refuse = (event: InputEvent) => event.preventDefault();
    field?.addEventListener("beforeinput", refuse);
    return () => field?.removeEventListener("beforeinput", refuse);
  }, [isShown]);
  if (!shown) return null;

  function read() {
    if (!area.current || !shown || area.current !== document.activeElement) return;
    const { selectionStart, selectionEnd } = area.current;
    const { text } = shown;
    const range = { start: toCodePoints(text, selectionStart), end: toCodePoints(text, selectionEnd) };
    const whole = selectionStart < selectionEnd ? snapToWords(text, range) : null;
    onChoose(whole && { passageId: shown.passageId, ...whole, exact: quoteAt(text, whole).exact });
  }

  return (
    <>
      <SelectField
        label={t("paragraph")}
        value={shown.passageId}
        onChange={(event) => {
          onChoose(null);
          setAsked(event.target.value);
        }}
        options={texts.map(({ passageId: value, ordinal, text }) => ({
          value,
          label: t("paragraphOption", { ordinal: String(ordinal), words: beginningOf(text) }),
        }))}
      />
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-semibold text-sm">
          {t("select")}
        </label>
        <Hint id={`${id}-hint`}>{t("selectHint")}</Hint>
        <textarea
          ref={area}
          id={id}
          aria-readonly="true"
          inputMode="none"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          lang={shown.language}
          dir={directionOfLanguage(shown.language)}
          value={shown.text}
          // What an input method wrote all the same is taken back by this.
          onChange={() => {}}
          rows={5}
          onSelect={read}
          className={`${controlClass} field-sizing-content max-h-[50vh] py-2 font-naskh text-lg!`}
        />
      </div>
    </>
  );
}

/** In isolation (FSI, PDI): an option holds no markup that would keep its direction. */
const beginningOf = (text: string) => `\u2068${Array.from(text).slice(0, 60).join("")}\u2069`;

const isSame = (one: Chosen | null, other: Chosen) =>
  one !== null && one.passageId === other.passageId && one.start === other.start && one.end === other.end;

/** The newest text of the paragraph where it stood. */
const textOf = ({ texts }: Places, old: Orphan["old"]) =>
  texts.find(({ ordinal }) => ordinal === old?.ordinal)?.passageId;

function usePlaces(kind: Orphan["kind"], id: string): Places | "failed" | null {
  const [places, setPlaces] = useState<Places | "failed" | null>(null);
  useEffect(() => {
    let isOver = false;
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind, id, version: "1" })) form.set(name, value);
    attempt(findPlaces, form).then((outcome) => {
      if (!isOver) setPlaces(outcome.status === "done" ? outcome.value : "failed");
    });
    return () => {
      isOver = true;
    };
  }, [kind, id]);
  return places;
}
