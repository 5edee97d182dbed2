// A link that looks like a button.
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/i18n/navigation";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button";
import { classNames } from "./class-names";

export interface LinkButtonProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
}

export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link className={classNames(buttonClass(variant, size), className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}

export interface DownloadLinkProps extends ComponentProps<"a"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
}

/** For files and other addresses outside of the pages: a plain link, never prefetched. */
export function DownloadLink({ variant, size, icon, className, children, ...rest }: DownloadLinkProps) {
  return (
    <a className={classNames(buttonClass(variant, size), className)} {...rest}>
      {icon}
      {children}
    </a>
  );
}
