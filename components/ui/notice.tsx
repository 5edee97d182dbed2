// A word to the reader that stands in the page: information, success, a warning or a danger.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type NoticeTone = "info" | "success" | "warning" | "danger";

const looks = {
  info: { icon: Info, frame: "border-s-accent bg-accent-soft", ink: "text-accent" },
  success: { icon: CircleCheck, frame: "border-s-success bg-success-soft", ink: "text-success" },
  warning: { icon: TriangleAlert, frame: "border-s-warning bg-warning-soft", ink: "text-warning" },
  danger: { icon: CircleAlert, frame: "border-s-danger bg-danger-soft", ink: "text-danger" },
};

export interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons or links under the text. */
  actions?: ReactNode;
  /** Read out at once: for what appears after an action. */
  live?: boolean;
}

export function Notice({ tone = "info", title, children, actions, live = false }: NoticeProps) {
  const { icon: Icon, frame, ink } = looks[tone];
  const role = tone === "danger" ? "alert" : "status";
  return (
    <div role={live ? role : undefined} className={classNames("flex gap-3 rounded-e-md border-s-3 px-4 py-3", frame)}>
      <Icon aria-hidden="true" className={classNames("mt-[0.25em] size-[1.15em] shrink-0", ink)} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
