"use client";
// A definition that opens on hover, on focus and on touch.
import { Tooltip } from "@base-ui/react/tooltip";
import { type ReactNode, useId, useState } from "react";
import { classNames } from "./class-names";

export interface DefinitionProps {
  /** What is explained: a code, a word, an icon with its word. */
  children: ReactNode;
  definition: ReactNode;
  className?: string;
}

export function Definition({ children, definition, className }: DefinitionProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <Tooltip.Root open={open} onOpenChange={setOpen}>
      <Tooltip.Trigger
        delay={150}
        closeOnClick={false}
        aria-describedby={id}
        // Touch has no hover, and Base UI leaves it out.
        onClick={() => setOpen(true)}
        className={classNames("inline-flex min-h-6 cursor-help items-center rounded-sm text-start", className)}
      >
        {children}
      </Tooltip.Trigger>
      <span id={id} hidden>
        {definition}
      </span>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-50">
          <Tooltip.Popup className="popup max-w-72 px-3 py-2 text-sm">{definition}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
