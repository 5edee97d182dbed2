import { NextRequest } from "next/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { config, proxy } from "@/proxy";

const health = vi.hoisted(() => ({ answers: true }));
vi.mock("@/server/health", () => ({ databaseAnswers: async () => health.answers }));

beforeEach(() => {
  health.answers = true;
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
const pathOf = (address: string | null) => address && new URL(address, "http://localhost:3000").pathname;
const policyOf = (answer: Response) => answer.headers.get("content-security-policy") ?? "";
const nonceOf = (answer: Response) => /script-src [^;]*'nonce-([^']+)'/.exec(policyOf(answer))?.[1];

describe("the language", () => {
  test.each([
    ["fr-CA,fr;q=0.9", "/fr"],
    ["en-US,en;q=0.9", "/en"],
    ["ar-IQ", "/ar"],
    ["zh-CN", "/ar"],
    ["", "/ar"],
  ])("of a browser that accepts %j leads to %s", async (accepted, path) => {
    const answer = await ask("/", { "accept-language": accepted });
    expect(answer.status).toBe(307);
    expect(pathOf(answer.headers.get("location"))).toBe(path);
  });

  test("that was chosen before wins over the browser’s", async () => {
    const answer = await ask("/activity", { "accept-language": "fr", cookie: "locale=en" });
    expect(pathOf(answer.headers.get("location"))).toBe("/en/activity");
  });

  test("of the address stays", async () => {
    const answer = await ask("/en/activity", { "accept-language": "fr" });
    expect(answer.headers.get("location")).toBeNull();
    expect(answer.status).toBe(200);
  });
});

describe("the address of a page", () => {
  test.each([
    ["/ar/activity/", "/ar/activity"],
    ["/ar/activity/?kind=note", "/ar/activity?kind=note"],
    ["/ar//", "/ar"],
    ["//elsewhere.example/", "/elsewhere.example"],
  ])("has no slash at its end: %s", async (asked, address) => {
    const answer = await ask(asked);
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe(`http://localhost:3000${address}`);
  });
});

describe("an address that can name nothing", () => {
  test.each([
    "/en/commitments/%00",
    "/en/releases/compare?one=a%00b",
    "/en/commitments/%25",
    "/en/notifications/%25_%25",
    "/en/activity/%zz",
  ])("leads to what is not there: %s", async (path) => {
    const answer = await ask(path);
    expect(pathOf(answer.headers.get("x-middleware-rewrite"))).toBe("/en/nowhere");
    expect(nonceOf(answer)).toBeDefined();
    expect(answer.headers.get("x-middleware-request-x-nonce"), "the page’s own scripts run").toBe(nonceOf(answer));
  });

  test.each(["/en/activity?kind=%25", "/en/documents/%C3%A9"])("is not one like %s", async (path) => {
    expect(pathOf((await ask(path)).headers.get("x-middleware-rewrite"))).not.toBe("/en/nowhere");
  });
});

describe("the policy of a page", () => {
  test("lets nothing run but what we send, by a number that is new each time", async () => {
    const [one, other] = [await ask("/ar"), await ask("/ar")];
    const policy = policyOf(one);
    for (const directive of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "connect-src 'self'",
    ]) {
      expect(policy.split("; ")).toContain(directive);
    }
    expect(policy).not.toContain("unsafe-eval");
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toContain("unsafe-inline");
    expect(/style-src [^;]*/.exec(policy)?.[0]).not.toContain("unsafe-inline");
    expect(nonceOf(one)?.length).toBeGreaterThanOrEqual(16);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
  });

  test("is on redirects and on the page that explains, too", async () => {
    expect(nonceOf(await ask("/"))).toBeDefined();
    health.answers = false;
    expect(nonceOf(await ask("/ar"))).toBeDefined();
  });

  test("cannot be brought along by a visitor", async () => {
    const answer = await ask("/ar", {
      "x-nonce": "mine",
      "content-security-policy": "default-src *",
      "x-path": "https://evil.example.org",
    });
    expect(policyOf(answer)).not.toContain("default-src *");
    expect(nonceOf(answer)).not.toBe("mine");
    const seen = (name: string) => answer.headers.get(`x-middleware-request-${name}`);
    expect([seen("x-nonce"), seen("x-path")]).toEqual([nonceOf(answer), "/ar"]);
    expect(seen("content-security-policy")).toBe(policyOf(answer));
  });
});

describe("while the database is down", () => {
  beforeEach(() => {
    health.answers = false;
  });

  test.each([
    ["/ar", "/ar/unavailable"],
    ["/en/activity?kind=note", "/en/unavailable"],
    ["/fr/sign-in", "/fr/unavailable"],
  ])("%s is answered by %s with 503", async (path, page) => {
    const answer = await ask(path);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("10");
    expect(pathOf(answer.headers.get("x-middleware-rewrite"))).toBe(page);
  });

  test("a form is told to come again, and gets no page in its place, so that it keeps what was typed", async () => {
    const answer = await ask("/ar/activity", { "next-action": "an action" });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("10");
    expect(answer.headers.get("x-middleware-rewrite")).toBeNull();
    expect(await answer.text()).toBe("");
  });

  test("afterwards the page that explains leads back to the overview", async () => {
    health.answers = true;
    expect(pathOf((await ask("/en/unavailable")).headers.get("location"))).toBe("/en");
  });
});

describe("what the proxy sees", () => {
  const matcher = new RegExp(`^${config.matcher[0]}$`);

  const pages = [
    "/",
    "/ar",
    "/en/commitments/abc",
    "/en/settings/members",
    "/1.5/summary",
    "/ar/x.txt",
    "//a.example/ar",
  ];
  test.each(pages)("%s", (path) => {
    expect(path).toMatch(matcher);
  });

  test.each(["/api/v1/documents/a/summary", "/_next/static/a.js", "/icon.svg", "/schemas/summary-v1.json"])(
    "not %s",
    (path) => {
      expect(path).not.toMatch(matcher);
    },
  );
});
