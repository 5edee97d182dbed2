// What the latest look at the address of a source found, as icon and word, with when that was.
import { CircleCheck, CircleDashed, CircleHelp, CircleX, FilePen, MoveUpRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Instant } from "@/components/ui/bidi";
import { classNames } from "@/components/ui/class-names";
import { Definition } from "@/components/ui/tooltip";
import type { EvidenceHealth } from "@/domain/scales";

const icons = {
  UNCHECKED: CircleDashed,
  ALIVE: CircleCheck,
  MOVED: MoveUpRight,
  CHANGED: FilePen,
  GONE: CircleX,
  UNREACHABLE: CircleHelp,
} as const satisfies Record<EvidenceHealth, unknown>;

const tones: Partial<Record<EvidenceHealth, string>> = {
  GONE: "text-danger",
  CHANGED: "text-warning",
  UNREACHABLE: "text-warning",
};

export interface HealthMarkProps {
  health: EvidenceHealth;
  checkedAt: Date | null;
}

/** Needs the messages `captures` and `scales`. */
export function HealthMark({ health, checkedAt }: HealthMarkProps) {
  const t = useTranslations("captures");
  const scales = useTranslations("scales");
  const Icon = icons[health];
  return (
    <Definition
      definition={
        <>
          <span className="block">{scales(`evidenceHealthDefinition.${health}`)}</span>
          {checkedAt && (
            <span className="block">{t.rich("checked", { time: () => <Instant value={checkedAt} /> })}</span>
          )}
        </>
      }
      className="gap-1.5"
    >
      <Icon
        aria-hidden="true"
        className={classNames(
          "size-[1.15em] shrink-0",
          tones[health] ?? "text-muted",
          health === "MOVED" && "flip-rtl",
        )}
      />
      {scales(`evidenceHealth.${health}`)}
    </Definition>
  );
}
