"use client";
// The rows of the library with their boxes, and a bar that gives the ticked ones a tag or takes it from them.
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { retagEvidence } from "@/actions/evidence";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { type TagWords, tagWords } from "@/domain/tag-terms";
import { Link } from "@/i18n/navigation";

export interface TaggingFormProps {
  tags: readonly { id: string; name: TagWords }[];
  /** The table, its boxes named evidenceIds. */
  children: ReactNode;
}

/** Needs the messages `library`, `refusals` and `forms`. */
export function TaggingForm({ tags, children }: TaggingFormProps) {
  const t = useTranslations("library.bulk");
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const [{ selected, shown }, setCounts] = useState({ selected: 0, shown: 0 });
  const toast = useToast();
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>("input[name=evidenceIds]") ?? [])];
  const { run, pending } = useButtonAction(retagEvidence, ({ changed }) => {
    toast({ title: t("changed", { count: changed }) });
    tick(false);
  });

  function retag(which: "added" | "removed") {
    const ticked = boxes().filter(({ checked }) => checked);
    const tag = new FormData(form.current ?? undefined).get("tag");
    run({ evidenceIds: ticked.map(({ value }) => value).join(), [which]: String(tag ?? "") });
  }

  function tick(checked: boolean) {
    for (const box of boxes()) box.checked = checked;
    count();
  }

  function count() {
    setCounts({ selected: boxes().filter(({ checked }) => checked).length, shown: boxes().length });
  }

  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()} onChange={count}>
      <fieldset
        aria-label={t("label")}
        className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2 rounded-md border border-rule bg-panel px-3 py-2 has-[[data-any]]:sticky has-[[data-any]]:top-16 has-[[data-any]]:z-20 print:hidden"
      >
        <label className="flex min-h-9.5 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={selected > 0 && selected === shown}
            onChange={(event) => tick(event.target.checked)}
            className="size-4"
          />
          {t("selectAll")}
        </label>
        <p
          role="status"
          data-any={selected > 0 || undefined}
          className="flex min-h-9.5 items-center text-muted text-sm"
        >
          {t("selected", { count: selected })}
        </p>
        {tags.length === 0 ? (
          <p className="flex min-h-9.5 items-center text-muted text-sm">
            <span>
              {t.rich("noTags", {
                link: (words) => (
                  <Link href="/settings/tags" className="link">
                    {words}
                  </Link>
                ),
              })}
            </span>
          </p>
        ) : (
          <div hidden={selected === 0} className="flex flex-wrap items-end gap-2">
            <SelectField
              name="tag"
              label={t("tag")}
              options={tags.map(({ id, name }) => ({ value: id, label: tagWords(name, locale) }))}
            />
            <Button pending={pending} onClick={() => retag("added")}>
              {t("add")}
            </Button>
            <Button variant="quiet" pending={pending} onClick={() => retag("removed")}>
              {t("remove")}
            </Button>
          </div>
        )}
      </fieldset>
      {children}
    </form>
  );
}
