import { Link } from "@remix-run/react";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { momentInWords } from "../../i18n/day.ts";
import type { ReadMessage } from "./own-threads.server.ts";

type Message = Omit<ReadMessage, "createdAt"> & { createdAt: Date | string };
const quiet = "inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4";

/** What the two wrote, oldest first; one's own at the right. `name` is how the other is shown. Needs `threads`. */
export function ThreadMessages({ messages, name }: { messages: Message[]; name: string }) {
  const t = useT("threads");
  const locale = useLocale();
  return (
    <ol aria-label={t("thread.messages")} className="flex flex-col gap-3">
      {messages.map(({ id, own, body, createdAt, hidden }) => (
        <li key={id} id={id} className={`scroll-mt-4 max-w-[34rem] rounded-card border p-3 sm:p-4 ${own ? "self-end border-transparent bg-garden-soft" : "self-start border-line bg-surface"}`}>
          <p className="text-sm text-ink-soft">
            <strong className="text-ink">{own ? t("thread.you") : name}</strong> · <time dateTime={new Date(createdAt).toISOString()}>{momentInWords(createdAt, locale)}</time>
          </p>
          {body === null ? <p className="italic text-ink-soft">{t("thread.gone")}</p> : <p className="break-words whitespace-pre-line">{body}</p>}
          {hidden ? <p className="mt-1 text-sm font-semibold">{t("thread.hidden")}</p> : null}
          {body === null ? null : own ? (
            <Link to={`/gesprekken/bericht/${id}/intrekking`} className={quiet}>
              {t("thread.takeBack")}
            </Link>
          ) : (
            <Link to={`/gesprekken/bericht/${id}/melden`} className={quiet}>
              {t("thread.report")}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
