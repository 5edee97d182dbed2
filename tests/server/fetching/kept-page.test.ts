// What is kept of a page: its main text, its look, and nothing that could run or call out.
import { fromHtml } from "hast-util-from-html";
import { expect, test, vi } from "vitest";
import type { Fetched } from "@/server/fetching/fetch-safely";
import { keptPage } from "@/server/fetching/kept-page";
import { hostilePage, hostileWords } from "../../hostile-server";

const canary = "https://canary.example";

/** Everything that a page asks for is had: style sheets that ask for more, pictures and fonts. */
async function anything(address: string): Promise<Fetched> {
  const isSheet = /css|sheet|import/.test(address);
  const bytes = isSheet
    ? Buffer.from(
        `@import "${canary}/deeper-import"; p{background:url(${canary}/in-sheet);color:red}</style><script>1</script>`,
      )
    : Buffer.from("89504e470d0a1a0a0000000d", "hex");
  const mediaType = isSheet ? "text/css" : "image/png";
  return { finalAddress: address, redirects: [], status: 200, mediaType, charset: null, bytes, fetchedAt: new Date() };
}

async function nothing(): Promise<Fetched> {
  throw new Error("there is nothing to be had");
}

function page(html: string) {
  return {
    bytes: Buffer.from(html),
    mediaType: "text/html",
    charset: null,
    finalAddress: "https://example.org/a/page",
  };
}

type Node = { type: string; tagName?: string; properties?: Record<string, unknown>; children?: Node[]; content?: Node };

/** All elements as a browser parses them. */
function elementsOf(html: string): Node[] {
  const below = (node: Node): Node[] => [
    node,
    ...(node.children ?? []).flatMap(below),
    ...(node.content ? below(node.content) : []),
  ];
  return below(fromHtml(html) as Node).filter(({ type }) => type === "element");
}

test.each([
  ["everything it asks for is had", anything],
  ["nothing it asks for is had", nothing],
])("a hostile page is inert when %s", async (_, fetchResource) => {
  const shown = (await keptPage(page(hostilePage(canary)), fetchResource)).shown?.toString() ?? "";
  expect(shown).toContain(hostileWords);
  const elements = elementsOf(shown);
  const acting =
    /^(script|iframe|frame|frameset|object|embed|applet|portal|form|input|button|textarea|select|base|link|template|noscript|video|audio|source|track|math|foreignobject|animate.*|set|feimage|marquee|x-.*)$/i;
  expect(elements.map(({ tagName }) => tagName).filter((name) => acting.test(name ?? ""))).toEqual([]);
  const attributes = elements.flatMap(({ properties }) => Object.entries(properties ?? {}));
  expect(attributes.filter(([name]) => /^on|srcdoc|srcset|action|ping|poster|background/i.test(name))).toEqual([]);
  const addresses = attributes.filter(([name]) => /^(src|href|xLinkHref|data|cite)$/.test(name));
  expect(
    addresses.filter(([, value]) => !/^(#|data:image\/(png|svg\+xml);base64,[\w+/]*=*$)/.test(String(value))),
  ).toEqual([]);
  const refreshes = elements.filter(({ tagName, properties }) => tagName === "meta" && properties?.httpEquiv);
  expect(refreshes.map(({ properties }) => properties?.httpEquiv)).toEqual([["content-security-policy"]]);
  // No address of a stranger is left anywhere, but in the text of an attribute that nothing reads as one.
  expect(
    elements.filter(({ tagName }) => tagName === "style").every((style) => !JSON.stringify(style).includes("canary")),
  ).toBe(true);
  const speaking = attributes.filter(([name, value]) => name !== "title" && String(value).includes("canary"));
  expect(speaking).toEqual([]);
  expect(
    shown.replace(/title="[^"]*"/g, "").replace(/>[^<]*</g, (text) => (text.includes("canary") ? "><" : text)),
  ).not.toContain("canary.example");
});

test("drawings that a page carries are inert too, even opened alone", async () => {
  const shown = (await keptPage(page(hostilePage(canary)), anything)).shown?.toString() ?? "";
  const drawings = [...shown.matchAll(/data:image\/svg\+xml;base64,([\w+/=]+)/g)].map(([, data]) =>
    Buffer.from(data ?? "", "base64").toString(),
  );
  expect(drawings.length).toBeGreaterThan(0);
  for (const drawing of drawings) expect(drawing).not.toMatch(/script|onload|canary/);
});

test("an inert page that is kept again comes out as it was", async () => {
  const shown = (await keptPage(page(hostilePage(canary)), anything)).shown?.toString() ?? "";
  expect((await keptPage(page(shown), nothing)).shown?.toString()).toBe(shown);
});

test("the look comes along: style sheets with their imports, pictures, fonts, and what waits for a script", async () => {
  const html = `<base href="/b/"><link rel="stylesheet" href="s.css" media="print"><style>@import "i.css" screen; h1{background:url(u)}</style>
    <h1 style="color:blue">عنوان</h1><img data-src="late" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="صورة"><noscript><img src="plain"></noscript>`;
  const asked: string[] = [];
  const shown = await keptPage(page(html), (address) => {
    asked.push(address);
    return anything(address);
  });
  const text = shown.shown?.toString() ?? "";
  expect(asked).toEqual(
    expect.arrayContaining(["s.css", "i.css", "u", "late", "plain"].map((name) => `https://example.org/b/${name}`)),
  );
  expect(text).toContain('<style media="print">');
  expect(text).toContain("@media screen {");
  expect(text).toMatch(/h1\{background:url\("data:image\/png;base64,/);
  expect(text).toContain('style="color:blue"');
  expect(text.match(/<img [^>]*src="data:image\/png/g)).toHaveLength(2);
});

test("one address is asked for once, and a page that refers to thousands gets no more than its share", async () => {
  const html = `${"<img src=same>".repeat(50)}${Array.from({ length: 3000 }, (_, each) => `<img src="${each}">`).join("")}`;
  const asked: string[] = [];
  await keptPage(page(html), (address) => {
    asked.push(address);
    return nothing();
  });
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.length).toBeLessThanOrEqual(150);
});

test("a host that never answers for what a page refers to does not cost us the page", async () => {
  vi.useFakeTimers();
  try {
    const kept = keptPage(page(`<p>${hostileWords}</p><img src="slow">`), () => new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(41_000);
    expect((await kept).shown?.toString()).toContain(hostileWords);
  } finally {
    vi.useRealTimers();
  }
});

test("the main text is what the page says, without its menus, every letter as it was and each paragraph on its line", async () => {
  const paragraph =
    "اجتمع الوزراء في العاصمة،\n   وقالوا إنّ التزامهم <b>قا</b>ئم؛ وأكّدوا ـ مرة أخرى ـ ما قالوه من قبل عن «الاستقرار».";
  const html = `<title> خبر\n اليوم </title><nav><a href="/">الرئيسية</a> <a href="/b">اتصل بنا</a></nav>
    <article><h1>خبر</h1>${`<p>${paragraph}</p>`.repeat(5)}</article><footer>حقوق النشر</footer><script>var a = "لا";</script>`;
  const kept = await keptPage(page(html), nothing);
  const line = "اجتمع الوزراء في العاصمة، وقالوا إنّ التزامهم قائم؛ وأكّدوا ـ مرة أخرى ـ ما قالوه من قبل عن «الاستقرار».";
  expect(kept.text?.split("\n").filter((each) => each === line)).toHaveLength(5);
  expect(kept.text).not.toMatch(/الرئيسية|حقوق|var/);
  expect(kept).toMatchObject({ title: "خبر اليوم", language: null });
});
