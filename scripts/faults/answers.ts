// What the app answered, and whether it was an answer that people and programs can live with.

/** What was asked: a page or a route for programs, which say 503 when they cannot, or a form, which keeps what was typed. */
type Door = "page" | "program" | "form";

/** Counted over one run of a fault. */
export class Tally {
  /** In milliseconds: no request may wait longer, whatever is broken. */
  constructor(readonly patience = 30_000) {}

  acknowledged = 0;
  /** Answered with 503 and when to come again. */
  away = 0;
  /** Said without a status that fits, though kindly, that nothing was done: what was under way when the fault came. */
  broken = 0;
  /** No answer, because there was nobody left to give it. */
  cut = 0;
  /** What no fault excuses. */
  wrong: string[] = [];
  slowest = 0;

  /** Asks and says what came; null unless it was a success. */
  async ask(door: Door, url: string, init: RequestInit = {}): Promise<string | null> {
    const begun = performance.now();
    const what = `${init.method ?? "GET"} ${new URL(url).pathname}`;
    try {
      const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(this.patience) });
      const text = await response.text();
      return this.#judge(door, what, { status: response.status, headers: response.headers, text }) ? text : null;
    } catch (error) {
      if ((error as Error).name === "TimeoutError")
        this.wrong.push(`${what}: no answer within ${this.patience / 1000} s`);
      else this.cut += 1;
      return null;
    } finally {
      this.slowest = Math.max(this.slowest, performance.now() - begun);
    }
  }

  #judge(door: Door, what: string, { status, headers, text }: { status: number; headers: Headers; text: string }) {
    if (status >= 200 && status < 300) return true;
    const said = `${what}: ${status} ${text.replace(/\s+/g, " ").slice(0, 160)}`;
    if (tellsOfInside.test(text)) this.wrong.push(`${said} (tells of the inside)`);
    else if (status === 503 && headers.has("retry-after")) this.away += 1;
    else if (status === 500 && door !== "program") this.broken += 1;
    else this.wrong.push(said);
    return false;
  }
}

const tellsOfInside = /ECONNREFUSED|ECONNRESET|prisma|\bat \S+ \(|node_modules|SQLSTATE/i;
