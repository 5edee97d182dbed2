// A status as icon and word, never colour alone.
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { type DiscSize, StatusDisc, type StatusDiscProps } from "./status-disc";

/** In a line the words keep the line's own baseline; beside a larger disc they stand at its middle. */
const layouts: Record<DiscSize, string> = {
  line: "[&>svg]:me-1.5 [&>svg]:align-[-0.2em]",
  medium: "inline-flex items-center gap-2",
  large: "inline-flex items-center gap-3",
};

/** Needs the messages `scales`. */
export function StatusLabel({ status, counterAction = false, size = "line", ink, className }: StatusDiscProps) {
  const t = useTranslations("scales");
  return (
    <span className={classNames(layouts[size], className)}>
      <StatusDisc status={status} counterAction={counterAction} size={size} ink={ink} />
      <span>
        {counterAction
          ? t("statusWithCounterAction", { status: t(`completion.${status ?? "NOT_ASSESSED"}`) })
          : t(`completion.${status ?? "NOT_ASSESSED"}`)}
      </span>
    </span>
  );
}
