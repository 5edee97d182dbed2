// Which way a status moved: an arrow and its word.
import { ArrowDown, ArrowRight, ArrowUp, CirclePlus } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import type { Movement } from "@/domain/report";

const arrows = { FIRST: CirclePlus, UP: ArrowUp, DOWN: ArrowDown, SIDEWAYS: ArrowRight };

export function MovementMark({ movement, text }: { movement: Movement; text: string }) {
  const Arrow = arrows[movement];
  return (
    <span className="inline-flex items-start gap-2 font-semibold">
      <Arrow
        aria-hidden="true"
        className={classNames("mt-[0.3em] size-4 shrink-0", movement === "SIDEWAYS" && "flip-rtl")}
      />
      {text}
    </span>
  );
}
