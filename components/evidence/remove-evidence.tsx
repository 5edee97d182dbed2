"use client";
// Takes evidence off its commitment at once, and back by the toast that says so.
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { removeEvidence, restoreEvidence } from "@/actions/evidence";
import { focusOpener } from "@/components/commitments/focus-opener";
import { useFormPlace } from "@/components/commitments/form-place";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

export interface RemoveEvidenceProps {
  citationId: string;
  version: number;
  title: string;
  /** The button that opens the edit form. */
  edit: ReactNode;
}

export function RemoveEvidence({ citationId, version, title, edit }: RemoveEvidenceProps) {
  const t = useTranslations("evidence");
  const common = useTranslations("common");
  const { close } = useFormPlace();
  const row = useRef<HTMLDivElement>(null);
  const toast = useToast();
  const restore = useButtonAction(restoreEvidence, () => toast({ title: t("restored") }));
  const remove = useButtonAction(removeEvidence, (removed) =>
    toast({
      title: t("removed", { title }),
      timeout: 20_000,
      action: {
        label: common("undo"),
        onAction: () => restore.run({ citationId, version: String(removed.version) }),
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
      <Button
        size="small"
        variant="quiet"
        icon={<Trash2 aria-hidden="true" />}
        aria-label={t("removeNamed", { title })}
        onClick={() => {
          close();
          focusOpener(row.current);
          remove.run({ citationId, version: String(version) });
        }}
      >
        {t("remove")}
      </Button>
    </div>
  );
}
