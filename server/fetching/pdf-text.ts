// The words of a PDF, in the order in which they are read, from right to left too.
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { FetchFailure } from "./failure";
import { plainLines } from "./plain-lines";

/** Beyond this a file is a library, not a source. */
const mostPages = 500;

/** The text of a PDF, null where it is made of pictures; `unreadable` where it is broken or locked. */
export async function pdfText(bytes: Buffer): Promise<string | null> {
  const library = await PDFiumLibrary.init();
  try {
    const pdf = await library.loadDocument(bytes);
    const pages: string[] = [];
    for (let page = 0; page < Math.min(pdf.getPageCount(), mostPages); page++) pages.push(pdf.getPage(page).getText());
    const lines = plainLines(pages.join("\n")).split("\n");
    return lines.map(withBracketsTurned).join("\n") || null;
  } catch (cause) {
    throw new FetchFailure("unreadable", { cause });
  }
}

const mirrored: Record<string, string> = { "(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«" };
const closed = /\([^()]*\)|\[[^[\]]*\]|«[^«»]*»/g;

/** Brackets in a line from right to left are stored as they look; where turning them closes more of them, they were turned. */
function withBracketsTurned(line: string): string {
  if (!/\p{Script=Arabic}/u.test(line)) return line;
  const turned = line.replace(/[()[\]«»]/g, (bracket) => mirrored[bracket] ?? bracket);
  const pairs = (text: string) => text.match(closed)?.length ?? 0;
  return pairs(turned) > pairs(line) ? turned : line;
}
