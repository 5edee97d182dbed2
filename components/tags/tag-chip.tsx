// A tag as it is seen: its colour, and always its name.
import { useLocale } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { type TagColor, type TagWords, tagWords } from "@/domain/tag-terms";

const grounds: Record<TagColor, string> = {
  OCHRE: "bg-[light-dark(oklch(0.72_0.14_85),oklch(0.8_0.13_88))]",
  RED: "bg-[light-dark(oklch(0.55_0.18_27),oklch(0.7_0.15_25))]",
  ROSE: "bg-[light-dark(oklch(0.65_0.17_355),oklch(0.77_0.13_355))]",
  VIOLET: "bg-[light-dark(oklch(0.5_0.17_300),oklch(0.7_0.14_300))]",
  BLUE: "bg-[light-dark(oklch(0.52_0.14_255),oklch(0.7_0.12_250))]",
  TEAL: "bg-[light-dark(oklch(0.58_0.1_195),oklch(0.75_0.1_195))]",
  GREEN: "bg-[light-dark(oklch(0.55_0.13_145),oklch(0.75_0.13_145))]",
  GREY: "bg-muted",
};

export function TagDot({ color }: { color: TagColor }) {
  return (
    <span
      aria-hidden="true"
      className={classNames("inline-block size-2.5 shrink-0 rounded-full forced-color-adjust-none", grounds[color])}
    />
  );
}

export function TagChip({ name, color }: { name: TagWords; color: TagColor }) {
  const locale = useLocale();
  return (
    <span className="inline-flex max-w-full items-center gap-1.5 rounded-full border border-rule bg-panel px-2 py-px text-xs">
      <TagDot color={color} />
      <bdi className="truncate">{tagWords(name, locale)}</bdi>
    </span>
  );
}
