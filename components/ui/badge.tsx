// Small marks: a word in a rounded frame, or a code such as B2 in a square box.
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";

const tones: Record<Tone, string> = {
  neutral: "border-rule bg-well text-muted",
  accent: "border-accent/30 bg-accent-soft text-accent-strong",
  success: "border-success/30 bg-success-soft text-success",
  warning: "border-warning/30 bg-warning-soft text-warning",
  danger: "border-danger/30 bg-danger-soft text-danger",
};

export function Badge({ tone = "neutral", icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 whitespace-nowrap rounded-full border px-2 text-xs leading-[1.7] [&_svg]:size-[1.1em]",
        tones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}

/** A grade or code, always read from left to right. Wrap it in a Definition to explain it. */
export function Box({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <bdi
      dir="ltr"
      className={classNames(
        "inline-flex h-6 min-w-6 items-center justify-center rounded-sm border border-edge bg-paper px-1.5 font-semibold text-[0.8125rem] text-text tabular-nums leading-none",
        className,
      )}
    >
      {children}
    </bdi>
  );
}
