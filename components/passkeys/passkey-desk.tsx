"use client";
// Where a person adds passkeys and looks after them.
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addPasskey, removePasskey, startPasskey } from "@/actions/passkeys";
import type { PasskeyView } from "@/server/passkeys";
import { ActionForm } from "../forms/action-form";
import { ConfirmedAction } from "../forms/confirmed-action";
import { TextField } from "../forms/fields";
import { PasswordField } from "../sessions/password-field";
import { Instant } from "../ui/bidi";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";
import { useToast } from "../ui/toast";
import { passkeyAnswer } from "./passkey-answer";

/** `areOffered` says whether browsers make passkeys for this address. */
export function PasskeyDesk({ passkeys, areOffered }: { passkeys: readonly PasskeyView[]; areOffered: boolean }) {
  const t = useTranslations("passkeys");
  return (
    <Section id="passkeys" title={t("title")}>
      <p className="mb-4 max-w-reading text-muted">{t("lead")}</p>
      <div className="grid gap-5">
        {passkeys.length === 0 ? (
          <p className="text-muted">{t("empty")}</p>
        ) : (
          <ul className="max-w-reading divide-y divide-rule border-rule border-y">
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} />
            ))}
          </ul>
        )}
        {areOffered ? <AddPasskey /> : <Notice>{t("notHere")}</Notice>}
      </div>
    </Section>
  );
}

function AddPasskey() {
  const t = useTranslations("passkeys");
  const account = useTranslations("twoFactor");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="small"
      title={t("add")}
      trigger={<Button className="justify-self-start">{t("add")}</Button>}
    >
      <ActionForm
        action={add}
        submitLabel={t("add")}
        onCancel={() => setOpen(false)}
        onDone={({ name }) => {
          setOpen(false);
          toast({ title: t("added", { name }) });
        }}
      >
        <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="off" />
        <PasswordField name="currentPassword" label={account("currentPassword")} autoComplete="current-password" />
      </ActionForm>
    </Dialog>
  );
}

async function add(form: FormData) {
  const started = await startPasskey(form);
  if (started.status !== "done") return started;
  const answered = await passkeyAnswer((browser) => browser.startRegistration({ optionsJSON: started.value }));
  if (!("answer" in answered)) return answered;
  form.set("answer", answered.answer);
  form.delete("currentPassword");
  return addPasskey(form);
}

function PasskeyRow({ passkey }: { passkey: PasskeyView }) {
  const t = useTranslations("passkeys");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <KeyRound aria-hidden="true" className="size-5 shrink-0 text-faint" strokeWidth={1.75} />
      <div className="min-w-0 flex-1 basis-60">
        <p className="wrap-anywhere font-semibold">
          <bdi>{passkey.name}</bdi>
        </p>
        <p className="flex flex-wrap gap-x-4 text-muted text-sm">
          <span>{t.rich("created", { when: () => <Instant value={passkey.createdAt} /> })}</span>
          <span>
            {passkey.lastUsedAt
              ? t.rich("lastUsed", { when: () => <Instant value={passkey.lastUsedAt as Date} /> })
              : t("neverUsed")}
          </span>
        </p>
      </div>
      <RemovePasskey passkey={passkey} />
    </li>
  );
}

function RemovePasskey({ passkey: { id, name } }: { passkey: PasskeyView }) {
  const t = useTranslations("passkeys.remove");
  return (
    <ConfirmedAction
      action={removePasskey}
      values={{ passkeyId: id }}
      trigger={
        <Button size="small" aria-label={t("actionNamed", { name })}>
          {t("action")}
        </Button>
      }
      title={t("title", { name })}
      text={t("text")}
      submitLabel={t("submit")}
      doneMessage={t("done", { name })}
    />
  );
}
