"use client";
// Where a member makes tokens for programs and looks after them; a new one stays in sight until the page is left.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { createToken } from "@/actions/api-tokens";
import { tokenLifetimes, tokenScopes } from "@/domain/api-token-terms";
import type { TokenView } from "@/server/api-tokens";
import { ActionForm } from "../forms/action-form";
import { RadioList, SelectField, TextField } from "../forms/fields";
import { Num } from "../ui/bidi";
import { CopyField } from "../ui/copy-field";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";
import { TokenRow } from "./token-row";

type Made = { tokenId: string; token: string };

export function TokenDesk({ tokens }: { tokens: readonly TokenView[] }) {
  const t = useTranslations("apiTokens");
  const [made, setMade] = useState<Made | null>(null);
  const isThere = made && tokens.some(({ tokenId }) => tokenId === made.tokenId);
  return (
    <>
      <Section id="new-token" title={t("form.title")}>
        <p className="mb-4 max-w-reading text-muted">{t("form.lead")}</p>
        <div className="grid gap-5">
          <TokenForm onMade={setMade} />
          {made && isThere && <NewToken key={made.tokenId} token={made.token} />}
        </div>
      </Section>
      <Section id="tokens" title={t("list.title")} count={<Num value={tokens.length} />}>
        {tokens.length === 0 && <p className="text-muted">{t("list.empty")}</p>}
        <ul className="divide-y divide-rule border-rule not-empty:border-b">
          {tokens.map((token) => (
            <TokenRow key={token.tokenId} token={token} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function TokenForm({ onMade }: { onMade: (made: Made) => void }) {
  const t = useTranslations("apiTokens");
  return (
    <ActionForm
      action={createToken}
      submitLabel={t("form.submit")}
      resetWhenDone="reset"
      onDone={onMade}
      className="max-w-form"
    >
      <TextField name="name" label={t("fields.name")} hint={t("fields.nameHint")} autoComplete="off" />
      <RadioList
        name="scope"
        label={t("fields.scope")}
        defaultValue="READ"
        choices={tokenScopes.map((value) => ({
          value,
          label: t(`scopes.${value}`),
          description: t(`scopes.does.${value}`),
        }))}
      />
      <SelectField
        name="validDays"
        label={t("fields.validDays")}
        defaultValue="30"
        options={tokenLifetimes.map((value) => ({ value, label: t("fields.days", { days: Number(value) }) }))}
      />
    </ActionForm>
  );
}

function NewToken({ token }: { token: string }) {
  const t = useTranslations("apiTokens.made");
  const words = { copy: t("copy"), copied: t("copied"), notCopied: t("notCopied") };
  return (
    <div className="max-w-reading">
      <Notice live tone="success" title={t("title")}>
        <CopyField label={t("label")} hint={t("once")} value={token} words={words} />
      </Notice>
    </div>
  );
}
