// A summary as a PDF: tagged, in pages to print and to read aloud, set by Typst in a process of its own.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { documentOf } from "./pdf-document";
import type { Report } from "./report";

export type PdfOptions = {
  /** Milliseconds after which the attempt is given up. */
  deadline?: number;
  /** Gives it up earlier. */
  signal?: AbortSignal;
};

/** Why there is no file. */
export class PdfFailure extends Error {
  constructor(
    readonly reason: "too_slow" | "cancelled" | "not_set",
    detail: string,
  ) {
    super(`The PDF could not be made (${reason}): ${detail}`);
  }
}

/** Named from the folder that the application runs in, where a build keeps these files as they are. */
const script = join(process.cwd(), "server/export-formats/typst/compile.mjs");
/** The compiler needs no setting of ours, and none of our secrets. */
const bareEnvironment: NodeJS.ProcessEnv = { NODE_ENV: "production" };
const usualDeadline = 60_000;

/**
 * The bytes of the file: PDF/UA-1, the same for the same report.
 * The compiler blocks and keeps its memory, so each file is set by a process that ends with it.
 */
export async function writePdf(report: Report, options: PdfOptions = {}): Promise<Uint8Array> {
  const { deadline = usualDeadline, signal } = options;
  if (signal?.aborted) throw new PdfFailure("cancelled", "before it began");
  const child = spawn(process.execPath, [script], { env: bareEnvironment, stdio: "pipe", windowsHide: true });
  let failure: PdfFailure | undefined;
  const giveUp = (reason: "too_slow" | "cancelled") => {
    failure ??= new PdfFailure(
      reason,
      reason === "too_slow" ? `longer than ${deadline} ms` : "by whoever asked for it",
    );
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => giveUp("too_slow"), deadline);
  const cancel = () => giveUp("cancelled");
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    // It gets ready meanwhile.
    const input = JSON.stringify(documentOf(report));
    const [code, bytes, said] = await Promise.all([
      new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done)),
      gathered(child.stdout),
      gathered(child.stderr),
      // A child that died is reported by its exit, not by the pipe that it broke.
      new Promise<void>((done) => child.stdin.once("error", () => done()).end(input, () => done())),
    ]);
    if (failure) throw failure;
    if (code !== 0) throw new PdfFailure("not_set", new TextDecoder().decode(said).trim() || `exit ${code}`);
    return bytes;
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
    signal?.removeEventListener("abort", cancel);
  }
}

async function gathered(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}
