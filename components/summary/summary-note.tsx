// One note in a summary: when, by whom, what is still to be done, and the note itself.
import { getTranslations } from "next-intl/server";
import { Markdown } from "@/components/ui/markdown";
import type { Locale } from "@/i18n/locales";
import type { ReportNote } from "@/server/export-formats/report-commitment";
import { dateTag, textTag } from "./tags";

export async function SummaryNote({ note, language }: { note: ReportNote; language: Locale }) {
  const t = await getTranslations({ locale: language, namespace: "summary" });
  return (
    <li className="grid gap-0.5 border-rule border-s-2 ps-3">
      <p className="flex flex-wrap gap-x-4 text-muted text-sm">
        <time dateTime={note.datedOn.iso} className="font-semibold text-text">
          <bdi>{note.datedOn.text}</bdi>
        </time>
        {note.author && <bdi>{note.author}</bdi>}
        {note.followUp && <span>{note.followUp.text}</span>}
        {note.assignee && <span>{t.rich("assignee", { name: textTag(note.assignee) })}</span>}
        {note.dueOn && <span>{t.rich("due", { date: dateTag(note.dueOn) })}</span>}
      </p>
      <Markdown className="wrap-anywhere">{note.body}</Markdown>
    </li>
  );
}
