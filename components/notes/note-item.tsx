// One note: its day and author, what is still to do, the text, and what may be done with it.
import { useTranslations } from "next-intl";
import { noteDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { CalendarDate, Instant, Isolate } from "@/components/ui/bidi";
import { Fold } from "@/components/ui/fold";
import { IsolatedRuns } from "@/components/ui/isolated-runs";
import { Markdown } from "@/components/ui/markdown";
import { excerptOf } from "@/domain/markdown-excerpt";
import { formatDate } from "@/i18n/formats";
import type { NoteView } from "@/server/notes";
import { FollowUpMark } from "./follow-up-mark";
import { NoteActions } from "./note-actions";
import { EditNoteForm, type NoteFieldsProps } from "./note-form";

export function NoteItem({ note, ...fields }: NoteFieldsProps & { note: NoteView }) {
  const t = useTranslations("notes");
  const date = formatDate(note.datedOn, fields.locale);
  const { id, version, body, datedOn, dueOn, assignee, followUp, mayEdit, maySettle } = note;
  const person = () => <Isolate className="text-text">{note.author?.name}</Isolate>;
  return (
    <li id={`note-${id}`} className="grid gap-2 py-4 first:pt-1 target:bg-accent-soft has-[[data-going]]:hidden">
      <FormPlace draft={noteDraft(id)} mayOpen={mayEdit}>
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h3 className="font-semibold">
            <CalendarDate value={datedOn} />
          </h3>
          <p className="text-muted text-sm">{note.author ? t.rich("by", { person }) : t("bySystem")}</p>
          {note.version > 1 && (
            <p className="text-faint text-sm">{t.rich("edited", { date: () => <Instant value={note.updatedAt} /> })}</p>
          )}
        </div>
        <FollowUpMark note={note} />
        <OpenedForm
          label={t("editForm")}
          className="rounded-md border border-edge bg-panel p-4 sm:p-5"
          instead={<Body>{body}</Body>}
        >
          <EditNoteForm note={{ id, version, body, datedOn, dueOn, assignee }} {...fields} />
        </OpenedForm>
        {(mayEdit || maySettle) && (
          <NoteActions
            {...{ noteId: id, version, date, followUp, mayEdit, maySettle }}
            edit={
              <OpenFormButton variant="quiet" aria-label={t("editNamed", { date })}>
                {t("edit")}
              </OpenFormButton>
            }
          />
        )}
      </FormPlace>
    </li>
  );
}

/** Beyond this many characters a note would push the others off the page. */
const long = 2500;

function Body({ children }: { children: string }) {
  const t = useTranslations("notes");
  const body = <Markdown className="max-w-reading">{children}</Markdown>;
  if (children.length <= long) return body;
  const beginning = (
    <p dir="auto" className="max-w-reading">
      <IsolatedRuns>{excerptOf(children, 600)}</IsolatedRuns>
    </p>
  );
  return (
    <Fold label={t("whole")} instead={beginning}>
      {body}
    </Fold>
  );
}
