// A group of fields that stays shut until somebody asks for it, or until one of its fields is refused.
import type { ReactNode } from "react";

export function FieldFold({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className="border-rule border-b open:pb-5 has-aria-invalid:details-content:[content-visibility:visible]">
      <summary className="min-h-9 cursor-pointer py-1.5 font-semibold hover:text-accent pointer-coarse:min-h-11">
        {label}
      </summary>
      <div className="grid gap-5 pt-2">{children}</div>
    </details>
  );
}
