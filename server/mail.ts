// Mail, where the operator has set up a mail server; nothing that matters depends on its arrival.
import { createTransport } from "nodemailer";
import { env } from "@/env";
import { directionOf, type Locale } from "@/i18n/locales";
import { messagesFor } from "@/i18n/messages";

export type Mail = {
  to: string;
  locale: Locale;
  subject: string;
  paragraphs: readonly string[];
  link: { label: string; address: string };
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
    console.error("Iltizam could not send a mail:", error instanceof Error ? error.message : error);
    return "failed";
  } finally {
    transport.close();
  }
}

function textOf(mail: Mail): string {
  return [...mail.paragraphs, `${mail.link.label}\n${mail.link.address}`].join("\n\n");
}

function htmlOf(mail: Mail): string {
  const paragraphs = mail.paragraphs.map((text) => `<p style="margin:0 0 1em">${escaped(text)}</p>`).join("");
  const address = escaped(mail.link.address);
  const frame = `lang="${mail.locale}" dir="${directionOf(mail.locale)}"`;
  return `<!doctype html>
<html ${frame}>
<head><meta charset="utf-8"><title>${escaped(mail.subject)}</title></head>
<body ${frame} style="margin:0;padding:2rem;font:16px/1.75 'Segoe UI',Tahoma,Arial,sans-serif;color:#1b2a2e;background:#fff">
<div style="max-width:36rem">${paragraphs}
<p style="margin:0 0 1em"><a href="${address}" style="color:#0d5f6b;font-weight:600">${escaped(mail.link.label)}</a></p>
<p style="margin:0;color:#4d5b60;font-size:14px" dir="ltr"><bdi>${address}</bdi></p>
</div>
</body>
</html>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
