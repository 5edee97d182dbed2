"use client";
// What one person said: who, when, the words, and editing and deleting them.
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { deleteAnnotation, editAnnotation, restoreAnnotation } from "@/actions/annotations";
import { FormPlace, OpenedForm, OpenFormButton, useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import { useButtonAction } from "@/components/forms/use-button-action";
import { Instant } from "@/components/ui/bidi";
import { IconButton } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { CommentView } from "@/server/threads";
import { useDesk } from "./annotation-desk";
import { CommentBody } from "./comment-body";
import { CopyLink } from "./copy-link";
import { MentionArea } from "./mention-area";
import { commentAnchor } from "./passage-dom";

export interface CommentProps {
  comment: CommentView;
  /** The marked words: repeated to those who listen, for whom the paint in the text is not there. */
  quote: string;
}

export function Comment({ comment, quote }: CommentProps) {
  const t = useTranslations("annotations");
  const { members } = useDesk().choices;
  const { id, author, creatorName, body, createdAt, editedAt, mayEdit } = comment;
  return (
    // Not an article: axe allows the role on a plain element alone.
    <div role="comment" id={commentAnchor(id)} className="grid gap-1 target:bg-accent-soft has-[[data-going]]:hidden">
      <p className="sr-only">{t.rich("quote", { quote: () => <bdi>{quote}</bdi> })}</p>
      <FormPlace draft={editDraft(id)} mayOpen={mayEdit}>
        <div className="flex flex-wrap items-center gap-x-2 text-muted text-xs">
          <bdi className="font-semibold text-text text-sm">{creatorName ?? author?.name ?? t("someone")}</bdi>
          <Instant value={createdAt} />
          {editedAt && <span className="text-faint">{t("edited")}</span>}
          <span className="ms-auto flex print:hidden">
            {mayEdit && body !== null && (
              <OpenFormButton variant="quiet" aria-label={t("edit")} title={t("edit")}>
                <Pencil aria-hidden="true" />
              </OpenFormButton>
            )}
            <CopyLink annotationId={id} />
            {comment.mayDelete && <DeleteButton comment={comment} />}
          </span>
        </div>
        <OpenedForm
          label={t("editForm")}
          className="rounded-md bg-panel p-3"
          instead={body && <CommentBody body={body} members={members} />}
        >
          <EditForm comment={comment} />
        </OpenedForm>
      </FormPlace>
    </div>
  );
}

const editDraft = (id: string) => `comment-${id}`;

function EditForm({ comment: { id, version, body } }: { comment: CommentView }) {
  const t = useTranslations("annotations");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={editAnnotation}
      draft={editDraft(id)}
      carried={{ annotationId: id, version: String(version) }}
      standing={(current: { body: string; version: number }) => ({
        versions: { version: String(current.version) },
        fields: [{ name: "body", label: t("fields.body"), value: current.body }],
      })}
      submitLabel={t("save")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("saved") });
      }}
    >
      <MentionArea name="body" label={t("fields.body")} rows={3} defaultValue={body ?? ""} />
    </ActionForm>
  );
}

function DeleteButton({ comment: { id, version } }: { comment: CommentView }) {
  const t = useTranslations("annotations");
  const common = useTranslations("common");
  const toast = useToast();
  const restore = useButtonAction(restoreAnnotation, () => toast({ title: t("restored") }));
  const remove = useButtonAction(deleteAnnotation, (deleted) =>
    toast({
      title: t("deleted"),
      timeout: 20_000,
      action: {
        label: common("undo"),
        onAction: () => restore.run({ annotationId: id, version: String(deleted.version) }),
      },
    }),
  );
  return (
    <span data-going={remove.pending || undefined}>
      <IconButton
        label={t("delete")}
        className="size-8"
        onClick={() => remove.run({ annotationId: id, version: String(version) })}
      >
        <Trash2 aria-hidden="true" />
      </IconButton>
    </span>
  );
}
