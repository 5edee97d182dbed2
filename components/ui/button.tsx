// The button, and the classes that a link needs to look like one.
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Spinner } from "./spinner";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium";

const looks: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  secondary: "border-edge bg-paper text-text hover:border-accent hover:text-accent-strong",
  quiet: "border-transparent bg-transparent text-muted hover:bg-well hover:text-text",
  danger: "border-danger bg-paper text-danger hover:bg-danger-soft",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-8 gap-1.5 px-2.5 text-sm",
  medium: "min-h-9.5 gap-2 px-4 text-base",
};

export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "medium"): string {
  return classNames(
    "inline-flex select-none items-center justify-center whitespace-nowrap rounded-md border py-1 font-semibold leading-tight no-underline transition-colors duration-100 pointer-coarse:min-h-11",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress aria-disabled:opacity-70 [&_svg]:size-[1.15em] [&_svg]:shrink-0",
    looks[variant],
    sizes[size],
  );
}

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows that the work is under way; the button keeps its focus and its words. */
  pending?: boolean;
  icon?: ReactNode;
}

export function Button({ variant, size, pending = false, icon, className, children, type, ...rest }: ButtonProps) {
  return (
    <button
      type={type ?? "button"}
      aria-disabled={pending || undefined}
      className={classNames(buttonClass(variant, size), className)}
      {...rest}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, "icon" | "size" | "children"> {
  /** What it does, for those who do not see the icon; also its tooltip. */
  label: string;
  children: ReactNode;
}

export function IconButton({ label, variant = "quiet", className, children, ...rest }: IconButtonProps) {
  return (
    <Button
      variant={variant}
      aria-label={label}
      title={label}
      className={classNames("size-9 px-0! pointer-coarse:size-11", className)}
      {...rest}
    >
      {children}
    </Button>
  );
}
