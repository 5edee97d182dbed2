"use client";
// Fetching a file so that a refusal can be told on the page, where a plain link would save or show something unreadable.
import { useTranslations } from "next-intl";
import { useState } from "react";

export function useDownload() {
  const t = useTranslations("exports");
  const refusals = useTranslations("refusals");
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function download(address: string): Promise<void> {
    if (busy) return;
    setBusy(address);
    setFailure(null);
    try {
      const answer = await fetch(address);
      if (answer.ok) save(await answer.blob(), nameOf(answer));
      else setFailure(sentenceOf(await answer.json().catch(() => ({}))));
    } catch {
      setFailure(t("offline"));
    } finally {
      setBusy(null);
    }
  }

  /** The refusal's own words, where it has any. */
  function sentenceOf({ code, reason, fields }: { code?: string; reason?: string; fields?: Record<string, string> }) {
    const key = Object.values(fields ?? {})[0] ?? reason ?? code;
    return key && refusals.has(key as never) ? refusals(key as never) : t("unexpected");
  }

  return { download, busy, failure };
}

/** The name that the server gave it (RFC 8187). */
function nameOf(answer: Response): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  return encoded ? decodeURIComponent(encoded) : "";
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Browsers read it after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
