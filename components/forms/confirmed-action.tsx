"use client";
// What must not happen by a slip: a button opens a dialog that names it, and a button there does it.
import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useState } from "react";
import type { FormOutcome } from "@/actions/form-action";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { useButtonAction } from "./use-button-action";

export interface ConfirmedActionProps {
  action: (form: FormData) => Promise<FormOutcome>;
  /** What is sent to it. */
  values: Record<string, string>;
  /** The button that opens the dialog. */
  trigger: ReactElement;
  title: ReactNode;
  text: ReactNode;
  submitLabel: string;
  /** The button that leaves all as it is; "Cancel" where it is left out. */
  keepLabel?: string;
  /** What is said once it is done. */
  doneMessage: string;
}

export function ConfirmedAction(props: ConfirmedActionProps) {
  const t = useTranslations("common");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { run, pending } = useButtonAction(props.action, () => {
    setOpen(false);
    toast({ title: props.doneMessage });
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="small"
      title={props.title}
      trigger={props.trigger}
      footer={
        <>
          <DialogClose>{props.keepLabel ?? t("cancel")}</DialogClose>
          <Button variant="danger" pending={pending} onClick={() => run(props.values)}>
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <p>{props.text}</p>
    </Dialog>
  );
}
