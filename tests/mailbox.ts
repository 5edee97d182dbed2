// A mail server for tests, which the product sends to while it is open; it refuses whoever's address begins with "refused".
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { setEnv } from "@/env";

export type Mailbox = Awaited<ReturnType<typeof openMailbox>>;
type Mail = { to: string; subject: string; head: string; text: string; html: string };

/** Opens it and names it to the product as its mail server. */
export async function openMailbox() {
  const received: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith("refused") ? new Error("no such mailbox") : undefined),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push(readMail(Buffer.concat(parts).toString()));
        done();
      });
    },
  });
  // A sender that hangs up abruptly is no fault of a test.
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  setEnv({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "iltizam@example.org" });
  return {
    received,
    last: () => received.at(-1) ?? readMail(""),
    async close() {
      setEnv({ SMTP_URL: "", MAIL_FROM: "" });
      await new Promise<void>((closed) => server.close(closed));
    },
  };
}

/** The head as it came, and the two bodies decoded. */
function readMail(mail: string): Mail {
  const head = mail.slice(0, mail.indexOf("\r\n\r\n"));
  const [text = "", html = ""] = mail.split("Content-Transfer-Encoding: ").slice(1).map(decodedBody);
  const header = (name: string) => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, "m").exec(head)?.[1] ?? "";
  return { head, text, html, to: header("To"), subject: decodedWords(header("Subject")) };
}

function decodedBody(part: string): string {
  const body = part.slice(part.indexOf("\r\n\r\n") + 4).split("\r\n--")[0] ?? "";
  return part.startsWith("base64") ? Buffer.from(body, "base64").toString() : quotedPrintable(body);
}

/** A header's words beyond ASCII (RFC 2047). */
function decodedWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b" ? Buffer.from(word, "base64").toString() : quotedPrintable(word.replaceAll("_", " ")),
    );
}

function quotedPrintable(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
