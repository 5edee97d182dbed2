// The picture of a status: a disc that fills clockwise, in every direction of writing.

import { classNames } from "@/components/ui/class-names";
import type { Completion, Status } from "@/domain/scales";

export type DiscSize = "line" | "medium" | "large";

export interface StatusDiscProps {
  status: Status;
  /** The bearer acted against the commitment: a small flag on top. */
  counterAction?: boolean;
  /** `line` is as high as the words beside it. */
  size?: DiscSize;
  /** `inherit` on a coloured ground, whose ink it then takes. */
  ink?: "accent" | "inherit";
  className?: string;
}

const sizes: Record<DiscSize, string> = { line: "size-[1.15em]", medium: "size-6", large: "size-9" };

const outlines: Record<Completion | "NOT_ASSESSED", string | undefined> = {
  NOT_ASSESSED: "0.01 3.534",
  NO_EVIDENCE: "4.068 3",
  NOT_STARTED: undefined,
  LIMITED: undefined,
  SUBSTANTIAL: undefined,
  COMPLETE: undefined,
};

const fills: Partial<Record<Completion, string>> = {
  LIMITED: "M12 12V4a8 8 0 0 1 8 8Z",
  SUBSTANTIAL: "M12 12V4a8 8 0 1 1-8 8Z",
  COMPLETE: "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18Z",
};

/** Decoration only: the word stands beside it, as StatusLabel does. */
export function StatusDisc({
  status,
  counterAction = false,
  size = "line",
  ink = "accent",
  className,
}: StatusDiscProps) {
  const name = status ?? "NOT_ASSESSED";
  const fill = status && fills[status];
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      data-status={name}
      className={classNames(
        "inline-block shrink-0 overflow-visible",
        sizes[size],
        ink === "accent" && "text-accent forced-colors:text-[CanvasText]",
        className,
      )}
    >
      <circle
        cx="12"
        cy="12"
        r="9"
        stroke="currentColor"
        strokeWidth={status === null ? 2.4 : 2}
        strokeLinecap={status === null ? "round" : "butt"}
        strokeDasharray={outlines[name]}
      />
      {fill && <path d={fill} fill="currentColor" />}
      {counterAction && <Flag />}
    </svg>
  );
}

/** Over the quarter that fills last, with a rim of paper that sets it off from a full disc in grey print as well. */
function Flag() {
  return (
    <g className="text-danger forced-colors:text-[CanvasText]" strokeLinejoin="round">
      <path
        d="M8 11V-1H-2L.5 3L-2 7H6.5V11Z"
        className="fill-paper stroke-paper forced-colors:fill-[Canvas] forced-colors:stroke-[Canvas]"
        strokeWidth="2.6"
      />
      <path d="M8 11V-1" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path d="M8-1H-2L.5 3L-2 7H8Z" fill="currentColor" />
    </g>
  );
}
