// The notes of a commitment, newest first, with the form that adds one.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { newNoteDraft } from "@/components/commitments/draft-names";
import { FormPlace, OpenedForm, OpenFormButton } from "@/components/commitments/form-place";
import { ItemList } from "@/components/commitments/item-list";
import { Num } from "@/components/ui/bidi";
import { EmptyState } from "@/components/ui/empty-state";
import { beginningAndRest } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import type { NoteView } from "@/server/notes";
import { AddNoteForm, type NoteFieldsProps } from "./note-form";
import { NoteItem } from "./note-item";

export interface NoteSectionProps extends NoteFieldsProps {
  commitmentId: string;
  notes: readonly NoteView[];
  mayAdd: boolean;
}

const shown = 10;

/** What is still to be done is never folded away. */
const isWaiting = ({ followUp }: NoteView) => followUp === "OPEN" || followUp === "OVERDUE";

export function NoteSection({ commitmentId, notes, mayAdd, ...fields }: NoteSectionProps) {
  const t = useTranslations("notes");
  const titles = useTranslations("commitments.sections");
  const item = (note: NoteView) => ({ id: note.id, node: <NoteItem note={note} {...fields} /> });
  const [latest, older] = beginningAndRest(notes, shown, isWaiting);
  return (
    <FormPlace draft={newNoteDraft(commitmentId)} mayOpen={mayAdd}>
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
        <OpenedForm label={t("form")}>
          <AddNoteForm commitmentId={commitmentId} {...fields} />
        </OpenedForm>
        <ItemList
          beginning={latest.map(item)}
          rest={older.map(item)}
          more={t("older", { count: older.length })}
          empty={<EmptyState title={t("emptyTitle")}>{mayAdd ? t("emptyText") : t("emptyReader")}</EmptyState>}
        />
      </Section>
    </FormPlace>
  );
}
