"use client";
// One token: what it is for and what became of it, with a way to revoke it after a dialog that names it.
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { revokeToken } from "@/actions/api-tokens";
import type { TokenView } from "@/server/api-tokens";
import { ConfirmedAction } from "../forms/confirmed-action";
import { Badge } from "../ui/badge";
import { Instant } from "../ui/bidi";
import { Button } from "../ui/button";

export function TokenRow({ token }: { token: TokenView }) {
  const t = useTranslations("apiTokens");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <KeyRound aria-hidden="true" className="size-5 shrink-0 text-faint" strokeWidth={1.75} />
      <div className="min-w-0 flex-1 basis-60">
        <p className="wrap-anywhere flex flex-wrap items-center gap-x-2 font-semibold">
          <bdi>{token.name}</bdi>
          <Badge>{t(`scopes.${token.scope}`)}</Badge>
          {token.hasExpired && <Badge tone="warning">{t("list.expired")}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-4 text-muted text-sm">
          <span>{t.rich("list.created", { when: () => <Instant value={token.createdAt} /> })}</span>
          <span>{t.rich("list.expires", { when: () => <Instant value={token.expiresAt} /> })}</span>
          <span>
            {token.lastUsedAt
              ? t.rich("list.lastUsed", { when: () => <Instant value={token.lastUsedAt as Date} /> })
              : t("list.neverUsed")}
          </span>
        </p>
      </div>
      <RevokeToken token={token} />
    </li>
  );
}

function RevokeToken({ token: { tokenId, name } }: { token: TokenView }) {
  const t = useTranslations("apiTokens.revoke");
  return (
    <ConfirmedAction
      action={revokeToken}
      values={{ tokenId }}
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
