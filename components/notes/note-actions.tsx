"use client";
// What can be done with a note at once: settle it, open it again, delete it and take that back.
import { Check, RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { completeNote, deleteNote, reopenNote, restoreNote } from "@/actions/notes";
import { focusOpener } from "@/components/commitments/focus-opener";
import { useFormPlace } from "@/components/commitments/form-place";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { FollowUp } from "@/domain/note";

export interface NoteActionsProps {
  noteId: string;
  version: number;
  /** The note's date in words, which tells the buttons of several notes apart. */
  date: string;
  followUp: FollowUp;
  mayEdit: boolean;
  maySettle: boolean;
  /** The button that opens the edit form. */
  edit: ReactNode;
}

export function NoteActions({ noteId, version, date, followUp, mayEdit, maySettle, edit }: NoteActionsProps) {
  const t = useTranslations("notes");
  const common = useTranslations("common");
  const { close } = useFormPlace();
  const row = useRef<HTMLDivElement>(null);
  const toast = useToast();
  const settle = useButtonAction(completeNote, () => toast({ title: t("settled") }));
  const reopen = useButtonAction(reopenNote, () => toast({ title: t("reopened") }));
  const restore = useButtonAction(restoreNote, () => toast({ title: t("restored") }));
  const remove = useButtonAction(deleteNote, (deleted) =>
    toast({
      title: t("deleted"),
      timeout: 20_000,
      action: {
        label: common("undo"),
        onAction: () => restore.run({ noteId, version: String(deleted.version) }),
      },
    }),
  );
  const at = { noteId, version: String(version) };

  return (
    <div
      ref={row}
      data-going={remove.pending || undefined}
      className="flex flex-wrap gap-1 print:hidden [&>.border-transparent:first-child]:-ms-2.5"
    >
      {maySettle && (followUp === "OPEN" || followUp === "OVERDUE") && (
        <Button
          size="small"
          icon={<Check aria-hidden="true" />}
          pending={settle.pending}
          aria-label={t("settleNamed", { date })}
          onClick={() => settle.run(at)}
        >
          {t("settle")}
        </Button>
      )}
      {maySettle && followUp === "DONE" && (
        <Button
          size="small"
          variant="quiet"
          icon={<RotateCcw aria-hidden="true" />}
          pending={reopen.pending}
          aria-label={t("reopenNamed", { date })}
          onClick={() => reopen.run(at)}
        >
          {t("reopen")}
        </Button>
      )}
      {mayEdit && edit}
      {mayEdit && (
        <Button
          size="small"
          variant="quiet"
          icon={<Trash2 aria-hidden="true" />}
          aria-label={t("deleteNamed", { date })}
          onClick={() => {
            close();
            focusOpener(row.current);
            remove.run(at);
          }}
        >
          {t("delete")}
        </Button>
      )}
    </div>
  );
}
