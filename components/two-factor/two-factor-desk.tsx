"use client";
// Where a person turns codes after the password on and off; backup codes stay in sight until the page is left.
import { ShieldCheck, ShieldOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { FormOutcome } from "@/actions/form-action";
import { confirmTwoFactor, makeBackupCodes, startTwoFactor, stopTwoFactor } from "@/actions/two-factor";
import { ActionForm } from "../forms/action-form";
import { PasswordField } from "../sessions/password-field";
import { Code } from "../ui/bidi";
import { Button } from "../ui/button";
import { CopyField } from "../ui/copy-field";
import { Dialog } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";
import { useToast } from "../ui/toast";
import { CodeField } from "./code-field";

type Secret = { picture: string; key: string };

export function TwoFactorDesk({ twoFactor }: { twoFactor: { isOn: boolean; backupCodesLeft: number } }) {
  const t = useTranslations("twoFactor");
  const toast = useToast();
  const [secret, setSecret] = useState<Secret | null>(null);
  const [backupCodes, setBackupCodes] = useState<readonly string[] | null>(null);
  const Icon = twoFactor.isOn ? ShieldCheck : ShieldOff;
  return (
    <Section id="two-factor" title={t("title")}>
      <p className="mb-4 max-w-reading text-muted">{t("lead")}</p>
      <div className="grid justify-items-start gap-5">
        <p className="flex items-center gap-2 font-semibold">
          <Icon aria-hidden="true" className={twoFactor.isOn ? "size-5 text-success" : "size-5 text-faint"} />
          {t(twoFactor.isOn ? "on" : "off")}
        </p>
        {twoFactor.isOn && (
          <>
            {backupCodes && <BackupCodes codes={backupCodes} />}
            <p>{t("backupCodes.left", { count: twoFactor.backupCodesLeft })}</p>
            <div className="flex flex-wrap gap-2">
              <PasswordDialog
                action={makeBackupCodes}
                label={t("backupCodes.make")}
                text={t("backupCodes.makeText")}
                onDone={(made) => setBackupCodes(made.backupCodes)}
              />
              <PasswordDialog
                action={stopTwoFactor}
                label={t("stop")}
                text={t("stopText")}
                onDone={() => {
                  setBackupCodes(null);
                  toast({ title: t("stopped") });
                }}
              />
            </div>
          </>
        )}
        {!twoFactor.isOn && !secret && (
          <PasswordDialog action={startTwoFactor} label={t("start")} text={t("startText")} onDone={setSecret} />
        )}
        {!twoFactor.isOn && secret && (
          <SetUp
            secret={secret}
            onCancel={() => setSecret(null)}
            onDone={(codes) => {
              setSecret(null);
              setBackupCodes(codes);
              toast({ title: t("started") });
            }}
          />
        )}
      </div>
    </Section>
  );
}

type SetUpProps = { secret: Secret; onCancel: () => void; onDone: (backupCodes: readonly string[]) => void };

function SetUp({ secret, onCancel, onDone }: SetUpProps) {
  const t = useTranslations("twoFactor");
  return (
    <div className="grid w-full max-w-form gap-4 border border-rule p-5">
      <h3 className="font-semibold">{t("setUp.title")}</h3>
      <p>{t("setUp.scan")}</p>
      {/* biome-ignore lint/performance/noImgElement: a picture that is made here has nothing to be optimised */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(secret.picture)}`}
        alt={t("setUp.picture")}
        className="size-48 border border-rule"
      />
      <p className="grid gap-1 text-sm">
        <span className="text-muted">{t("setUp.key")}</span>
        <span className="block">
          <Code className="wrap-anywhere select-all">{secret.key.replaceAll(/(.{4})(?=.)/g, "$1 ")}</Code>
        </span>
      </p>
      <ActionForm
        action={confirmTwoFactor}
        submitLabel={t("setUp.submit")}
        onCancel={onCancel}
        onDone={(made) => onDone(made.backupCodes)}
      >
        <CodeField />
      </ActionForm>
    </div>
  );
}

function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("twoFactor.backupCodes");
  const words = { copy: t("copy"), copied: t("copied"), notCopied: t("notCopied") };
  const inGroups = codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
  return (
    <div className="w-full max-w-form">
      <Notice live tone="success" title={t("title")}>
        <ul className="mb-3 grid grid-cols-2 gap-x-6 gap-y-1">
          {inGroups.map((code) => (
            <li key={code}>
              <Code>{code}</Code>
            </li>
          ))}
        </ul>
        <CopyField label={t("label")} hint={t("once")} value={inGroups.join(" ")} words={words} />
      </Notice>
    </div>
  );
}

type PasswordDialogProps<Value> = {
  action: (form: FormData) => Promise<FormOutcome<Value>>;
  label: string;
  text: ReactNode;
  onDone: (value: Value) => void;
};

/** Something that a passer-by must not do: the password is asked for again. */
function PasswordDialog<Value>({ action, label, text, onDone }: PasswordDialogProps<Value>) {
  const t = useTranslations("twoFactor");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} size="small" title={label} trigger={<Button>{label}</Button>}>
      <p className="mb-4">{text}</p>
      <ActionForm
        action={action}
        submitLabel={label}
        onCancel={() => setOpen(false)}
        onDone={(value) => {
          setOpen(false);
          onDone(value);
        }}
      >
        <PasswordField name="currentPassword" label={t("currentPassword")} autoComplete="current-password" />
      </ActionForm>
    </Dialog>
  );
}
