"use client";
// A native date input with its value written out in the page's language, since browsers show their own format.
import { useLocale } from "next-intl";
import { type ComponentProps, useId, useState } from "react";
import { formatDate } from "@/i18n/formats";
import { classNames } from "./class-names";
import { controlClass, Field, type FieldText } from "./field";

export type DateFieldProps = FieldText &
  Omit<ComponentProps<"input">, "className" | "type" | "value" | "defaultValue"> & {
    /** YYYY-MM-DD */
    defaultValue?: string;
    value?: string;
    onValueChange?: (value: string) => void;
  };

export function DateField({ label, hint, error, optional, className, id, value, ...rest }: DateFieldProps) {
  const { defaultValue = "", onValueChange, onChange, ...input } = rest;
  const locale = useLocale();
  const readout = useId();
  const [own, setOwn] = useState(defaultValue);
  const shown = value ?? own;
  return (
    <Field {...{ label, hint, error, optional, className, id }}>
      {(described) => (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <input
            required={!optional}
            {...input}
            {...described}
            aria-describedby={classNames(described["aria-describedby"], readout)}
            type="date"
            {...(value === undefined ? { defaultValue } : { value })}
            onChange={(event) => {
              setOwn(event.target.value);
              onValueChange?.(event.target.value);
              onChange?.(event);
            }}
            className={classNames(controlClass, "w-44! max-w-full")}
          />
          <output id={readout} className="text-muted text-sm">
            {shown && formatDate(shown, locale, "full")}
          </output>
        </div>
      )}
    </Field>
  );
}
