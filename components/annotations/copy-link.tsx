"use client";
// The address of a comment: a link that is copied when it is pressed.
import { Link as Chain } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useToast } from "@/components/ui/toast";
import { getPathname } from "@/i18n/navigation";

export function CopyLink({ annotationId }: { annotationId: string }) {
  const t = useTranslations("annotations");
  const locale = useLocale();
  const toast = useToast();

  async function copy(event: MouseEvent<HTMLAnchorElement>) {
    event.preventDefault();
    const { href } = event.currentTarget;
    try {
      await navigator.clipboard.writeText(href);
      toast({ title: t("linkCopied") });
    } catch {
      // No clipboard without https or permission: then the address itself is shown, to be copied by hand.
      toast({ title: t("linkNotCopied"), description: href, timeout: 0 });
    }
  }

  return (
    <a
      href={getPathname({ href: `/annotations/${annotationId}`, locale })}
      onClick={copy}
      aria-label={t("copyLink")}
      title={t("copyLink")}
      className={classNames(buttonClass("quiet"), "size-8 px-0! pointer-coarse:size-11")}
    >
      <Chain aria-hidden="true" />
    </a>
  );
}
