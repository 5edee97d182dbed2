"use client";
// The form of a note, for a new one and for editing: text, date, and what makes it a follow-up.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addNote, editNote } from "@/actions/notes";
import { newNoteDraft, noteDraft } from "@/components/commitments/draft-names";
import { useFormPlace } from "@/components/commitments/form-place";
import { ActionForm } from "@/components/forms/action-form";
import type { Standing } from "@/components/forms/conflict-panel";
import { DateField, SelectField, TextArea } from "@/components/forms/fields";
import { useToast } from "@/components/ui/toast";
import { formatDate } from "@/i18n/formats";
import type { Locale } from "@/i18n/locales";
import type { Person } from "@/server/members";
import type { StandingNote } from "@/server/notes";

/** What of a note the form edits. */
export type EditableNote = {
  id: string;
  version: number;
  body: string;
  datedOn: string;
  dueOn: string | null;
  assignee: Person | null;
};

export interface NoteFieldsProps {
  members: readonly Person[];
  today: string;
  locale: Locale;
}

export function AddNoteForm({ commitmentId, ...fields }: NoteFieldsProps & { commitmentId: string }) {
  const t = useTranslations("notes");
  const { close } = useFormPlace();
  const toast = useToast();
  return (
    <ActionForm
      action={addNote}
      draft={newNoteDraft(commitmentId)}
      carried={{ commitmentId }}
      submitLabel={t("submit")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("added") });
      }}
    >
      <NoteFields {...fields} />
    </ActionForm>
  );
}

export function EditNoteForm({ note: latest, ...fields }: NoteFieldsProps & { note: EditableNote }) {
  // As with its version: fields that nobody touched must not change under the person's hands.
  const [note] = useState(latest);
  const t = useTranslations("notes");
  const { close } = useFormPlace();
  const toast = useToast();

  function standing(current: StandingNote): Standing {
    const day = (value: string) => (value ? formatDate(value, fields.locale) : "");
    const people = [...fields.members, note.assignee, current.assignee];
    return {
      versions: { version: String(current.version) },
      fields: [
        { name: "body", label: t("fields.body"), value: current.body },
        { name: "datedOn", label: t("fields.datedOn"), value: current.datedOn, shown: day },
        {
          name: "assigneeId",
          label: t("fields.assigneeId"),
          value: current.assignee?.memberId ?? "",
          shown: (value) => people.find((each) => each?.memberId === value)?.name ?? "",
        },
        { name: "dueOn", label: t("fields.dueOn"), value: current.dueOn ?? "", shown: day },
      ],
    };
  }

  return (
    <ActionForm
      action={editNote}
      draft={noteDraft(note.id)}
      carried={{ noteId: note.id, version: String(note.version) }}
      standing={standing}
      submitLabel={t("save")}
      onCancel={close}
      onDone={() => {
        close();
        toast({ title: t("saved") });
      }}
    >
      <NoteFields {...fields} note={note} />
    </ActionForm>
  );
}

function NoteFields({ members, today, note }: NoteFieldsProps & { note?: EditableNote }) {
  const t = useTranslations("notes");
  // Somebody who left the team stays assigned until another is chosen.
  const gone =
    note?.assignee && !members.some((each) => each.memberId === note.assignee?.memberId) ? [note.assignee] : [];
  return (
    <>
      <TextArea name="body" label={t("fields.body")} hint={t("hints.body")} rows={5} defaultValue={note?.body} />
      <DateField
        name="datedOn"
        label={t("fields.datedOn")}
        hint={t("hints.datedOn")}
        defaultValue={note?.datedOn ?? today}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="assigneeId"
          optional
          label={t("fields.assigneeId")}
          placeholder={t("nobody")}
          defaultValue={note?.assignee?.memberId ?? ""}
          options={[...members, ...gone].map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
        <DateField name="dueOn" optional label={t("fields.dueOn")} defaultValue={note?.dueOn ?? ""} />
      </div>
      <p className="text-muted text-sm">{t("hints.dueOn")}</p>
    </>
  );
}
