"use client";
// A text field that offers the members' names after an @, to be chosen by key or pointer.
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { TextArea } from "@/components/forms/fields";
import { foundIn } from "@/domain/arabic-fold";
import type { Person } from "@/server/members";
import { classNames } from "../ui/class-names";
import type { TextAreaProps } from "../ui/field";
import { useDesk } from "./annotation-desk";

/** Where the @ stands whose name is being typed, and the letters after it. */
type Asked = { from: number; query: string };

const most = 6;
const longestQuery = 40;

export function MentionArea(props: TextAreaProps) {
  const t = useTranslations("annotations");
  const { members } = useDesk().choices;
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [current, setCurrent] = useState(0);
  const offered = asked ? members.filter(({ name }) => foundIn(name, asked.query)).slice(0, most) : [];
  const isOpen = offered.length > 0;
  const option = (index: number) => `${list}-${index}`;

  function look() {
    setAsked(area.current && askedIn(area.current));
    setCurrent(0);
  }

  function choose({ name }: Person) {
    const field = area.current;
    if (!field || !asked) return;
    field.setRangeText(`@${name} `, asked.from, field.selectionStart, "end");
    // The draft hears of it as of anything typed.
    field.dispatchEvent(new Event("input", { bubbles: true }));
    setAsked(null);
    field.focus();
  }

  function press(event: KeyboardEvent) {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setCurrent((current + step + offered.length) % offered.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(offered[current] ?? (offered[0] as Person));
    else if (event.key === "Escape") setAsked(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="relative">
      <TextArea
        {...props}
        ref={area}
        hint={props.hint ?? t("fields.bodyHint")}
        onInput={look}
        onClick={look}
        onBlur={() => setAsked(null)}
        onKeyDown={press}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? option(current) : undefined}
      />
      <p role="status" className="sr-only">
        {asked && t("mentionCount", { count: offered.length })}
      </p>
      {isOpen && (
        <div
          id={list}
          role="listbox"
          aria-label={t("mentions")}
          className="popup absolute inset-x-0 top-full z-50 mt-1 p-1.5"
        >
          {offered.map((person, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names the current one
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text field hears the keys
            <div
              key={person.memberId}
              id={option(index)}
              role="option"
              aria-selected={index === current}
              // The text field must keep the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
              className={classNames(
                "flex min-h-9 cursor-default items-center rounded-md px-2.5 pointer-coarse:min-h-11",
                index === current && "bg-accent-soft text-accent-strong",
              )}
            >
              <bdi>{person.name}</bdi>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** The @ before the caret whose name is being typed; none in a mail address, over a line's end, or after a whole sentence. */
function askedIn(field: HTMLTextAreaElement): Asked | null {
  if (field.selectionStart !== field.selectionEnd) return null;
  const before = field.value.slice(0, field.selectionStart);
  const from = before.lastIndexOf("@");
  const query = before.slice(from + 1);
  const isAddress = /[\p{Script=Latin}\p{N}]$/u.test(before.slice(0, Math.max(from, 0)));
  return from === -1 || isAddress || query.length > longestQuery || /[\n.،,:؟?!]/.test(query) ? null : { from, query };
}
