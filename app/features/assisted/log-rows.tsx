import { timeInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { useDay } from "../../i18n/use-day.ts";
import { Row, Rows } from "../../ui/rows.tsx";
import type { LoggedSession } from "./assisted-log.server.ts";

/** Sessions with when, by whom and how much. Needs `assisted`. */
export function LogRows({ sessions, named }: { sessions: LoggedSession[]; named: boolean }) {
  const t = useT("assisted");
  const day = useDay();
  const locale = useLocale();
  return (
    <Rows>
      {sessions.map((session) => (
        <Row key={session.id} title={day(session.startedAt)}>
          {named ? <p>{t("log.by", { name: session.helperName ?? t("log.nameless"), role: t(`log.roles.${session.helperRole}`) })}</p> : null}
          <p>{t("log.line", { count: session.entryCount, from: timeInWords(session.startedAt, locale), until: timeInWords(session.endedAt, locale) })}</p>
        </Row>
      ))}
    </Rows>
  );
}
