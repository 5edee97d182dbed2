// Fetches what a page refers to, its style sheets, pictures and fonts, and puts it into the page itself.
import type { Element, Root, RootContent } from "hast";
import { decodedText } from "./character-encoding";
import { FetchFailure } from "./failure";
import type { Fetched } from "./fetch-safely";
import { rewrittenCss } from "./inert-css";
import { mediaTypeOf } from "./media-type";

export type ResourceFetcher = (address: string) => Promise<Fetched>;

/** A page is kept to be read; what goes beyond this is left out of it. */
const most = { resources: 150, bytesEach: 3 * 1024 * 1024, bytes: 15 * 1024 * 1024, importDepth: 3, waiting: 40_000 };

type Inlining = {
  base: URL;
  fetchResource: ResourceFetcher;
  asked: Map<string, Promise<Fetched | null>>;
  spent: { bytes: number };
};

/** Changes the tree: references become data, whatever cannot be had stays as it was for others to take out. */
export async function inlineResources(tree: Root, address: string, fetchResource: ResourceFetcher): Promise<void> {
  const base = baseOf(tree, new URL(address));
  let patience: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    patience = setTimeout(() => reject(new FetchFailure("timeout")), most.waiting);
  });
  // Nobody may be waiting when it comes.
  timeUp.catch(() => {});
  const fetchInTime: ResourceFetcher = (each) => Promise.race([fetchResource(each), timeUp]);
  const how = { base, fetchResource: fetchInTime, asked: new Map(), spent: { bytes: 0 } };
  await Promise.all(elementsIn(tree).map((each) => inlineElement(each, how)));
  clearTimeout(patience);
}

function baseOf(tree: Root, address: URL): URL {
  const base = elementsIn(tree).find(({ tagName, properties }) => tagName === "base" && properties.href !== undefined);
  const url = base ? resolved(String(base.properties.href), address) : null;
  return url ?? address;
}

/** All elements below, in the order of the page; without recursion, for a page may be deeper than the stack. */
function elementsIn(tree: Root): Element[] {
  const found: Element[] = [];
  const waiting: RootContent[] = [...tree.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== "element") continue;
    found.push(node);
    for (const child of [...node.children].reverse()) waiting.push(child);
  }
  return found;
}

async function inlineElement(each: Element, how: Inlining): Promise<void> {
  const { tagName, properties } = each;
  if (typeof properties.style === "string") properties.style = await inlinedCss(properties.style, { ...how, depth: 0 });
  if (tagName === "style") await inlineStyle(each, textIn(each), { ...how, depth: 0 });
  if (tagName === "link" && isStyleSheet(each)) await inlineSheet(each, how);
  if (tagName === "img") await inlinePicture(each, how);
  if (tagName === "image") {
    const name = properties.href === undefined ? "xLinkHref" : "href";
    properties[name] = (await dataOf(String(properties[name] ?? ""), how)) ?? undefined;
  }
  // Without scripts, which never run here, a browser shows what stands in it.
  if (tagName === "noscript") each.tagName = "div";
}

function isStyleSheet({ properties }: Element): boolean {
  const relations = [properties.rel].flat().map((word) => String(word).toLowerCase());
  return relations.includes("stylesheet") && !relations.includes("alternate") && properties.href !== undefined;
}

async function inlineSheet(link: Element, how: Inlining): Promise<void> {
  const address = resolved(String(link.properties.href), how.base);
  const sheet = address && (await got(address, how));
  if (!sheet) return;
  const { media } = link.properties;
  link.tagName = "style";
  link.properties = media === undefined ? {} : { media };
  await inlineStyle(link, decodedText(sheet.bytes, sheet.charset), {
    ...how,
    base: new URL(sheet.finalAddress),
    depth: 0,
  });
}

async function inlineStyle(style: Element, css: string, how: Inlining & { depth: number }): Promise<void> {
  style.children = [{ type: "text", value: await inlinedCss(css, how) }];
}

