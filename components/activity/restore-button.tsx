"use client";
// Brings back what an event took away.
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { restoreEvidence } from "@/actions/evidence";
import { restoreNote } from "@/actions/notes";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

export interface RestoreButtonProps {
  what: "note" | "evidence";
  id: string;
  version: number;
  /** Names the thing, since a page may hold several of these buttons. */
  label: string;
}

/** Needs the messages `activity`, `refusals` and `forms`. */
export function RestoreButton({ what, id, version, label }: RestoreButtonProps) {
  const t = useTranslations("activity");
  const toast = useToast();
  const done = () => toast({ title: t("restored") });
  const note = useButtonAction(restoreNote, done);
  const evidence = useButtonAction(restoreEvidence, done);
  const restore = () =>
    what === "note"
      ? note.run({ noteId: id, version: String(version) })
      : evidence.run({ citationId: id, version: String(version) });
  return (
    <Button
      size="small"
      aria-label={label}
      pending={note.pending || evidence.pending}
      icon={<Undo2 aria-hidden="true" className="flip-rtl" />}
      onClick={restore}
      className="print:hidden"
    >
      {t("restore")}
    </Button>
  );
}
