"use client";
// The beginning of a file's hash, and a button that copies all of it.
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/bidi";
import { IconButton } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

export function CopyHash({ number, sha256 }: { number: number; sha256: string }) {
  const t = useTranslations("captures");
  const toast = useToast();
  async function copy() {
    const isCopied = await navigator.clipboard.writeText(sha256).then(
      () => true,
      () => false,
    );
    toast(isCopied ? { title: t("hashCopied") } : { title: t("hashNotCopied", { hash: sha256 }), timeout: 0 });
  }
  return (
    <span className="inline-flex items-center gap-1 text-muted">
      SHA-256
      <Code className="font-mono text-xs">{`${sha256.slice(0, 12)}…`}</Code>
      <IconButton label={t("copyHash", { number: String(number) })} className="size-7 print:hidden" onClick={copy}>
        <Copy aria-hidden="true" />
      </IconButton>
    </span>
  );
}
