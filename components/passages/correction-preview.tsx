"use client";
// What a correction would do, before it is saved: the words that change, and what becomes of the marks on them.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { previewCorrection } from "@/actions/passages";
import { attempt } from "@/components/forms/action-form";
import { TextComparison } from "@/components/ui/text-comparison";
import { directionOfLanguage } from "@/domain/text-direction";
import type { CorrectionPreview as Preview } from "@/server/passages";

export interface CorrectionPreviewProps {
  passage: { id: string; text: string; language: string };
  typed: string;
}

const pauseBeforeAsking = 400;

export function CorrectionPreview({ passage, typed }: CorrectionPreviewProps) {
  const t = useTranslations("passages.preview");
  const { id, text, language } = passage;
  const preview = usePreview(id, typed, typed !== text);
  if (typed === text) return null;
  return (
    <section aria-label={t("title")} className="grid gap-3 rounded-md border border-edge bg-panel p-4">
      <h2 className="font-semibold text-sm">{t("title")}</h2>
      <TextComparison
        from={text}
        to={typed}
        lang={language}
        dir={directionOfLanguage(language)}
        className="font-naskh text-lg"
      />
      <div aria-live="polite" className="grid gap-2 text-sm">
        {preview && (
          <>
            <p>{t("kept", { count: preview.kept })}</p>
            {preview.changed.length > 0 && (
              <details>
                <summary className="w-fit py-0.5 text-muted hover:text-accent">
                  {t("changed", { count: preview.changed.length })}
                </summary>
                <ul className="mt-1 grid gap-1 border-rule border-s-2 ps-3">
                  {preview.changed.map(({ id: mark, from, to }) => (
                    <li key={mark}>
                      <TextComparison from={from} to={to} lang={language} className="font-naskh" />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {preview.lost.length > 0 && (
              <div className="grid gap-1">
                <p className="font-semibold text-warning">{t("lost", { count: preview.lost.length })}</p>
                <ul className="grid gap-1 border-warning border-s-2 ps-3">
                  {preview.lost.map(({ id: mark, exact }) => (
                    <li key={mark}>
                      <bdi lang={language} className="font-naskh">
                        {exact}
                      </bdi>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </>
        )}
      </div>
    </section>
  );
}

/** What the server says of the text, once the person pauses; null while it is not known. */
function usePreview(passageId: string, text: string, isWanted: boolean): Preview | null {
  const [answer, setAnswer] = useState<{ text: string; preview: Preview } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const form = new FormData();
      form.set("passageId", passageId);
      form.set("text", text);
      const outcome = await attempt(previewCorrection, form);
      // Without an answer the form says what is wrong when it is sent.
      if (!isOver && outcome.status === "done") setAnswer({ text, preview: outcome.value });
    }, pauseBeforeAsking);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [passageId, text, isWanted]);
  return answer?.text === text ? answer.preview : null;
}
