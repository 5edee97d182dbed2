"use client";
// A text to take away, with a button that copies it.
import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { controlClass, Field } from "./field";

export type CopyFieldProps = {
  label: string;
  hint: string;
  value: string;
  /** The button, and what is said after it was pressed. */
  words: { copy: string; copied: string; notCopied: string };
};

export function CopyField({ label, hint, value, words }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");

  async function copy() {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied("yes");
    } catch {
      // No clipboard without https or permission: the text stays selected for the keyboard.
      setCopied("failed");
    }
  }

  return (
    <div className="grid gap-2">
      <Field label={label} hint={hint}>
        {(described) => (
          <div className="flex gap-2">
            <input
              {...described}
              ref={input}
              readOnly
              dir="ltr"
              value={value}
              onFocus={(event) => event.currentTarget.select()}
              className={classNames(controlClass, "min-w-0 font-mono text-sm")}
            />
            <Button
              variant="primary"
              className="shrink-0"
              icon={copied === "yes" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
              onClick={copy}
            >
              {words.copy}
            </Button>
          </div>
        )}
      </Field>
      <p role="status" className={copied === "failed" ? "text-danger text-sm" : "text-success text-sm"}>
        {copied === "yes" && words.copied}
        {copied === "failed" && words.notCopied}
      </p>
    </div>
  );
}
