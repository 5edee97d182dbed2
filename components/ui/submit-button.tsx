"use client";
// A submit button that shows by itself that its form is being sent.
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

export function SubmitButton({ variant = "primary", pending, onClick, ...rest }: Omit<ButtonProps, "type">) {
  const status = useFormStatus();
  const busy = pending ?? status.pending;
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      pending={busy}
      onClick={(event) => {
        // Disabling it would throw the focus away, so a second press is swallowed instead.
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
