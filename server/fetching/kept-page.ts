// What is kept of an answer: what it is, its words, and a form in which it can be shown without danger.
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { decodedText } from "./character-encoding";
import type { Fetched } from "./fetch-safely";
import { inertHtml } from "./inert-html";
import { inlineResources, type ResourceFetcher } from "./inlined-page";
import { mainText, titleOf } from "./main-text";
import { pdfText } from "./pdf-text";

export type KeptPage = {
  /** What the bytes are, whatever the header said. */
  mediaType: string;
  title: string | null;
  language: string | null;
  /** The main text, its paragraphs on lines of their own; null where there is none to be had. */
  text: string | null;
  /** Of HTML and SVG: a UTF-8 document that stands alone and can neither run nor call out; else null. */
  shown: Buffer | null;
};
export type PageToKeep = Pick<Fetched, "bytes" | "mediaType" | "charset" | "finalAddress">;

/** Reads HTML, SVG and PDF, whose `mediaType` is sure, here and now; `keepPage` does it at a safe distance. */
export async function keptPage(page: PageToKeep, fetchResource: ResourceFetcher): Promise<KeptPage> {
  const { bytes, mediaType } = page;
  if (mediaType !== "application/pdf") return { mediaType, ...(await keepHtml(page, fetchResource)) };
  return { mediaType, title: null, language: null, text: await pdfText(bytes), shown: null };
}

async function keepHtml(page: PageToKeep, fetchResource: ResourceFetcher): Promise<Omit<KeptPage, "mediaType">> {
  const tree = fromHtml(decodedText(page.bytes, page.charset));
  const html = child(tree, "html");
  const head = html && child(html, "head");
  const bare = inertHtml(tree);
  await inlineResources(tree, page.finalAddress, fetchResource);
  const shown = inertHtml(tree);
  return {
    title: titleOf(head?.children.filter((node) => node.type === "element") ?? []),
    language: html?.properties.lang ? String(html.properties.lang) : null,
    text: bare && mainText(bare),
    shown: shown === null ? null : Buffer.from(shown),
  };
}

function child(parent: Root | Element, tagName: string): Element | undefined {
  const found = parent.children.find((node) => node.type === "element" && node.tagName === tagName);
  return found?.type === "element" ? found : undefined;
}
