"use client";
// Publishing what the page shows as a numbered release, after a dialog that says what that means.
import { Stamp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { publishRelease } from "@/actions/releases";
import { useRouter } from "@/i18n/navigation";
import { useButtonAction } from "../forms/use-button-action";
import { Button } from "../ui/button";
import { RadioList } from "../ui/choice";
import { Dialog, DialogClose } from "../ui/dialog";
import { useToast } from "../ui/toast";

/** `values` are the choices of the summary on the page. */
export function PublishRelease({ values }: { values: Record<string, string> }) {
  const t = useTranslations("releases.publish");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [notes, setNotes] = useState("without");
  const { run, pending } = useButtonAction(publishRelease, ({ id, number }) => {
    setOpen(false);
    toast({ title: t("done", { number: String(number) }) });
    router.push(`/releases/${id}`);
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      trigger={
        <Button variant="primary" icon={<Stamp aria-hidden="true" />}>
          {t("action")}
        </Button>
      }
      footer={
        <>
          <DialogClose>{common("cancel")}</DialogClose>
          <Button variant="primary" pending={pending} onClick={() => run({ ...values, notes })}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t("text")}</p>
        <p>{t("chosen")}</p>
        <RadioList
          name="notes"
          label={t("notes")}
          layout="row"
          value={notes}
          onValueChange={setNotes}
          choices={[
            { value: "without", label: t("without") },
            { value: "with", label: t("with") },
          ]}
        />
      </div>
    </Dialog>
  );
}
