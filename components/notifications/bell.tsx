"use client";
// The bell: how many notifications wait to be read, in words for those who listen, and the latest of them.
import { Bell as BellIcon } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../ui/button";
import { Popover } from "../ui/popover";

export interface BellProps {
  /** "Notifications, 3 unread". */
  label: string;
  title: string;
  /** The number as it is written; null where nothing waits. */
  badge: string | null;
  children: ReactNode;
  footer: ReactNode;
}

export function Bell({ label, title, badge, children, footer }: BellProps) {
  return (
    <>
      <span role="status" className="sr-only">
        {badge !== null && label}
      </span>
      <Popover
        title={title}
        footer={footer}
        trigger={
          <IconButton label={label} className="relative">
            <BellIcon aria-hidden="true" />
            {badge !== null && (
              <span
                aria-hidden="true"
                className="absolute end-0 top-0 grid h-4.5 min-w-4.5 place-items-center rounded-full border border-panel bg-danger px-1 font-semibold text-paper text-xs tabular-nums leading-none"
              >
                {badge}
              </span>
            )}
          </IconButton>
        }
      >
        {children}
      </Popover>
    </>
  );
}
