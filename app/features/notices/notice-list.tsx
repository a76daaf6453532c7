import { Link } from "@remix-run/react";
import { dayInWords, timeInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Section } from "../../ui/page.tsx";
import type { OwnNotice } from "./own-notices.server.ts";

/** Messages by day, newest first; what is new says so in a word. Needs `notices` and `catalogue`. */
export function NoticeList({ notices, now }: { notices: OwnNotice[]; /** When the page was asked for, in ms. */ now: number }) {
  const days = useDays(notices, now);
  return days.map(({ day, words, notices: ofDay }) => (
    <Section key={day} title={words}>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {ofDay.map((each) => (
          <NoticeLine key={each.id} notice={each} />
        ))}
      </ul>
    </Section>
  ));
}

function NoticeLine({ notice }: { notice: OwnNotice }) {
  const t = useT("notices");
  const kindWords = useT("catalogue");
  const locale = useLocale();
  const title = notice.titleIsKind ? kindWords(`kinds.${notice.title}`, { defaultValue: notice.title ?? "" }) : (notice.title ?? "");
  return (
    <li>
      <Link to={`/berichten/${notice.id}`} className="flex min-h-12 items-baseline gap-3 px-4 py-3 hover:bg-raised">
        <span className={`min-w-0 flex-1 break-words ${notice.read ? "text-ink-soft" : "font-semibold"}`}>
          {t(`line.${notice.kind}`, { title })}
          {notice.read ? null : <span className="ml-2 inline-block rounded-full bg-sun-soft px-2 text-sm font-bold">{t("unread")}</span>}
        </span>
        <time dateTime={new Date(notice.createdAt).toISOString()} className="text-sm whitespace-nowrap text-ink-soft">
          {timeInWords(notice.createdAt, locale)}
        </time>
      </Link>
    </li>
  );
}

type Day = { day: string; words: string; notices: OwnNotice[] };

/** The notices by their day in the Netherlands; the last two days by name. */
function useDays(notices: OwnNotice[], now: number): Day[] {
  const t = useT("notices");
  const locale = useLocale();
  const dayOf = (at: Date | number) => new Date(at).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
  const named = new Map([
    [dayOf(now - 86_400_000), t("yesterday")],
    [dayOf(now), t("today")],
  ]);
  const days = new Map<string, Day>();
  for (const notice of notices) {
    const day = dayOf(notice.createdAt);
    const known = days.get(day) ?? { day, words: named.get(day) ?? dayInWords(notice.createdAt, locale), notices: [] };
    known.notices.push(notice);
    days.set(day, known);
  }
  return [...days.values()];
}
