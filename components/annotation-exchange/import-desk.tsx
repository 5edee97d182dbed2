"use client";
// A file of annotations: first what would become of each, then for good.
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRouter } from "@/i18n/navigation";
import type { ImportLine } from "@/server/annotation-import";
import { Button } from "../ui/button";
import { controlClass } from "../ui/field";
import { Notice } from "../ui/notice";
import { ImportReport } from "./import-report";

type Shown = { lines: ImportLine[]; isDone: boolean };

export function ImportDesk({ slug }: { slug: string }) {
  const t = useTranslations("exchange.import");
  const exports = useTranslations("exports");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function send(isDone: boolean): Promise<void> {
    if (!file || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const address = `/api/v1/documents/${slug}/annotations${isDone ? "" : "?dryRun=true"}`;
      const headers = { "content-type": "application/ld+json" };
      const answer = await fetch(address, { method: "POST", headers, body: file });
      const said = await answer.json().catch(() => ({}));
      if (answer.ok) setShown({ lines: said, isDone });
      else setFailure(sentenceOf(said));
      if (answer.ok && isDone) router.refresh();
    } catch {
      setFailure(exports("offline"));
    } finally {
      setBusy(false);
    }
  }

  function sentenceOf({ code, reason, fields }: { code?: string; reason?: string; fields?: Record<string, string> }) {
    const key = Object.values(fields ?? {})[0] ?? reason ?? code;
    return key && refusals.has(key as never) ? refusals(key as never) : exports("unexpected");
  }

  const comes = shown?.lines.some(({ outcome }) => ["PLACED", "ORPHAN", "REPLY"].includes(outcome));
  return (
    <div className="grid gap-4">
      <p className="max-w-reading text-muted">{t("lead")}</p>
      <div className="grid max-w-form gap-1.5">
        <label htmlFor={id} className="font-semibold">
          {t("file")}
        </label>
        <input
          id={id}
          type="file"
          accept=".jsonld,.json,application/ld+json,application/json"
          className={controlClass}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            setShown(null);
            setFailure(null);
          }}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button pending={busy} disabled={!file} onClick={() => send(false)}>
          {t("preview")}
        </Button>
        {shown && !shown.isDone && comes && (
          <Button variant="primary" pending={busy} onClick={() => send(true)}>
            {t("submit")}
          </Button>
        )}
      </div>
      {failure && (
        <Notice tone="danger" live>
          {failure}
        </Notice>
      )}
      {shown && <ImportReport {...shown} />}
    </div>
  );
}
