"use client";
// A dialog in the middle of the page, or from the bottom on phones.
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { buttonClass } from "./button";
import { classNames } from "./class-names";

export interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end of it. `DialogClose` closes it. */
  footer?: ReactNode;
  /** The element that opens it, usually a Button; leave it out when you hold `open` yourself. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: "small" | "medium" | "large";
}

const widths = { small: "max-w-md", medium: "max-w-xl", large: "max-w-4xl" };

export function Dialog({
  title,
  description,
  children,
  footer,
  trigger,
  open,
  onOpenChange,
  size = "medium",
}: DialogProps) {
  const t = useTranslations("common");
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_210/0.45)] transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 grid items-end justify-items-center overflow-y-auto sm:items-center sm:p-6">
          <Base.Popup
            className={classNames("popup flex max-h-[92dvh] w-full flex-col max-sm:rounded-b-none", widths[size])}
          >
            <div className="flex items-start gap-4 border-rule border-b ps-5 pe-3 pt-3 pb-3">
              <div className="min-w-0 flex-1 pt-0.5">
                <Base.Title className="font-semibold text-lg">{title}</Base.Title>
                {description && <Base.Description className="mt-1 text-muted text-sm">{description}</Base.Description>}
              </div>
              <Base.Close
                aria-label={t("close")}
                title={t("close")}
                className={classNames(buttonClass("quiet"), "size-9 px-0!")}
              >
                <X aria-hidden="true" />
              </Base.Close>
            </div>
            {children && <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>}
            {footer && <div className="flex flex-wrap justify-end gap-2 border-rule border-t px-5 py-3">{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

export function DialogClose({ children }: { children: ReactNode }) {
  return <Base.Close className={buttonClass("secondary")}>{children}</Base.Close>;
}
