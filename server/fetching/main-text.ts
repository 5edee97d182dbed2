// What a page says, without its menus and ornaments, and what it calls itself.
import { Readability } from "@mozilla/readability";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";
import { parseHTML } from "linkedom";
import { plainLines } from "./plain-lines";

/** A main text shorter than this is probably not the main text. */
const shortest = 250;

/** The main text of an inert document; all that its body says where no main text stands out, null where it says nothing. */
export function mainText(html: string): string | null {
  const article = new Readability(parseHTML(html).document, { charThreshold: shortest }).parse();
  const main = article?.content ? textOf(fromHtml(article.content)) : "";
  return main.length >= shortest ? main : textOf(fromHtml(html)) || null;
}

function textOf(tree: Root): string {
  return plainLines(toText(tree));
}

/** The title in the head, else what the page says to those who share it. */
export function titleOf(head: Element[]): string | null {
  const title = head.find(({ tagName }) => tagName === "title");
  const shared = head.find(({ tagName, properties }) => tagName === "meta" && properties.property === "og:title");
  return (
    plainLines(title ? toText(title, { whitespace: "pre" }) : "").replaceAll("\n", " ") ||
    String(shared?.properties.content ?? "") ||
    null
  );
}
