// The notes of a commitment, newest first, with the form that adds one.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { newNoteDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { Num } from "@/components/ui/bidi";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { NoteView } from "@/server/notes";
import { AddNoteForm, type NoteFieldsProps } from "./note-form";
import { NoteItem } from "./note-item";

export interface NoteSectionProps extends NoteFieldsProps {
  commitmentId: string;
  notes: readonly NoteView[];
  mayAdd: boolean;
}

export function NoteSection({ commitmentId, notes, mayAdd, ...fields }: NoteSectionProps) {
  const t = useTranslations("notes");
  const titles = useTranslations("commitments.sections");
  return (
    <FormPlace draft={newNoteDraft(commitmentId)}>
      <Section
        id="notes"
        title={titles("notes")}
        count={notes.length > 0 ? <Num value={notes.length} /> : undefined}
        actions={
          mayAdd && (
            <OpenFormButton shortcut="n" icon={<Plus aria-hidden="true" />}>
              {t("add")}
            </OpenFormButton>
          )
        }
      >
        {mayAdd && (
          <OpenedForm label={t("form")}>
            <AddNoteForm commitmentId={commitmentId} {...fields} />
          </OpenedForm>
        )}
        {notes.length === 0 ? (
          <EmptyState title={t("emptyTitle")}>{mayAdd ? t("emptyText") : t("emptyReader")}</EmptyState>
        ) : (
          <ul className="divide-y divide-rule">
            {notes.map((note) => (
              <NoteItem key={note.id} note={note} {...fields} />
            ))}
          </ul>
        )}
      </Section>
    </FormPlace>
  );
}
