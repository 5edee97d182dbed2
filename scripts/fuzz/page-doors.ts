// The pages as doors, over HTTP at a running app: their addresses, with hostile names and parameters in them.

import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { type Caller, callers } from "./callers";
import { asDoor, type Door, type Outcome } from "./door";
import { hostileName, hostileNumber } from "./hostile";
import { anyParameters } from "./requests";
import { inWorld } from "./world";

type Asked = {
  caller: Caller;
  locale: string;
  params: Record<string, string>;
  query: [name: string, value: string][];
  /** What is put behind the address as it is, however wrong. */
  raw: string;
};

const folder = fileURLToPath(new URL("../../app/[locale]", import.meta.url));

/** Every page, as the app at this address shows it. */
export async function pageDoors(address: string): Promise<Door[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /(^|\/)page\.tsx$/.test(file));
  const routes = files.map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`.replace(/\/\([^)]*\)/g, ""));
  return routes.sort().map((route) => asDoor(pageDoor(route, address)));
}

function pageDoor(route: string, address: string): Door<Asked> {
  return {
    name: `page ${route || "/"}`,
    // A page takes as long as ten actions.
    weight: 0.2,
    inputs: fc.record({
      caller: fc.oneof(
        { weight: 4, arbitrary: fc.constant<Caller>("admin") },
        { weight: 1, arbitrary: fc.constantFrom(...callers) },
      ),
      locale: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom("ar", "en", "fr") },
        { weight: 1, arbitrary: hostileName },
      ),
      params: paramsOf(route),
      query: hostileQuery,
      raw: fc.constantFrom(
        "",
        "",
        "",
        "",
        "%",
        "&%zz=%ff",
        "&=&&",
        `&a=${"b".repeat(4_000)}`,
        "#/../",
        "&__proto__[x]=1",
      ),
    }),
    // Opening a page remembers its language, and opening what one is told marks it read.
    mayWrite: ["Member", "Notification", "Session"],
    reads: () => true,
    knock: async (asked, world) => {
      const { params, locale, query, raw } = inWorld(asked, world);
      const path = route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => encoded(params[name] ?? ""));
      const search = query.map((pair) => pair.map(encoded).join("=")).join("&");
      return answered(`${address}/${encoded(locale)}${path}?${search}${raw}`, world.cookies[asked.caller]);
    },
  };
}

const encoded = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replace(/^\.+$/, (dots) => dots.replaceAll(".", "%2e"));

/** What Node.js reads as the head of a request; a longer one is answered with 431 and cut off, often before it is sent. */
const longestHead = 16_384;

async function answered(address: string, cookie: string): Promise<Outcome> {
  const asking = fetch(address, { headers: cookie ? { cookie } : {}, redirect: "manual" });
  const response = await asking.catch((error: unknown) => {
    if (address.length + cookie.length > longestHead) return null;
    throw error;
  });
  if (response === null) return { kind: "refused", as: "431" };
  const text = await response.text();
  if (response.status >= 500) return { kind: "failed", why: `it was answered with ${response.status}` };
  // What breaks after the page has begun is told in the page itself.
  const broken = /data-dgst="(?!NEXT_|BAILOUT)[^"]*"|:E\{\\"digest\\":\\"(?!NEXT_)[^}]*/.exec(text)?.[0];
  if (broken) return { kind: "failed", why: `a part of the page breaks: ${broken}` };
  const leadsTo = response.headers.get("location");
  if (leadsTo && new URL(leadsTo, address).origin !== new URL(address).origin)
    return { kind: "failed", why: `it leads to ${leadsTo}` };
  return response.status >= 400 ? { kind: "refused", as: String(response.status) } : { kind: "accepted" };
}

/** Things of the world by the folder that names one by its id. */
const nouns: Record<string, string> = {
  annotations: "annotation",
  commitments: "commitment",
  evidence: "evidence",
  notifications: "notification",
  parties: "party",
  releases: "release",
};
const usualParams: Record<string, readonly string[]> = {
  slug: ["{{slug 0}}"],
  ordinal: ["1", "5"],
  number: ["1"],
  token: ["a-link-that-nobody-was-sent"],
  rest: ["nowhere"],
};

function paramsOf(route: string): fc.Arbitrary<Asked["params"]> {
  const names = [...route.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => name as string);
  const thing = fc.nat(9).map((number) => `{{${nouns[route.split("/")[1] ?? ""] ?? "commitment"} ${number}}}`);
  const usual = (name: string) => (name === "id" ? thing : fc.constantFrom(...(usualParams[name] ?? ["1"])));
  const named = (name: string) =>
    fc.oneof(
      { weight: 3, arbitrary: usual(name) },
      { weight: 1, arbitrary: fc.oneof(hostileName, hostileNumber).map((text) => text.slice(0, 1_000)) },
    );
  return fc.record(Object.fromEntries(names.map((name) => [name, named(name)])));
}

/** The parameters that some page knows. */
const known: Record<string, readonly string[]> = {
  q: ["تقرير"],
  status: ["LIMITED"],
  lead: ["none", "{{member 0}}"],
  attention: ["ANY"],
  sort: ["title", "grade"],
  order: ["asc", "desc"],
  scales: ["un", "un,g7"],
  document: ["{{slug 0}}"],
  one: ["1", "{{release 0}}"],
  other: ["2"],
  only: ["1"],
  version: ["1"],
  language: ["ar", "en"],
  layer: ["team"],
  person: ["{{member 1}}"],
  tag: ["{{tag 0}}"],
  kind: ["note", "COMMENTING"],
  state: ["OPEN", "ital"],
  concern: ["MINE"],
  unread: ["1"],
  before: ["{{notification 0}}"],
  asOf: ["2020-06-01"],
  comparedWith: ["2019-12-01"],
  sections: ["table"],
  commitments: ["1"],
  commitment: ["1"],
  from: ["2020-01-01"],
  to: ["2021-01-01"],
  party: ["{{party 0}}"],
  evidence: ["1"],
  page: ["1", "2"],
  health: ["DEAD"],
  token: ["a-link-that-nobody-was-sent"],
  next: ["/en/activity", "//evil.example.org"],
  notes: ["without"],
};

/** Longer ones would be refused for the length of their address alone. */
const hostileQuery = anyParameters(known).map((query) =>
  query.map(([name, value]): [string, string] => [name.slice(0, 200), value.slice(0, 800)]),
);
