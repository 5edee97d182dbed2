"use client";
// A password's field, with a button that shows what is typed.
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusal } from "../forms/action-form";
import { classNames } from "../ui/class-names";
import { controlClass, Field } from "../ui/field";

export type PasswordFieldProps = {
  name: string;
  label: string;
  hint?: string;
  /** Tells password managers whether to fill one in or to offer a new one. */
  autoComplete: "current-password" | "new-password";
};

export function PasswordField({ name, label, hint, autoComplete }: PasswordFieldProps) {
  const t = useTranslations("sessions.fields");
  const error = useRefusal(name);
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const toggle = shown ? t("hidePassword") : t("showPassword");
  return (
    <Field label={label} hint={hint} error={error}>
      {(described) => (
        <div className="relative">
          <input
            {...described}
            type={shown ? "text" : "password"}
            name={name}
            autoComplete={autoComplete}
            required
            dir="ltr"
            spellCheck={false}
            autoCapitalize="none"
            autoCorrect="off"
            className={classNames(controlClass, "rtl:text-end ltr:pe-11 rtl:ps-11")}
          />
          <button
            type="button"
            aria-label={toggle}
            title={toggle}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 end-0 grid w-10 place-items-center rounded-md text-muted hover:text-text pointer-coarse:w-11"
          >
            <Icon aria-hidden="true" className="size-4.5" />
          </button>
        </div>
      )}
    </Field>
  );
}
