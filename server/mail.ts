// Mail, where the operator has set up a mail server; nothing that matters depends on its arrival.
import { createTransport } from "nodemailer";
import { env } from "@/env";
import { directionOf, type Locale } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";
import { log } from "./log";

export type Mail = {
  to: string;
  locale: Locale;
  subject: string;
  paragraphs: readonly string[];
  /** What the mail lists, each with the address where it is read. */
  items?: readonly { text: string; address: string }[];
  link: { label: string; address: string };
  /** Why it came, and where to change that. */
  footer?: { text: string; label: string; address: string };
};

/** What became of a mail: the operator may have no mail server, or it may have refused. */
export type Delivery = "mailed" | "failed" | "not_configured";

const patience = 10_000;

/** Whether the operator has named a mail server. */
export function mailIsConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Sends one mail in the reader's language. Never throws: the answer says what became of it. */
export async function sendMail(mail: Mail): Promise<Delivery> {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  if (!url || !from) return "not_configured";
  const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const transport = createTransport({ url, ...timeouts });
  try {
    const name = messagesFor(mail.locale).frame.product;
    const sender = from.includes("<") ? from : { name, address: from };
    await transport.sendMail({
      from: sender,
      to: mail.to,
      subject: mail.subject,
      text: textOf(mail),
      html: htmlOf(mail),
    });
    return "mailed";
  } catch (error) {
    log().error({ err: error }, "a mail could not be sent");
    return "failed";
  } finally {
    transport.close();
  }
}

function textOf({ paragraphs, items = [], link, footer }: Mail): string {
  const listed = items.map(({ text, address }) => `${text}\n${address}`);
  const last = footer ? [`${footer.text}\n${footer.label}\n${footer.address}`] : [];
  return [...paragraphs, ...listed, `${link.label}\n${link.address}`, ...last].join("\n\n");
}

function htmlOf({ locale, subject, paragraphs, items = [], link, footer }: Mail): string {
  const address = escaped(link.address);
  const frame = `lang="${locale}" dir="${directionOf(locale)}"`;
  return `<!doctype html>
<html ${frame}>
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body ${frame} style="margin:0;padding:2rem;font:16px/1.75 'Segoe UI',Tahoma,Arial,sans-serif;color:#1b2a2e;background:#fff">
<div style="max-width:36rem">${paragraphs.map((text) => `<p style="margin:0 0 1em">${escaped(text)}</p>`).join("")}
${items.length > 0 ? `<ul style="margin:0 0 1em;padding:0;list-style:none">${items.map(itemOf).join("")}</ul>` : ""}
<p style="margin:0 0 1em"><a href="${address}" style="${linkStyle};font-weight:600">${escaped(link.label)}</a></p>
<p style="margin:0;color:#4d5b60;font-size:14px" dir="ltr"><bdi>${address}</bdi></p>
${footer ? footerOf(footer) : ""}
</div>
</body>
</html>`;
}

const linkStyle = "color:#0d5f6b";

/** The first line leads to it, the others say more. */
function itemOf({ text, address }: { text: string; address: string }): string {
  const [head = "", ...rest] = text.split("\n");
  const more = rest.map((line) => `<br><span style="color:#4d5b60;font-size:14px">${escaped(line)}</span>`).join("");
  return `<li style="margin:0;padding:0.6em 0;border-top:1px solid #d5dcdc"><a href="${escaped(address)}" style="${linkStyle}">${escaped(head)}</a>${more}</li>`;
}

function footerOf({ text, label, address }: NonNullable<Mail["footer"]>): string {
  const choose = `<a href="${escaped(address)}" style="${linkStyle}">${escaped(label)}</a>`;
  return `<p style="margin:2em 0 0;padding-top:1em;border-top:1px solid #d5dcdc;color:#4d5b60;font-size:14px">${escaped(text)} ${choose}</p>`;
}

/** A name of either direction inside a sentence: plain text has no bdi, so Unicode's isolates stand in. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
