// Grey shapes where text will stand.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={classNames("block h-[1em] animate-pulse rounded-sm bg-well", className)} />
  );
}

/** Lines of text to come; the last one is shorter, as in a paragraph. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  const each = Array.from({ length: lines }, (_, line) => line);
  return (
    <span className="grid gap-3">
      {each.map((line) => (
        <Skeleton key={line} className={line === lines - 1 ? "w-2/3" : "w-full"} />
      ))}
    </span>
  );
}

export interface LoadingProps {
  children: ReactNode;
  /** Without JavaScript what comes later never shows: a link to where it stands. */
  otherwise: ReactNode;
}

/** Says once to a screen reader that the shapes inside are not yet the page. */
export function Loading({ children, otherwise }: LoadingProps) {
  const t = useTranslations("common");
  return (
    <>
      <div role="status" aria-busy="true" className="noscript:hidden">
        <span className="sr-only">{t("loading")}</span>
        {children}
      </div>
      <p className="hidden noscript:block">{otherwise}</p>
    </>
  );
}
