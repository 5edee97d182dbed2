// Mail: the invitation arrives in the inviter's choice of language, and a mail server that fails loses nothing.
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { env, setEnv } from "@/env";
import { findInvitation, sendInvitation } from "@/server/invitations";
import { log } from "@/server/log";
import { mailIsConfigured, sendMail } from "@/server/mail";
import { makeTeam, type Team } from "../cast";
import { type Mailbox, openMailbox } from "../mailbox";

let team: Team;
let mailbox: Mailbox;

beforeAll(async () => {
  team = await makeTeam();
  mailbox = await openMailbox();
});

afterAll(() => mailbox.close());

afterEach(() => {
  vi.restoreAllMocks();
});

test("an invitation arrives with its link, in Arabic from right to left", async () => {
  const sent = await sendInvitation(team.admin, { email: "guest@example.org", role: "ANALYST", locale: "ar" });
  expect(sent.delivery).toBe("mailed");
  const { head, text, html } = mailbox.last();
  const link = `http://localhost:3000/ar/invitations/${sent.token}`;
  expect(head).toContain("To: guest@example.org");
  expect(text).toContain(link);
  expect(text).toContain("محلل");
  expect(html).toContain(`href="${link}"`);
  expect(html).toContain('<html lang="ar" dir="rtl">');
});

test.each(["en", "fr"] as const)("an invitation in %s says so to mail readers", async (locale) => {
  await sendInvitation(team.admin, { email: `guest-${locale}@example.org`, role: "READER", locale });
  const { html } = mailbox.last();
  expect(html).toContain(`<html lang="${locale}" dir="ltr">`);
  expect(html).toContain(`/${locale}/invitations/`);
});

test("names in a mail are text, never markup", async () => {
  const link = { label: "Open", address: "http://localhost:3000/en" };
  await sendMail({ to: "guest@example.org", locale: "en", subject: "Hello", paragraphs: ["<img src=x> & co"], link });
  expect(mailbox.last().html).toContain("&lt;img src=x&gt; &amp; co");
});

test("an invitation whose mail is refused stands, and its link is good", async () => {
  const complaint = vi.spyOn(log(), "error").mockImplementation(() => {});
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
