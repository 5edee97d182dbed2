"use client";
// A file of annotations: first what would become of each, then for good.
import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/i18n/navigation";
import type { ImportLine } from "@/server/annotation-import";
import { Button, buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Notice } from "../ui/notice";
import { ImportReport } from "./import-report";

type Shown = { lines: ImportLine[]; isDone: boolean };

export function ImportDesk({ slug }: { slug: string }) {
  const t = useTranslations("exchange.import");
  const exports = useTranslations("exports");
  const refusals = useTranslations("refusals");
  const router = useRouter();
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
      <div className="flex flex-wrap items-center gap-3">
        {/* The browser's own words for choosing a file are in the browser's language, not the page's. */}
        <label
          className={classNames(
            buttonClass("secondary"),
            "has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
          )}
        >
          <Upload aria-hidden="true" />
          {t("file")}
          <input
            type="file"
            accept=".jsonld,.json,application/ld+json,application/json"
            className="sr-only"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setShown(null);
              setFailure(null);
            }}
          />
        </label>
        {file && <bdi className="wrap-anywhere text-muted">{file.name}</bdi>}
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
