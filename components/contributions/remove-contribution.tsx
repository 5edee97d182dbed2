"use client";
// Takes a contribution away at once, and back by the toast that says so.
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { removeContribution, restoreContribution } from "@/actions/contributions";
import { focusOpener } from "@/components/commitments/focus-opener";
import { useFormPlace } from "@/components/commitments/form-place";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

export interface RemoveContributionProps {
  contributionId: string;
  version: number;
  /** Of the party. */
  name: string;
  mayRemove: boolean;
  /** The button that opens the edit form. */
  edit: ReactNode;
}

export function RemoveContribution({ contributionId, version, name, mayRemove, edit }: RemoveContributionProps) {
  const t = useTranslations("contributions");
  const common = useTranslations("common");
  const { close } = useFormPlace();
  const row = useRef<HTMLDivElement>(null);
  const toast = useToast();
  const restore = useButtonAction(restoreContribution, () => toast({ title: t("restored") }));
  const remove = useButtonAction(removeContribution, (removed) =>
    toast({
      title: t("removed"),
      timeout: 20_000,
      action: {
        label: common("undo"),
        onAction: () => restore.run({ contributionId, version: String(removed.version) }),
      },
    }),
  );
  return (
    <div
      ref={row}
      data-going={remove.pending || undefined}
      className="flex flex-wrap gap-1 print:hidden [&>.border-transparent:first-child]:-ms-2.5"
    >
      {edit}
      {mayRemove && (
        <Button
          size="small"
          variant="quiet"
          icon={<Trash2 aria-hidden="true" />}
          aria-label={t("removeNamed", { name })}
          onClick={() => {
            close();
            focusOpener(row.current);
            remove.run({ contributionId, version: String(version) });
          }}
        >
          {t("remove")}
        </Button>
      )}
    </div>
  );
}
