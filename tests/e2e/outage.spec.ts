import { chmod, mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIResponse, Response } from "@playwright/test";
import type { Locale } from "@/i18n/locales";
import { type RunningDatabase, startDatabase } from "@/scripts/database";
import { freePort } from "@/scripts/free-port";
import { box, openForm, press } from "./commitment-page";
import { setUp, startServer } from "./own-server";
import { expect, expectAccessible, newPage, test } from "./team";
import { words } from "./words";

/** A PostgreSQL that can be away for as long as a test wants, and comes back at the same address. */
class Database {
  #running: RunningDatabase | undefined;
  #sockets = new Set<Socket>();
  #door = createServer((socket) => this.#passOn(socket));

  private constructor(
    readonly directory: string,
    readonly port: number,
  ) {}

  static async start(directory: string): Promise<Database> {
    const database = new Database(directory, await freePort());
    await database.comeBack();
    return database;
  }

  /** Where the server finds it, whichever run of PostgreSQL is behind it. */
  get url(): string {
    const url = new URL(this.#own());
    url.search = "";
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  async comeBack(): Promise<void> {
    this.#running = await startDatabase({ directory: this.directory, say: () => {} });
    await new Promise<void>((resolve) => this.#door.listen(this.port, "127.0.0.1", resolve));
  }

  async goAway(): Promise<void> {
    const closed = new Promise((resolve) => this.#door.close(resolve));
    const stopped = this.#running?.stop();
    this.#running = undefined;
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all([closed, stopped]);
  }

  #own(): string {
    if (!this.#running) throw new Error("the database is away");
    return this.#running.url;
  }

  #passOn(socket: Socket): void {
    const { searchParams } = new URL(this.#own());
    const database = connect(join(searchParams.get("host") ?? "", ".s.PGSQL.5432"));
    for (const end of [socket, database]) {
      this.#sockets.add(end);
      end.on("error", () => end.destroy());
      end.on("close", () => this.#sockets.delete(end));
    }
    socket.pipe(database).pipe(socket);
  }
}

/** The page that explains, in the reader's language, and nothing of what went wrong inside. */
async function expectExplanation(response: Response | APIResponse | null, locale: Locale): Promise<void> {
  expect(response?.status()).toBe(503);
  expect(response?.headers()["retry-after"]).toBeDefined();
  const text = (await response?.text()) ?? "";
  expect(text).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
  expect(text).toMatch(new RegExp(`<html[^>]* dir="${locale === "ar" ? "rtl" : "ltr"}"`));
  expect(text).toContain(words(locale)("errors.unavailable.title"));
  expect(text).not.toMatch(/ECONNREFUSED|prisma|\bat \S+ \(|node_modules/i);
}

test("while the database is away, pages, programs and forms say so; when it is back, so is everything", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const say = words("ar");
  const directory = await mkdtemp(join(tmpdir(), "iltizam-outage-"));
  await chmod(directory, 0o711);
  const database = await Database.start(directory);
  const server = await startServer({ DATABASE_URL: database.url }, await freePort());
  const page = await newPage(browser, "ar");
  const other = await page.context().newPage();
  try {
    await setUp(page, server, "ar");
    const file = await other
      .goto(`${server.address}/ar`)
      .then(() => other.getByRole("link", { name: say("dashboard.export.csv"), exact: true }).getAttribute("href"));
    await page.getByRole("main").getByRole("row").nth(1).getByRole("link").first().click();
    await page.waitForURL("**/commitments/**");
    const form = await openForm(page, "ar", "notes");
    await box(form, "ar", "notes.fields.body").fill("كُتبت والقاعدة متوقفة");
    await database.goAway();

    await test.step("a form says that nothing was saved, and keeps what was typed", async () => {
      await press(form, "ar", "notes.submit");
      await expect(form.getByRole("status").filter({ hasText: say("forms.failed") })).toBeVisible();
      await expect(box(form, "ar", "notes.fields.body")).toHaveValue("كُتبت والقاعدة متوقفة");
    });

    await test.step("pages explain, in the reader’s language", async () => {
      const visitor = page.request;
      // That all is well is remembered for a second.
      await expect(async () => {
        await expectExplanation(await other.goto(`${server.address}/ar/activity`), "ar");
      }).toPass();
      await expectAccessible(other);
      for (const path of ["", "/sign-in", "/settings"]) {
        await expectExplanation(await visitor.get(`${server.address}/en${path}`), "en");
      }
    });

    await test.step("a link inside of the product leads there, too", async () => {
      const another = await page.context().newPage();
      await another.goto(`${server.address}/ar/activity`);
      await another.getByRole("link", { name: say("frame.product") }).click();
      await expect(another.getByRole("heading", { level: 1 })).toHaveText(say("errors.unavailable.title"));
      await another.close();
    });

    await test.step("programs are told by a problem with the status 503", async () => {
      const answer = await page.request.get(`${server.address}${file}`);
      expect(answer.status()).toBe(503);
      expect(answer.headers()).toMatchObject({ "content-type": "application/problem+json", "retry-after": "10" });
      expect(await answer.json()).toEqual({ type: "about:blank", status: 503, code: "unavailable" });
    });

    await database.comeBack();
    await test.step("afterwards everything works without a restart", async () => {
      await expect(async () => {
        await other.getByRole("link", { name: say("errors.unavailable.action") }).click();
        await expect(other.getByRole("heading", { level: 1 })).toHaveText(say("activity.title"), { timeout: 2_000 });
      }, "the page’s own button leads to what was asked for").toPass();
      await press(form, "ar", "notes.submit");
      await expect(page.locator("#notes li")).toContainText("كُتبت والقاعدة متوقفة");
      expect((await page.request.get(`${server.address}${file}`)).status()).toBe(200);
      expect(server.process.exitCode, "it is the same server").toBeNull();
    });
  } finally {
    await page.context().close();
    await server.stop();
    await database.goAway();
    await rm(directory, { recursive: true, force: true });
  }
});
