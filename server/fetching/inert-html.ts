// A page that can neither run nor call out: only what is on these lists stays, and what it refers to stands within it.
import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { rewrittenCss } from "./inert-css";
import { inertSchema } from "./inert-schema";

/** Said again by the page itself, for whoever opens the file from a disk. */
const policy =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** The addresses that a page may have: what it carries within itself. */
const inlined = /^data:(image\/[a-z+.-]+|font\/[a-z0-9]+);base64,[a-z0-9+/]*={0,2}$/i;

/**
 * The inert document of a page, in UTF-8. It is parsed again as a browser will, and must come out as it went in, so
 * that no markup hides in the difference between writing and reading; null where it does not.
 */
export function inertHtml(tree: Root): string | null {
  let html = written(tree);
  for (let attempt = 1; attempt <= 3; attempt++) {
    const again = written(fromHtml(html));
    if (again === html) return html;
    html = again;
  }
  return null;
}

function written(tree: Root): string {
  const clean = sanitize(tree, inertSchema) as Root;
  const root = whole(clean);
  settle(root, false);
  return `<!doctype html>${toHtml(root, { closeSelfClosing: true })}`;
}

/** One html element with a head that begins with what we say of the page. */
function whole(tree: Root): Element {
  const html = tree.children.find((node): node is Element => isElement(node, "html"));
  const parts = html?.children ?? tree.children;
  const head = parts.find((node): node is Element => isElement(node, "head"));
  const body = parts.find((node): node is Element => isElement(node, "body"));
  const ours = [
    meta({ charSet: "utf-8" }),
    meta({ httpEquiv: ["content-security-policy"], content: policy }),
    meta({ name: "referrer", content: "no-referrer" }),
    meta({ name: "viewport", content: "width=device-width" }),
  ];
  return element("html", html?.properties ?? {}, [
    element("head", {}, [...ours, ...(head?.children ?? [])]),
    body ?? element("body", {}, parts.filter((node) => node.type === "element" || node.type === "text") as Element[]),
  ]);
}

function meta(properties: Element["properties"]): Element {
  return element("meta", properties, []);
}

function element(tagName: string, properties: Element["properties"], children: Element["children"]): Element {
  return { type: "element", tagName, properties, children };
}

function isElement(node: RootContent | Element["children"][number], tagName: string): boolean {
  return node.type === "element" && node.tagName === tagName;
}

/** Attributes of SVG in which CSS may name an address. */
const cssProperties = [
  "style",
  "fill",
  "stroke",
  "clipPath",
  "mask",
  "filter",
  "markerStart",
  "markerMid",
  "markerEnd",
];

/** What a list of names cannot say: which addresses and which styles may stay. */
function settle(parent: Element, isDrawing: boolean): void {
  const drawing = isDrawing || parent.tagName === "svg";
  // A style sheet inside a drawing is written in one way and read in another.
  parent.children = parent.children.filter((child) => !(drawing && isElement(child, "style")));
  for (const child of parent.children) if (child.type === "element") settle(child, drawing);
  const { properties } = parent;
  for (const name of ["src", "href", "xLinkHref"]) {
    const address = properties[name];
    if (address !== undefined) properties[name] = allowed(String(address), parent.tagName);
  }
  for (const name of cssProperties) if (name in properties) properties[name] = inertCss(String(properties[name]));
  if (parent.tagName === "style") {
    const css = parent.children.map((child) => (child.type === "text" ? child.value : "")).join("");
    parent.children = [{ type: "text", value: inertCss(css) }];
  }
}

function allowed(address: string, tagName: string): string | null {
  if (tagName === "img" || tagName === "image") return carried(address);
  return address.startsWith("#") ? address : null;
}

/** The address if it carries a picture or a font, a drawing made inert; else null. */
function carried(address: string): string | null {
  if (!inlined.test(address)) return address === "data:," ? address : null;
  const [, drawing] = /^data:image\/svg\+xml;base64,(.*)$/i.exec(address) ?? [];
  if (drawing === undefined) return address;
  const clean = inertDrawing(Buffer.from(drawing, "base64").toString());
  return clean && `data:image/svg+xml;base64,${Buffer.from(clean).toString("base64")}`;
}

/** The drawing alone, as a file of SVG; null where there is none. */
function inertDrawing(svg: string): string | null {
  const found = fromHtml(svg, { fragment: true }).children.find((node) => isElement(node, "svg"));
  const clean = found && (sanitize(found, inertSchema) as Element);
  if (clean?.type !== "element") return null;
  settle(clean, true);
  clean.properties.xmlns = "http://www.w3.org/2000/svg";
  return toHtml(clean, { space: "svg", closeEmptyElements: true });
}

function inertCss(css: string): string {
  return rewrittenCss(css, { reference: carried });
}
