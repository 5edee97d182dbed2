"use client";
// A failed page's excuse, with a way to try again and the number to report.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Mark } from "./mark";

export interface ErrorPageProps {
  error: unknown;
  retry: () => void;
}

export function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations("errors.unexpected");
  const digest = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;
  return (
    <div role="alert" className="mx-auto grid max-w-form gap-5 px-4 py-16">
      <Mark className="size-8 text-accent" />
      <div className="grid gap-2">
        <h1 className="font-bold font-naskh text-2xl">{t("title")}</h1>
        <p className="text-muted">{t("text")}</p>
        {digest && (
          <p className="text-faint text-sm">{t.rich("reference", { digest: () => <bdi dir="ltr">{digest}</bdi> })}</p>
        )}
      </div>
      <div>
        <Button variant="primary" onClick={retry}>
          {t("action")}
        </Button>
      </div>
    </div>
  );
}
