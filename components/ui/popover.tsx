"use client";
// A small page of its own that opens from a button, and shuts when a link in it is followed.
import { Popover as Base } from "@base-ui/react/popover";
import { type ReactElement, type ReactNode, useState } from "react";

export interface PopoverProps {
  /** The button that opens it: a Button or an IconButton. */
  trigger: ReactElement;
  title: ReactNode;
  children: ReactNode;
  /** Stays in sight under what scrolls. */
  footer?: ReactNode;
}

export function Popover({ trigger, title, children, footer }: PopoverProps) {
  const [open, setOpen] = useState(false);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={10} collisionPadding={8} className="z-50">
          <Base.Popup
            onClick={(event) => {
              if ((event.target as Element).closest("a")) setOpen(false);
            }}
            className="popup grid max-h-[min(36rem,var(--available-height))] w-96 max-w-[calc(100vw-1rem)] grid-rows-[auto_minmax(0,1fr)_auto] outline-none"
          >
            <Base.Title className="border-rule border-b px-4 py-2.5 font-semibold">{title}</Base.Title>
            <div className="overflow-y-auto overscroll-contain">{children}</div>
            {footer && <div className="border-rule border-t px-4 py-1.5">{footer}</div>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
