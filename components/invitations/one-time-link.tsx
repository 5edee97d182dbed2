"use client";
// A link that is shown this once, with a button that copies it.
import { Check, Copy } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState, useSyncExternalStore } from "react";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { controlClass, Field } from "../ui/field";

export type OneTimeLinkProps = {
  label: string;
  /** Without language and host: "/invitations/…". */
  path: string;
  /** The language in which the page opens; the reader's own when left out. */
  locale?: string;
};

type Copied = "no" | "yes" | "failed";

export function OneTimeLink({ label, path, locale }: OneTimeLinkProps) {
  const t = useTranslations("invitations.link");
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<Copied>("no");
  const own = useLocale();
  const address = `${useOrigin()}/${locale ?? own}${path}`;

  async function copy() {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(address);
      setCopied("yes");
    } catch {
      // No clipboard without https or permission: the link stays selected for the keyboard.
      setCopied("failed");
    }
  }

  return (
    <div className="grid gap-2">
      <Field label={label} hint={t("once")}>
        {(described) => (
          <div className="flex gap-2">
            <input
              {...described}
              ref={input}
              readOnly
              dir="ltr"
              value={address}
              onFocus={(event) => event.currentTarget.select()}
              className={classNames(controlClass, "min-w-0 font-mono text-sm")}
            />
            <Button
              variant="primary"
              className="shrink-0"
              icon={copied === "yes" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
              onClick={copy}
            >
              {t("copy")}
            </Button>
          </div>
        )}
      </Field>
      <p role="status" className={copied === "failed" ? "text-danger text-sm" : "text-success text-sm"}>
        {copied === "yes" && t("copied")}
        {copied === "failed" && t("notCopied")}
      </p>
    </div>
  );
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
