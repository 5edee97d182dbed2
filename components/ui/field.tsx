// Form fields: label, hint and error tied to their control.
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";

export interface FieldText {
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence that says what is wrong and what to do. */
  error?: ReactNode;
  /** Marks what may stay empty; everything else is understood to be needed. */
  optional?: boolean;
  className?: string;
}

interface Described {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export const controlClass = classNames(
  "block w-full min-h-9.5 rounded-md border border-edge bg-paper px-3 py-1.5 text-base text-text transition-colors pointer-coarse:min-h-11",
  "hover:border-muted focus-visible:border-accent focus-visible:outline-offset-0 disabled:bg-well disabled:text-muted",
  "aria-invalid:border-danger aria-invalid:outline-danger [&:not(textarea)]:leading-normal",
);

/** The frame of any control: `children` gets the id and the aria attributes to put on it. */
export function Field(props: FieldText & { id?: string; children: (control: Described) => ReactNode }) {
  const own = useId();
  const id = props.id ?? own;
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={classNames("grid content-start gap-1.5", props.className)}>
      <label htmlFor={id} className="flex flex-wrap items-baseline gap-x-2 font-semibold text-sm">
        {props.label}
        {props.optional && <OptionalMark />}
      </label>
      {props.hint && <Hint id={`${id}-hint`}>{props.hint}</Hint>}
      {props.children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": props.error ? true : undefined,
      })}
      {props.error && <FieldError id={`${id}-error`}>{props.error}</FieldError>}
    </div>
  );
}

export function OptionalMark() {
  const t = useTranslations("common");
  return <span className="font-normal text-faint text-xs">{t("optional")}</span>;
}

export function Hint({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="text-muted text-sm">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex gap-1.5 text-danger text-sm">
      <span aria-hidden="true">▲</span>
      <span>{children}</span>
    </p>
  );
}

function split<P extends FieldText & { id?: string }>(props: P) {
  const { label, hint, error, optional, className, id, ...control } = props;
  return { text: { label, hint, error, optional, className, id }, control };
}

export type TextFieldProps = FieldText & Omit<ComponentProps<"input">, "className">;

/** `dir="auto"` by default: people type Arabic into English pages and the reverse. */
export function TextField(props: TextFieldProps) {
  const { text, control } = split(props);
  const foreign = control.type === "email" || control.type === "url" || control.type === "password";
  return (
    <Field {...text}>
      {(described) => (
        <input
          dir={foreign ? "ltr" : "auto"}
          required={!text.optional}
          {...control}
          {...described}
          className={classNames(controlClass, foreign && "rtl:text-end")}
        />
      )}
    </Field>
  );
}

export type TextAreaProps = FieldText & Omit<ComponentProps<"textarea">, "className">;

/** Grows with its text where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { text, control } = split(props);
  return (
    <Field {...text}>
      {(described) => (
        <textarea
          dir="auto"
          rows={4}
          required={!text.optional}
          {...control}
          {...described}
          className={classNames(controlClass, "field-sizing-content max-h-[60vh] min-h-24 resize-y py-2")}
        />
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

export type SelectFieldProps = FieldText &
  Omit<ComponentProps<"select">, "className" | "children"> & {
    options: readonly Option[];
    /** The words of the empty choice; without them there is none. */
    placeholder?: string;
  };

export function SelectField(props: SelectFieldProps) {
  const { text, control } = split(props);
  const { options, placeholder, ...select } = control;
  return (
    <Field {...text}>
      {(described) => (
        <select
          required={!text.optional}
          {...select}
          {...described}
          className={classNames(controlClass, "select-arrow appearance-none pe-9 forced-colors:appearance-auto")}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
