import { render } from "@react-email/render";
import { createElement } from "react";
import type { Locale, UnsubscriptionScope } from "../../../db/schema/choices.ts";
import { NoticesMail } from "../../../emails/notices-mail.tsx";
import { env } from "../../env.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { Mail } from "../notifications/mail.ts";
import type { NoticeKind } from "../notifications/notice-kinds.ts";
import { choiceOf } from "./pace.server.ts";
import { unsubscribePath } from "./unsubscribe-link.server.ts";

export type NoticesLetter = { digest: boolean; notices: { id: string; kind: NoticeKind }[]; accountId: string; email: string; locale: Locale };

// Rendering a mail takes milliseconds, filling one in microseconds: each sheet is rendered once per language, with names where the
// mails differ. Names and what stands in their place are words of our own; those are escaped all the same.
const places = ["title", "lines", "link", "stop"] as const;
type Place = (typeof places)[number];
const place = (name: Place) => `%%${name}%%`;
const sheets = new Map<string, Promise<{ html: string[]; text: string[] }>>();

function sheetOf(locale: Locale, digest: boolean) {
  const key = `${locale} ${digest}`;
  const known = sheets.get(key);
  if (known) return known;
  const names = { title: place("title"), lines: place("lines"), link: place("link"), stop: place("stop") };
  const mail = createElement(NoticesMail, { t: serverT(locale, "mail"), locale, digest, ...names, settings: urlOf("/instellingen/berichten") });
  const made = Promise.all([render(mail), render(mail, { plainText: true })]).then(([html, text]) => ({ html: html.split(split), text: text.split(split) }));
  sheets.set(key, made);
  return made;
}

// A heading stands in capitals in the text part, and so does the name in its place.
const split = /%%(title|lines|link|stop)%%/i;
const fill = (parts: string[], values: Record<Place, string>) => parts.map((part, index) => (index % 2 ? values[part.toLowerCase() as Place] : part)).join("");
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const line = (text: string) => `<p style="font-size:17px;line-height:26px;margin:0 0 8px">• ${escaped(text)}</p>`;

/** Writes a mail about notices: how many of what, a link, and how to have no more of it. */
export async function writeNoticesMail({ digest, notices, accountId, email, locale }: NoticesLetter): Promise<Mail> {
  const t = serverT(locale, "mail");
  const counts = new Map<NoticeKind, number>();
  for (const { kind } of notices) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const lines = [...counts].map(([kind, count]) => t(`notices.counts.${kind}`, { count }));
  const title = !digest && lines.length === 1 ? lines[0]! : t(`notices.${digest ? "digest" : "atOnce"}.subject`);
  const link = urlOf(notices.length === 1 ? `/berichten/${notices[0]!.id}` : "/berichten");
  const stop = urlOf(unsubscribePath(scopeOf(digest, notices), accountId));
  const { html, text } = await sheetOf(locale, digest);
  return {
    to: email,
    subject: title,
    html: fill(html, { title: escaped(title), lines: lines.map(line).join(""), link: escaped(link), stop: escaped(stop) }),
    text: fill(text, { title, lines: lines.map((each) => `- ${each}`).join("\n"), link, stop }),
    list: { id: `Buurhof <berichten.${new URL(env().APP_URL).hostname}>`, unsubscribe: stop },
  };
}

/** What the link in a mail turns off: the digest, or what it was that came at once. */
function scopeOf(digest: boolean, notices: { kind: NoticeKind }[]): UnsubscriptionScope {
  if (digest) return "digest";
  const choices = new Set(notices.map(({ kind }) => choiceOf(kind)));
  return choices.size === 1 ? [...choices][0]! : "all";
}

function urlOf(path: string): string {
  return new URL(path, env().APP_URL).href;
}
