// What stands where nothing is yet, and what to do about it.
import type { ReactNode } from "react";

export interface EmptyStateProps {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-1 border-edge/60 border-s-3 border-dotted py-1 ps-4">
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-reading text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
