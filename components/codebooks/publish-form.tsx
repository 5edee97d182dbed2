"use client";
// The form around fields of the codebook: publishes what was changed of them as the next version.
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { publishCodebook } from "@/actions/codebooks";
import { ActionForm } from "@/components/forms/action-form";
import type { Standing } from "@/components/forms/conflict-panel";
import { TextArea } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import type { CodebookContent } from "@/domain/codebook";
import { codebookTexts } from "@/domain/codebook-changes";
import { useRouter } from "@/i18n/navigation";
import type { StandingCodebook } from "@/server/codebooks";
import { usePathNames } from "./path-names";

export interface PublishFormProps {
  /** The version that the fields show. */
  number: number;
  content: CodebookContent;
  draft: string;
  /** Where it leads once published or given up. */
  after: string;
  children: ReactNode;
}

export function PublishForm({ draft, after, ...latest }: PublishFormProps) {
  // What the form started from, its fields included, must not change under the person's hands.
  const [{ number, content, children }] = useState(latest);
  const [before] = useState(() => codebookTexts(content));
  const changed = useRef<string[]>([]);
  const t = useTranslations("codebooks.form");
  const nameOf = usePathNames(content);
  const toast = useToast();
  const router = useRouter();

  /** What nobody touched is left out, so that it does not undo what somebody else published meanwhile. */
  function publish(form: FormData) {
    changed.current = [...form.keys()].filter((path) => path.includes(".") && form.get(path) !== (before[path] ?? ""));
    const sent = new FormData();
    for (const name of ["basedOn", "reason", ...changed.current]) sent.set(name, String(form.get(name) ?? ""));
    return publishCodebook(sent);
  }

  function standing(current: StandingCodebook): Standing {
    const texts = codebookTexts(current.content);
    return {
      versions: { basedOn: String(current.number) },
      by: current.by ?? undefined,
      fields: changed.current.map((path) => ({ name: path, label: nameOf(path), value: texts[path] ?? "" })),
    };
  }

  return (
    <ActionForm
      action={publish}
      draft={draft}
      carried={{ basedOn: String(number) }}
      standing={standing}
      submitLabel={t("publish")}
      onCancel={() => router.push(after)}
      onDone={(published) => {
        toast({ title: t("published", { number: String(published.number) }) });
        router.push(after);
      }}
      className="gap-6"
    >
      {children}
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
    </ActionForm>
  );
}
