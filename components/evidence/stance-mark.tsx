// What evidence says about the commitment, as icon and word.
import { CircleMinus, CirclePlus, CircleSmall } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Stance } from "@/domain/scales";

const icons = { SUPPORTS: CirclePlus, CONTRADICTS: CircleMinus, CONTEXT: CircleSmall } as const satisfies Record<
  Stance,
  unknown
>;

export function StanceIcon({ stance }: { stance: Stance }) {
  const Icon = icons[stance];
  return <Icon aria-hidden="true" className="size-[1.15em] shrink-0 text-muted" />;
}

/** Needs the messages `scales`. */
export function StanceMark({ stance }: { stance: Stance }) {
  const scales = useTranslations("scales");
  return (
    <span className="inline-flex items-center gap-1.5">
      <StanceIcon stance={stance} />
      {scales(`stance.${stance}`)}
    </span>
  );
}
