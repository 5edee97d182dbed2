"use client";
// The address of new evidence: while it is typed, the source that the team has there is looked up.
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { findKnownSource } from "@/actions/evidence";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import type { KnownSource } from "@/server/evidence-sources";
import { AddressField } from "./evidence-fields";
import { GradeBox } from "./grade-box";

const pause = 350;

export interface KnownSourceFieldProps {
  commitmentId: string;
  /** The other fields of a source: not asked for where it is known, and still there when another address is typed. */
  children: ReactNode;
}

export function KnownSourceField({ commitmentId, children }: KnownSourceFieldProps) {
  const [known, setKnown] = useState<KnownSource | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const asked = useRef("");
  useEffect(() => () => clearTimeout(timer.current), []);

  function look(address: string) {
    clearTimeout(timer.current);
    asked.current = address;
    // What is known of the address before is not sent with this one.
    setKnown(null);
    timer.current = setTimeout(async () => {
      const found = address.trim() ? await find(address, commitmentId) : null;
      // An answer about what stood there before is not about what stands there now.
      if (asked.current === address) setKnown(found);
    }, pause);
  }

  return (
    <>
      <AddressField onInput={look} />
      {known && <Known source={known} />}
      <fieldset disabled={known !== null} hidden={known !== null} className="grid min-w-0 gap-4 [&[hidden]]:hidden">
        {children}
      </fieldset>
    </>
  );
}

/** Null where the team has none, the address is not whole yet, or nobody answers: attaching says what is known anyway. */
async function find(address: string, commitmentId: string): Promise<KnownSource | null> {
  const form = new FormData();
  form.set("address", address);
  form.set("commitmentId", commitmentId);
  const outcome = await findKnownSource(form).catch(() => null);
  return outcome?.status === "done" ? outcome.value : null;
}

function Known({ source }: { source: KnownSource }) {
  const t = useTranslations("evidence");
  const { evidenceId, title, kind, language, citedHere, commitments } = source;
  return (
    <Notice live title={t("known")}>
      <p className="flex flex-wrap items-center gap-x-3">
        <Link
          href={citedHere ? `#evidence-${citedHere}` : `/evidence/${evidenceId}`}
          dir="auto"
          lang={language ?? undefined}
          className="link wrap-anywhere font-semibold"
        >
          {title}
        </Link>
        <GradeBox {...source} />
      </p>
      {citedHere ? (
        <p>{t("knownHere")}</p>
      ) : (
        <>
          <p>{t("knownCited", { count: commitments.length })}</p>
          <p>{t("knownText")}</p>
        </>
      )}
      <input type="hidden" name="title" value={title} />
      <input type="hidden" name="kind" value={kind} />
    </Notice>
  );
}
