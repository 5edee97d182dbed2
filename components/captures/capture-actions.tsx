"use client";
// Has a copy of a source kept now, or takes one that somebody has as a file.
import { ArchiveRestore, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { captureNow } from "@/actions/captures";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button, buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { mostCopied } from "@/domain/capture-terms";
import { useRouter } from "@/i18n/navigation";

/** Needs the messages `captures`, `exports`, `forms` and `refusals`. */
export function CaptureActions({ evidenceId }: { evidenceId: string }) {
  const t = useTranslations("captures");
  const toast = useToast();
  const { run, pending } = useButtonAction(captureNow, () => toast({ title: t("asked") }));
  return (
    <>
      <Button
        size="small"
        pending={pending}
        icon={<ArchiveRestore aria-hidden="true" />}
        onClick={() => run({ evidenceId })}
      >
        {t("captureNow")}
      </Button>
      <UploadDialog evidenceId={evidenceId} />
    </>
  );
}

function UploadDialog({ evidenceId }: { evidenceId: string }) {
  const t = useTranslations("captures");
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const { send, busy, failure, forget } = useUpload(evidenceId, () => setOpen(false));
  return (
    <Dialog
      open={open}
      onOpenChange={(opens) => {
        setOpen(opens);
        setFile(null);
        forget();
      }}
      title={t("uploadTitle")}
      description={t("uploadHint")}
      trigger={
        <Button size="small" icon={<Upload aria-hidden="true" />}>
          {t("upload")}
        </Button>
      }
      footer={
        <Button variant="primary" pending={busy} disabled={!file} onClick={() => file && send(file)}>
          {t("submit")}
        </Button>
      }
    >
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center gap-3">
          {/* The browser's own words for choosing a file are in the browser's language, not the page's. */}
          <label
            className={classNames(
              buttonClass("secondary"),
              "has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
            )}
          >
            {t("file")}
            <input
              type="file"
              accept=".html,.htm,.pdf,.png,.jpg,.jpeg,.gif,.webp,.avif,.txt,text/*,image/*,application/pdf"
              className="sr-only"
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null);
                forget();
              }}
            />
          </label>
          {file && <bdi className="wrap-anywhere text-muted">{file.name}</bdi>}
        </div>
        {failure && (
          <Notice tone="danger" live>
            {failure}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function useUpload(evidenceId: string, onDone: () => void) {
  const t = useTranslations("captures");
  const exports = useTranslations("exports");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function send(file: File): Promise<void> {
    if (busy) return;
    if (file.size > mostCopied) return setFailure(refusals("file_too_large"));
    setBusy(true);
    setFailure(null);
    try {
      const address = `/api/v1/evidence/${evidenceId}/captures?name=${encodeURIComponent(file.name)}`;
      const headers = { "content-type": "application/octet-stream" };
      const answer = await fetch(address, { method: "POST", headers, body: file });
      const said = await answer.json().catch(() => ({}));
      if (!answer.ok) return setFailure(sentenceOf(said));
      toast({ title: t("uploaded", { number: String(said.number) }) });
      onDone();
      router.refresh();
    } catch {
      setFailure(exports("offline"));
    } finally {
      setBusy(false);
    }
  }

  function sentenceOf({ code, fields }: { code?: string; fields?: Record<string, string> }): string {
    const key = Object.values(fields ?? {})[0] ?? code;
    return key && refusals.has(key as never) ? refusals(key as never) : exports("unexpected");
  }

  return { send, busy, failure, forget: () => setFailure(null) };
}