/** Pictures that wait for a script to be shown name their address in another attribute. */
async function inlinePicture({ properties }: Element, how: Inlining): Promise<void> {
  const { src, dataSrc } = properties;
  const waits = dataSrc !== undefined && (src === undefined || String(src).startsWith("data:"));
  properties.src = (await dataOf(String((waits ? dataSrc : src) ?? ""), how)) ?? undefined;
}

/** The style sheet with its imports and its references put in; it is read once to find them and once to replace them. */
async function inlinedCss(css: string, how: Inlining & { depth: number }): Promise<string> {
  const references = new Map<string, string | null>();
  const imports = new Map<string, string | null>();
  rewrittenCss(css, {
    reference: (address) => noted(address, references),
    import: (address) => noted(address, imports),
  });
  await Promise.all([
    ...[...references.keys()].map(async (address) => references.set(address, await dataOf(address, how))),
    ...[...imports.keys()].map(async (address) => imports.set(address, await importedCss(address, how))),
  ]);
  return rewrittenCss(css, {
    reference: (address) => references.get(address) ?? null,
    import: (address) => imports.get(address) ?? null,
  });
}

function noted(address: string, among: Map<string, string | null>): null {
  among.set(address, null);
  return null;
}

async function importedCss(address: string, how: Inlining & { depth: number }): Promise<string | null> {
  const url = resolved(address, how.base);
  const sheet = url && how.depth < most.importDepth ? await got(url, how) : null;
  if (!sheet) return null;
  const base = new URL(sheet.finalAddress);
  return await inlinedCss(decodedText(sheet.bytes, sheet.charset), { ...how, base, depth: how.depth + 1 });
}

/** The picture or font as an address that carries it; null for what is neither or cannot be had. */
async function dataOf(address: string, how: Inlining): Promise<string | null> {
  if (address === "") return null;
  const url = resolved(address, how.base);
  const resource = url ? await got(url, how) : carriedBy(address);
  const type = resource && mediaTypeOf(resource.bytes, resource.mediaType);
  if (!resource || !type || !/^(image|font)\//.test(type)) return null;
  const isDrawing = type === "image/svg+xml";
  const bytes = isDrawing ? Buffer.from(decodedText(resource.bytes, resource.charset)) : resource.bytes;
  return `data:${type};base64,${bytes.toString("base64")}`;
}

/** What an address of the scheme data: carries. */
function carriedBy(address: string): Pick<Fetched, "bytes" | "mediaType" | "charset"> | null {
  const [, head, content] = /^data:([^,]*),(.*)$/is.exec(address.trim()) ?? [];
  if (head === undefined || content === undefined) return null;
  const bytes = /;\s*base64\s*$/i.test(head)
    ? Buffer.from(content, "base64")
    : Buffer.from(unescapedBytes(content), "latin1");
  return { bytes, mediaType: head.split(";")[0]?.trim().toLowerCase() ?? "", charset: null };
}

/** Bytes as characters, those written as they are in UTF-8. */
function unescapedBytes(content: string): string {
  const bytes = Buffer.from(content).toString("latin1");
  return bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function resolved(address: string, base: URL): URL | null {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

/** One fetch for each address; null where it fails or would be too much. */
function got(url: URL, how: Inlining): Promise<Fetched | null> {
  url.hash = "";
  const known = how.asked.get(url.href);
  if (known) return known;
  if (how.asked.size >= most.resources) return Promise.resolve(null);
  const coming = how.fetchResource(url.href).then(
    (resource) => (isWelcome(resource, how) ? resource : null),
    () => null,
  );
  how.asked.set(url.href, coming);
  return coming;
}

function isWelcome({ status, bytes }: Fetched, how: Inlining): boolean {
  if (status < 200 || status > 299 || bytes.length > most.bytesEach) return false;
  how.spent.bytes += bytes.length;
  return how.spent.bytes <= most.bytes;
}

function textIn(each: Element): string {
  return each.children.map((child) => (child.type === "text" ? child.value : "")).join("");
}
