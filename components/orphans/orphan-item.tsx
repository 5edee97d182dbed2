"use client";
// One mark or remark that lost its place: its words, what was said of it, the old text, and what may be done with it.
import { Archive, ArchiveRestore, Lock, MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { archiveOrphan, unarchiveOrphan } from "@/actions/orphans";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Badge } from "@/components/ui/badge";
import { Instant, UserText } from "@/components/ui/bidi";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { directionOfLanguage } from "@/domain/text-direction";
import { sliceOf } from "@/domain/text-position";
import type { Orphan } from "@/server/orphans";
import { PutBackForm } from "./put-back-form";

export function OrphanItem({ orphan }: { orphan: Orphan }) {
  const t = useTranslations("orphans");
  const locale = useLocale();
  const { id, exact, old, comments, remark, mayPlace } = orphan;
  return (
    <article
      aria-label={t("item", { words: exact.slice(0, 80) })}
      className="grid gap-3 rounded-md border border-edge bg-paper p-4"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
        <span className="font-semibold text-text">{remark ? t("remark") : t("mark")}</span>
        {old && <span>{t("wasIn", { ordinal: String(old.ordinal) })}</span>}
        {orphan.isPrivate && <Badge icon={<Lock aria-hidden="true" />}>{t("private")}</Badge>}
        {orphan.archivedAt && <Badge>{t("archived")}</Badge>}
      </header>
      <blockquote
        lang={old?.language}
        dir={old ? directionOfLanguage(old.language) : "auto"}
        className="border-accent border-s-3 ps-3 font-naskh text-lg"
      >
        {exact}
      </blockquote>
      {remark && <UserText>{remark[locale]}</UserText>}
      {comments.some(({ body }) => body) && (
        <ul aria-label={t("said")} className="grid gap-2">
          {comments.map(
            (comment) =>
              comment.body && (
                <li key={comment.id} className="grid gap-0.5">
                  <p className="flex flex-wrap gap-x-2 text-muted text-xs">
                    <bdi className="font-semibold text-sm text-text">
                      {comment.creatorName ?? comment.author?.name ?? t("someone")}
                    </bdi>
                    <Instant value={comment.createdAt} />
                  </p>
                  <UserText className="wrap-anywhere">{comment.body}</UserText>
                </li>
              ),
          )}
        </ul>
      )}
      {old && <OldText old={old} />}
      {mayPlace && (
        <FormPlace draft={`put-back-${id}`} mayOpen>
          <div className="flex flex-wrap gap-2 print:hidden">
            <OpenFormButton icon={<MapPin aria-hidden="true" />}>{t("putBack")}</OpenFormButton>
            <ArchiveButton orphan={orphan} />
          </div>
          <OpenedForm label={t("putBackForm")} className="rounded-md border border-edge bg-panel p-4">
            <PutBackForm orphan={orphan} />
          </OpenedForm>
        </FormPlace>
      )}
    </article>
  );
}

/** The old text with the words marked where they stood. */
function OldText({ old }: { old: NonNullable<Orphan["old"]> }) {
  const t = useTranslations("orphans");
  const { text, start, end, language } = old;
  const [before, words, after] = [
    { start: 0, end: start },
    { start, end },
    { start: end, end: Array.from(text).length },
  ].map((range) => sliceOf(text, range));
  return (
    <details>
      <summary className="w-fit py-1 text-muted text-sm hover:text-accent">{t("oldText")}</summary>
      <p
        lang={language}
        dir={directionOfLanguage(language)}
        className="mt-1 whitespace-pre-line border-rule border-s-2 ps-3 font-naskh text-lg"
      >
        {before}
        <mark className="bg-warning-soft text-text underline decoration-2 decoration-warning underline-offset-4">
          {words}
        </mark>
        {after}
      </p>
    </details>
  );
}

function ArchiveButton({ orphan: { kind, id, version, archivedAt } }: { orphan: Orphan }) {
  const t = useTranslations("orphans");
  const toast = useToast();
  const archive = useButtonAction(archiveOrphan, () => toast({ title: t("archivedDone") }));
  const unarchive = useButtonAction(unarchiveOrphan, () => toast({ title: t("unarchivedDone") }));
  const at = { kind, id, version: String(version) };
  return archivedAt ? (
    <Button
      size="small"
      variant="quiet"
      icon={<ArchiveRestore aria-hidden="true" />}
      pending={unarchive.pending}
      onClick={() => unarchive.run(at)}
    >
      {t("unarchive")}
    </Button>
  ) : (
    <Button
      size="small"
      variant="quiet"
      icon={<Archive aria-hidden="true" />}
      pending={archive.pending}
      onClick={() => archive.run(at)}
    >
      {t("archive")}
    </Button>
  );
}
