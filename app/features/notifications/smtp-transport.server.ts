import nodemailer from "nodemailer";
import { listHeaders, MailError, type Transport } from "./mail.ts";

/**
 * Sends by SMTP. The key becomes the Message-ID, so that a mail that was sent twice shows as one in most mailboxes.
 * @param url smtp:// or smtps://, with user and password where the server wants them
 */
export function smtpTransport({ url, from }: { url: string; from: string }): Transport {
  const mailer = nodemailer.createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true, disableUrlAccess: true });
  const host = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
  return async (mail, idempotencyKey) => {
    const { to, subject, html, text } = mail;
    try {
      await mailer.sendMail({ from, to: { name: "", address: to }, subject, html, text, messageId: `<${idempotencyKey}@${host}>`, headers: listHeaders(mail) });
    } catch (error) {
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      throw new MailError(`smtp: ${[code, responseCode].filter(Boolean).join(" ") || "failed"}`);
    }
  };
}
