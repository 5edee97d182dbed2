// Reads a stranger's page in a process of its own, which may hang or fall without anything else doing so.
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { FetchFailureReason } from "@/domain/fetch-failure";
import { decodedText } from "./character-encoding";
import { FetchFailure } from "./failure";
import type { Fetched } from "./fetch-safely";
import type { ResourceFetcher } from "./inlined-page";
import type { KeptPage, PageToKeep } from "./kept-page";
import { mediaTypeOf } from "./media-type";
import { plainLines } from "./plain-lines";

export type { KeptPage } from "./kept-page";

/** What the process is told, and what it says; it has no network and no setting of ours. */
export type ToReader = { page: PageToKeep } | { ask: number; resource: Fetched | null };
export type FromReader = { ask: number; address: string } | { kept: KeptPage } | { failure: FetchFailureReason };

/** Named from the folder that the application runs in, where a build keeps these files as they are. */
const script = join(process.cwd(), "server/fetching/page-reader.ts");
const bareEnvironment: NodeJS.ProcessEnv = { NODE_ENV: "production" };
const usualDeadline = 120_000;

/**
 * Keeps HTML, PDF, images and plain text; refuses the rest with the `FetchFailure` `unsupported_type`, and with
 * `unreadable` what is broken, locked or takes too long. What a page refers to is asked of `fetchResource`; what that
 * refuses is left out.
 */
export async function keepPage(
  { bytes, mediaType: declared, charset, finalAddress }: PageToKeep,
  fetchResource: ResourceFetcher,
  deadline = usualDeadline,
): Promise<KeptPage> {
  const mediaType = mediaTypeOf(bytes, declared);
  if (!mediaType || mediaType.startsWith("font/")) throw new FetchFailure("unsupported_type");
  if (needsReader.has(mediaType))
    return await readAtADistance({ bytes, mediaType, charset, finalAddress }, fetchResource, deadline);
  const text = mediaType === "text/plain" ? plainLines(decodedText(bytes, charset)) : null;
  return { mediaType, title: null, language: null, text: text || null, shown: null };
}

/** What has a structure that can mean ill; pictures and plain text are looked at here. */
const needsReader = new Set(["text/html", "image/svg+xml", "application/pdf"]);

async function readAtADistance(page: PageToKeep, fetchResource: ResourceFetcher, deadline: number): Promise<KeptPage> {
  const reader = spawn(process.execPath, ["--max-old-space-size=1024", "--import", "tsx", script], {
    env: bareEnvironment,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    windowsHide: true,
  });
  // A reader that is gone needs no answer.
  const tell = (message: ToReader) => reader.connected && reader.send(message, () => {});
  const timer = setTimeout(() => reader.kill("SIGKILL"), deadline);
  try {
    return await new Promise<KeptPage>((resolve, reject) => {
      reader.once("error", reject);
      reader.once("exit", () => reject(new FetchFailure("unreadable")));
      reader.on("message", (message: FromReader) => {
        if ("kept" in message) resolve(message.kept);
        else if ("failure" in message) reject(new FetchFailure(message.failure));
        else {
          fetchResource(message.address).then(
            (resource) => tell({ ask: message.ask, resource }),
            () => tell({ ask: message.ask, resource: null }),
          );
        }
      });
      tell({ page });
    });
  } finally {
    clearTimeout(timer);
    reader.kill("SIGKILL");
  }
}
