"use client";
// A link that is shown this once, with a button that copies it.
import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { CopyField } from "../ui/copy-field";

export type OneTimeLinkProps = {
  label: string;
  /** Without language and host: "/invitations/…". */
  path: string;
  /** The language in which the page opens; the reader's own when left out. */
  locale?: string;
};

export function OneTimeLink({ label, path, locale }: OneTimeLinkProps) {
  const t = useTranslations("invitations.link");
  const own = useLocale();
  const address = `${useOrigin()}/${locale ?? own}${path}`;
  const words = { copy: t("copy"), copied: t("copied"), notCopied: t("notCopied") };
  return <CopyField label={label} hint={t("once")} value={address} words={words} />;
}

const never = () => () => {};

/** Where the reader reached the product, which is the address that works for colleagues too. */
function useOrigin(): string {
  return useSyncExternalStore(
    never,
    () => window.location.origin,
    () => "",
  );
}
