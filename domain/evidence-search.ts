// What a source is found by when somebody searches for it.
import { foldForSearch } from "./arabic-fold";

/** A long report is found by its beginning: an index over whole books would outgrow the rest of the database. */
const mostText = 200_000;

export type Searchable = { title: string; publisher: string | null; address: string };

/** Title, publisher, address, and the text of the latest copy that has one; folded as a query has to be (foldForSearch). */
export function searchTextOf({ title, publisher, address }: Searchable, text: string | null): string {
  return foldForSearch([title, publisher ?? "", address, (text ?? "").slice(0, mostText)].join("\n").toWellFormed());
}
