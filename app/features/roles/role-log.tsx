import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Page } from "../../ui/page.tsx";
import type { Desk } from "./desk.ts";
import type { LoggedPerson, RoleLogLine } from "./role-log.server.ts";
import { useRoleInWords } from "./role-words.tsx";

/** Who did what with which role, the newest first. Needs `roles`. */
export function RoleLog({ title, desk, lines }: { title: string; desk: Desk; lines: RoleLogLine[] }) {
  const t = useT("roles");
  const day = useDay();
  const inWords = useRoleInWords();
  const person = (who: LoggedPerson) => (typeof who === "string" ? t(`log.${who}`) : who.email);
  return (
    <Page title={title} intro={t("log.intro")} back={{ to: `/${desk}/rollen`, words: t("list.title") }}>
      {lines.length ? (
        <ol className="divide-y divide-line rounded-card border border-line bg-surface">
          {lines.map((line) => (
            <li key={line.id} className="px-4 py-3">
              <p className="text-sm text-ink-soft">{day(line.at)}</p>
              <p className="font-semibold first-letter:uppercase">
                {t(`log.deeds.${line.deed}`)}: {inWords(line)}
              </p>
              <p className="text-sm break-words">
                {t("log.byWhom", { by: person(line.by), whom: person(line.whom) })}
                {line.until ? ` ${t("log.until", { date: day(new Date(line.until)) })}` : null}
              </p>
            </li>
          ))}
        </ol>
      ) : (
        <p>{t("log.none")}</p>
      )}
    </Page>
  );
}
