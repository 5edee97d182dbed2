// The process that reads one page for keep-page.ts: it takes the page, asks for what the page refers to, and hands back what is kept.
import { FetchFailure } from "./failure";
import type { Fetched } from "./fetch-safely";
import type { FromReader, ToReader } from "./keep-page";
import { keptPage } from "./kept-page";

const waiting = new Map<number, { resolve: (resource: Fetched) => void; reject: () => void }>();

process.on("message", (message: ToReader) => {
  if ("page" in message) {
    keptPage(message.page, ask).then(
      (kept) => tell({ kept }),
      (error: unknown) => tell({ failure: error instanceof FetchFailure ? error.reason : "unreadable" }),
    );
    return;
  }
  const asker = waiting.get(message.ask);
  if (message.resource) asker?.resolve(message.resource);
  else asker?.reject();
});

function ask(address: string): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const number = waiting.size;
    waiting.set(number, { resolve, reject: () => reject(new FetchFailure("stopped")) });
    tell({ ask: number, address });
  });
}

function tell(message: FromReader): void {
  process.send?.(message);
}
