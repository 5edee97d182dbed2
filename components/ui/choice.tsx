// Choices: a list of which one may be taken, and single check boxes.
import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { FieldError, type FieldText, Hint, OptionalMark } from "./field";

export interface Choice {
  value: string;
  label: ReactNode;
  /** A word of explanation under the label. */
  description?: ReactNode;
  /** Stands before the label, such as the disc of a status. */
  icon?: ReactNode;
  disabled?: boolean;
}

export type RadioListProps = FieldText & {
  name: string;
  choices: readonly Choice[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  /** `list` puts one under the other, `row` in one divided bar. */
  layout?: "list" | "row";
  disabled?: boolean;
};

/** Radio buttons as one divided list; arrow keys move in it as in any radio group. */
export function RadioList(props: RadioListProps) {
  const { name, choices, layout = "list", onValueChange } = props;
  const id = useId();
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      disabled={props.disabled}
      aria-describedby={described || undefined}
      className={classNames("grid min-w-0 content-start gap-1.5", props.className)}
    >
      <legend className="mb-1.5 flex flex-wrap items-baseline gap-x-2 font-semibold text-sm">
        {props.label}
        {props.optional && <OptionalMark />}
      </legend>
      {props.hint && <Hint id={`${id}-hint`}>{props.hint}</Hint>}
      <div
        className={classNames(
          "rounded-md border bg-paper",
          props.error ? "border-danger" : "border-edge",
          layout === "row" ? "flex w-fit max-w-full flex-wrap divide-x divide-rule" : "divide-y divide-rule",
        )}
      >
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-9.5 cursor-pointer items-start gap-3 px-3 py-2 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:text-faint hover:bg-panel pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              {...(props.value === undefined
                ? { defaultChecked: props.defaultValue === choice.value }
                : { checked: props.value === choice.value })}
              onChange={onValueChange && (() => onValueChange(choice.value))}
              className="mt-[0.3em] size-4 shrink-0 outline-none"
            />
            {choice.icon && <span className="mt-[0.1em] shrink-0">{choice.icon}</span>}
            <span className="min-w-0">
              <span className="block">{choice.label}</span>
              {choice.description && <span className="block text-muted text-sm">{choice.description}</span>}
            </span>
          </label>
        ))}
      </div>
      {props.error && <FieldError id={`${id}-error`}>{props.error}</FieldError>}
    </fieldset>
  );
}

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

export function Checkbox({ label, hint, error, className, id, ...rest }: CheckboxProps) {
  const own = useId();
  const box = id ?? own;
  const described = [hint && `${box}-hint`, error && `${box}-error`].filter(Boolean).join(" ");
  return (
    <div className={classNames("grid gap-0.5", className)}>
      <div className="flex min-h-6 items-start gap-2.5 pointer-coarse:min-h-11">
        <input
          {...rest}
          type="checkbox"
          id={box}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          className="mt-[0.3em] size-4 shrink-0"
        />
        <label htmlFor={box} className="min-w-0">
          {label}
        </label>
      </div>
      {hint && (
        <div className="ps-6.5">
          <Hint id={`${box}-hint`}>{hint}</Hint>
        </div>
      )}
      {error && <FieldError id={`${box}-error`}>{error}</FieldError>}
    </div>
  );
}
