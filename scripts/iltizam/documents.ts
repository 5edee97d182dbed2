// Lists the documents: the slug, by which the other commands know one, and the title.

import { inLanguage } from "@/domain/language-choice";
import { type Command, print } from "./command";
import { withDatabase } from "./with-database";

export const documentsCommand: Command = {
  summary: "lists the documents, one a line: the slug, a tab, the title",
  help: (call) => `Lists the documents, one a line: the slug, a tab, the title.

Usage: ${call}
`,
  options: {},
  run: () =>
    withDatabase(async (actor) => {
      const { listDocuments } = await import("@/server/documents");
      const documents = await listDocuments(actor);
      await print(documents.map(({ slug, versions }) => `${slug}\t${titleOf(versions)}\n`).join(""));
    }),
};

/** The title in the language of the source, on one line. */
function titleOf(versions: { language: string; title: string }[]): string {
  return (inLanguage(versions, "ar")?.title ?? "").replace(/\s+/g, " ");
}
