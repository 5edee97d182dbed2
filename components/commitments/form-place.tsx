"use client";
// A form that opens in place: the button that opens it, the place where it opens, and where the focus goes.
import { createContext, type ReactNode, type RefObject, use, useEffect, useId, useRef, useState } from "react";
import { useKeptDraft } from "@/components/forms/draft";
import { Button, type ButtonProps } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useHold } from "./item-list";

type Place = {
  id: string;
  open: boolean;
  button: RefObject<HTMLButtonElement | null>;
  /** Opened by hand, so the focus goes in; a draft that comes back by itself leaves the focus alone. */
  asked: RefObject<boolean>;
  toggle: () => void;
  close: () => void;
};

const Here = createContext<Place | null>(null);

/** The place around; a form calls `close` when it is done with. */
export function useFormPlace(): Place {
  const place = use(Here);
  if (!place) throw new Error("there is no FormPlace around this");
  return place;
}

export interface FormPlaceProps {
  /** The name of the form's draft: where one is kept, the form opens by itself. */
  draft: string;
  /** Whether the person may use the form; one that is open stays, with what was typed, when the right goes. */
  mayOpen: boolean;
  children: ReactNode;
}

export function FormPlace({ draft, mayOpen, children }: FormPlaceProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  const [open, setOpen] = useState(false);
  useKeptDraft(mayOpen ? draft : undefined, () => setOpen(true));
  useHold(open);

  function close() {
    asked.current = false;
    setOpen(false);
    button.current?.focus();
  }

  function toggle() {
    if (open) return close();
    asked.current = true;
    setOpen(true);
  }

  return <Here value={{ id, open, button, asked, toggle, close }}>{children}</Here>;
}

/** `shortcut` is the key that presses it; the list of keys shows the button's words. */
export function OpenFormButton({ shortcut, ...rest }: ButtonProps & { shortcut?: string }) {
  const { id, open, button, toggle } = useFormPlace();
  return (
    <Button
      size="small"
      {...rest}
      className={classNames("print:hidden", rest.className)}
      ref={button}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      onClick={toggle}
    />
  );
}

export interface OpenedFormProps {
  label: string;
  children: ReactNode;
  /** What stands here while the form is closed. */
  instead?: ReactNode;
  className?: string;
}

export function OpenedForm({ label, children, instead, className }: OpenedFormProps) {
  const { id, open, asked } = useFormPlace();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // A draft that comes back must not stay behind a fold.
    if (open) section.current?.closest("details")?.setAttribute("open", "");
    if (!open || !asked.current) return;
    section.current
      ?.querySelector<HTMLElement>(
        "input:not([type=hidden]):not([type=radio]), textarea, select, input:checked, input[type=radio]",
      )
      ?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: "nearest" });
  }, [open, asked]);

  if (!open) return instead ?? null;
  return (
    <section
      ref={section}
      id={id}
      aria-label={label}
      className={classNames("scroll-mt-20", className ?? "mb-6 rounded-md border border-edge bg-panel p-4 sm:p-5")}
    >
      {children}
    </section>
  );
}
