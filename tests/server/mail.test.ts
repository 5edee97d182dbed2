// Mail: the invitation arrives in the inviter's choice of language, and a mail server that fails loses nothing.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { env, setEnv } from "@/env";
import { findInvitation, sendInvitation } from "@/server/invitations";
import { mailIsConfigured, sendMail } from "@/server/mail";
import { makeTeam, type Team } from "../cast";

let team: Team;
let server: SMTPServer;
const received: string[] = [];

beforeAll(async () => {
  team = await makeTeam();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith("refused") ? new Error("no such mailbox") : undefined),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  setEnv({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "iltizam@example.org" });
});

afterAll(async () => {
  setEnv({ SMTP_URL: "", MAIL_FROM: "" });
  await new Promise<void>((closed) => server.close(closed));
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The two bodies of the last mail, decoded. */
function lastMail() {
  const mail = received.at(-1) ?? "";
  const bodies = mail.split("Content-Transfer-Encoding: ").slice(1).map(decodedBody);
  return { head: mail.slice(0, mail.indexOf("\r\n\r\n")), text: bodies[0] ?? "", html: bodies[1] ?? "" };
}

function decodedBody(part: string): string {
  const body = part.slice(part.indexOf("\r\n\r\n") + 4).split("\r\n--")[0] ?? "";
  if (part.startsWith("base64")) return Buffer.from(body, "base64").toString();
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

test("an invitation arrives with its link, in Arabic from right to left", async () => {
  const sent = await sendInvitation(team.admin, { email: "guest@example.org", role: "ANALYST", locale: "ar" });
  expect(sent.delivery).toBe("mailed");
  const { head, text, html } = lastMail();
  const link = `http://localhost:3000/ar/invitations/${sent.token}`;
  expect(head).toContain("To: guest@example.org");
  expect(text).toContain(link);
  expect(text).toContain("محلل");
  expect(html).toContain(`href="${link}"`);
  expect(html).toContain('<html lang="ar" dir="rtl">');
});

test.each(["en", "fr"] as const)("an invitation in %s says so to mail readers", async (locale) => {
  await sendInvitation(team.admin, { email: `guest-${locale}@example.org`, role: "READER", locale });
  const { html } = lastMail();
  expect(html).toContain(`<html lang="${locale}" dir="ltr">`);
  expect(html).toContain(`/${locale}/invitations/`);
});

test("names in a mail are text, never markup", async () => {
  const link = { label: "Open", address: "http://localhost:3000/en" };
  await sendMail({ to: "guest@example.org", locale: "en", subject: "Hello", paragraphs: ["<img src=x> & co"], link });
  expect(lastMail().html).toContain("&lt;img src=x&gt; &amp; co");
});

test("an invitation whose mail is refused stands, and its link is good", async () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
  const sent = await sendInvitation(team.admin, { email: "refused@example.org", role: "READER", locale: "en" });
  expect(sent.delivery).toBe("failed");
  expect(complaint).toHaveBeenCalled();
  expect(await findInvitation(sent.token)).toMatchObject({ email: "refused@example.org" });
});

test("without a mail server nothing is sent and nothing fails", async () => {
  const { SMTP_URL = "", MAIL_FROM = "" } = env();
  setEnv({ SMTP_URL: "", MAIL_FROM: "" });
  expect(mailIsConfigured()).toBe(false);
  const link = { label: "Open", address: "http://localhost:3000/en" };
  expect(await sendMail({ to: "a@example.org", locale: "en", subject: "Hello", paragraphs: [], link })).toBe(
    "not_configured",
  );
  setEnv({ SMTP_URL, MAIL_FROM });
  expect(mailIsConfigured()).toBe(true);
});
